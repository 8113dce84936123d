import type { Verdict } from "./guard.js";
import type { HeldChange, HoldReason } from "./hold.js";
import { say, type Sentence } from "./sentences.js";

/** What is held, by the numbers. */
export interface HoldHead {
  readonly because: readonly HoldReason[];
  readonly limit: number;
  readonly counts: Readonly<Record<HeldChange["action"], number>>;
}

/** Why a run kept changes back, and what to do. */
export function heldSentences({ because, held, limit }: Pick<Verdict, "because" | "held" | "limit">) {
  const leavers = held.filter((change) => change.action === "DISABLE").length;
  return holdSentences({ because, limit, counts: { DISABLE: leavers, CREATE: held.length - leavers, REENABLE: 0 } });
}

export function holdSentences({ because, limit, counts }: HoldHead): readonly Sentence[] {
  const additions = counts.CREATE + counts.REENABLE;
  const reasons = because.map((reason) => reasonOf(reason, { leavers: counts.DISABLE, additions, limit }));
  const waits = say("HOLD_WAITS", { count: counts.DISABLE + additions });
  return [...(reasons.length > 0 ? reasons : [waits]), say("HOLD_DECIDE")];
}

function reasonOf(
  reason: HoldReason,
  { leavers, additions, limit }: { leavers: number; additions: number; limit: number },
): Sentence {
  switch (reason) {
    case "TOO_MANY_LEAVERS":
      return say("HOLD_TOO_MANY_LEAVERS", { count: leavers, limit });
    case "TOO_MANY_ADDITIONS":
      return say("HOLD_TOO_MANY_ADDITIONS", { count: additions });
    case "HOLD_OPEN":
      return say("HOLD_HOLD_OPEN", { count: leavers });
    case "NOBODY_LEFT":
    case "GROUP_COLLAPSED":
      return say(`HOLD_${reason}`);
  }
}
