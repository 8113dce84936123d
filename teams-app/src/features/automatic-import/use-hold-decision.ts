import { useState } from "react";
import { useRequest } from "../../graphql/api-context.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { ApproveHoldDocument, RejectHoldDocument } from "./hold-operations.js";

interface Asking {
  decision: "approve" | "reject";
  /** Of the list on screen when the button was pressed. */
  version: number;
}

/** Asks, then sends the version of the list that was on screen when the button was pressed, and no newer one. */
export function useHoldDecision(onDecided: () => void, onNews: (news: string | null) => void) {
  const request = useRequest();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const send = async ({ decision, version }: Asking) =>
    decision === "approve"
      ? outcomeOf(await request(ApproveHoldDocument, { version }), (data) => data.approveHold)
      : outcomeOf(await request(RejectHoldDocument, { version }), (data) => data.rejectHold);

  const decide = async () => {
    if (!asking) return;
    setPending(true);
    const outcome = await send(asking);
    setPending(false);
    setAsking(null);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (outcome.ok) onNews(texts.automaticImport.hold.decided[asking.decision]);
    onDecided();
  };
  const ask = (next: Asking | null) => {
    setAsking(next);
    // What was decided before is no news any more
    if (next) onNews(null);
  };

  return { asking, ask, decide, pending, trouble };
}
