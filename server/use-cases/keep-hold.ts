import { stepHold, type Hold } from "../core/hold.js";
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
  const made = { because: reasonsOf(hold, verdict), limit: verdict.limit, settingsVersion };

  const step = stepHold(hold, verdict.held, carriedOut);
  if (step.kind === "OPEN") await holds.raise(accountId, { ...made, people: step.people });
  if (!hold) return;
  switch (step.kind) {
    case "OPEN":
      return;
    case "NONE":
      // The same list under other settings can be approved again: the admin who changed them will look at it anew
      if (hold.settingsVersion !== settingsVersion)
        await holds.refresh(accountId, hold.id, { ...hold, settingsVersion });
      return;
    case "REFRESH":
      return holds.refresh(accountId, hold.id, { ...made, version: step.version, people: step.people });
    case "GOES_ON":
      // In place: closed and raised anew, it would leave a moment in which nobody waits
      return holds.refresh(accountId, hold.id, {
        ...made,
        because: reasonsOf(null, verdict),
        version: step.version,
        people: step.people,
        decided: true,
      });
    case "DISSOLVE":
      await holds.close(accountId, hold.id, { status: "DISSOLVED", by: null });
      return;
    case "CARRIED_OUT":
      await holds.close(accountId, hold.id, { status: "APPROVED", by: hold.approval?.by ?? null });
  }
}

/** Why it was raised, and what has come to it since; that it is open is no reason of its own. */
function reasonsOf(hold: Hold | null, verdict: Verdict): Hold["because"] {
  const all = [...(hold?.because ?? []), ...verdict.because];
  return [...new Set(all)].filter((reason) => reason !== "HOLD_OPEN");
}
