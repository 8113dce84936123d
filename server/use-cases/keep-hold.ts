import { stepHold, type HeldPerson, type Hold } from "../core/hold.js";
import type { Verdict } from "../core/guard.js";
import type { HoldStore } from "./ports.js";

/**
 * Makes the account's hold what it is after a run: raised, refreshed, dissolved, or closed because its approval was
 * carried out. An hour in which nothing about it changed writes nothing.
 */
export async function keepHold(
  holds: HoldStore,
  accountId: string,
  hold: Hold | null,
  found: { readonly verdict: Verdict; readonly settingsVersion: number; readonly carriedOut: boolean },
): Promise<void> {
  const { verdict, settingsVersion, carriedOut } = found;
  const raise = (people: readonly HeldPerson[]) =>
    holds.raise(accountId, { because: reasonsOf(hold, verdict), limit: verdict.limit, settingsVersion, people });

  const step = stepHold(hold, verdict.held, carriedOut);
  switch (step.kind) {
    case "NONE":
      // The same list under other settings can be approved again: the admin who changed them will look at it anew
      if (hold && hold.settingsVersion !== settingsVersion)
        await holds.refresh(accountId, hold.id, { ...hold, settingsVersion });
      return;
    case "OPEN":
      await raise(step.people);
      return;
    case "REFRESH":
      if (hold)
        await holds.refresh(accountId, hold.id, {
          because: reasonsOf(hold, verdict),
          limit: verdict.limit,
          version: step.version,
          settingsVersion,
          people: step.people,
        });
      return;
    case "DISSOLVE":
      if (hold) await holds.close(accountId, hold.id, { status: "DISSOLVED", by: null });
      return;
    case "CARRIED_OUT":
      if (hold) await holds.close(accountId, hold.id, { status: "APPROVED", by: hold.approval?.by ?? null });
      if (step.left.length > 0) await raise(step.left);
  }
}

/** Why it was raised, and what has come to it since; that it is open is no reason of its own. */
function reasonsOf(hold: Hold | null, verdict: Verdict): Hold["because"] {
  const all = [...(hold?.because ?? []), ...verdict.because];
  return [...new Set(all)].filter((reason) => reason !== "HOLD_OPEN");
}
