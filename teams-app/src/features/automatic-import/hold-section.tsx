import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { Section } from "../../components/section.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import type { HoldQuery } from "../../graphql/generated/graphql.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { ApproveHoldDocument, HoldDocument, RejectHoldDocument } from "./operations.js";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
  // Not in a box that scrolls: whoever it hides would be approved with "exactly these"
  list: { margin: 0 },
});

/** Runs make the list anew by themselves. */
const LOOK_EVERY_MS = 15_000;
const lookEvery = () => LOOK_EVERY_MS;
const SHOWN = 200;

type Hold = NonNullable<HoldQuery["hold"]>;
type Decision = "approve" | "reject";

/** What the brake kept back, with who it is about; nothing while there is no hold. */
export function HoldSection({ onDecided }: { onDecided: () => void }) {
  const { reload, ...query } = useQuery(HoldDocument, { first: SHOWN }, { pollEvery: lookEvery });
  if (query.status !== "ready" || !query.data.hold) return null;
  return (
    <OpenHold
      hold={query.data.hold}
      onDecided={() => {
        reload();
        onDecided();
      }}
    />
  );
}

function OpenHold({ hold, onDecided }: { hold: Hold; onDecided: () => void }) {
  const styles = useStyles();
  const { asking, ask, decide, pending, trouble } = useDecision(onDecided);
  const words = texts.automaticImport.hold;
  const { toDisable, toAdd, approvedBy, people } = hold;
  const more = toDisable + toAdd - people.nodes.length;

  return (
    <Section title={words.title}>
      <Body1>{hold.message}</Body1>
      <ul className={styles.list} aria-label={words.list}>
        {people.nodes.map(({ directoryId, displayName, reasonText, action }) => (
          <li key={`${action} ${directoryId}`}>
            {displayName}: {reasonText}
          </li>
        ))}
      </ul>
      {more > 0 && <Body1>{words.more(more)}</Body1>}
      {trouble && <TroubleNotice trouble={trouble} />}
      {approvedBy !== null ? (
        <Body1>{words.approvedBy(approvedBy)}</Body1>
      ) : (
        <div className={styles.actions}>
          <Button onClick={() => ask({ decision: "approve", version: hold.version })}>{words.approve}</Button>
          <Button onClick={() => ask({ decision: "reject", version: hold.version })}>{words.reject}</Button>
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title={words[asking.decision === "approve" ? "confirmApprove" : "confirmReject"].title(toDisable, toAdd)}
          action={words[asking.decision]}
          pending={pending}
          onConfirm={() => void decide()}
          onCancel={() => ask(null)}
        >
          <Body1>{words[asking.decision === "approve" ? "confirmApprove" : "confirmReject"].body}</Body1>
        </ConfirmDialog>
      )}
    </Section>
  );
}

/** Asks, then sends the version of the list that was on screen when the button was pressed, and no newer one. */
function useDecision(onDecided: () => void) {
  const request = useRequest();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<{ decision: Decision; version: number } | null>(null);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const send = async ({ decision, version }: { decision: Decision; version: number }) =>
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
    if (outcome.ok) announce(texts.automaticImport.hold.decided[asking.decision]);
    onDecided();
  };

  return { asking, ask: setAsking, decide, pending, trouble };
}
