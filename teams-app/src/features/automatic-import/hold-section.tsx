import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Choice } from "../../components/choice.js";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { Section } from "../../components/section.js";
import { useSyncStatus } from "../../components/sync-status.js";
import { Toolbar } from "../../components/toolbar.js";
import { useHoldsBack } from "../../components/steady.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useReloadAfterRun } from "../../components/use-reload-after-run.js";
import type { HoldQuery } from "../../graphql/generated/graphql.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { HeldList } from "./held-list.js";
import { HoldDocument } from "./hold-operations.js";
import { groupOptions, whyNoApproval } from "./hold-words.js";
import { useHoldDecision } from "./use-hold-decision.js";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

/** Runs make the list anew by themselves. */
const lookEvery = (): number => 15_000;

type Hold = NonNullable<HoldQuery["hold"]>;

interface SectionProps {
  onDecided: () => void;
  /** The section goes with the hold: what came of the decision is told by the page. */
  onNews: (news: string | null) => void;
}

/** What the brake kept back, with who it is about; nothing while there is no hold. */
export function HoldSection({ onDecided, onNews }: SectionProps) {
  const query = useQuery(HoldDocument, {}, { pollEvery: lookEvery });
  const { reload } = query;
  useReloadAfterRun(reload);
  useHoldsBack(query.status === "loading");
  const decision = useHoldDecision(() => {
    reload();
    onDecided();
  }, onNews);
  if (query.status === "failed") return <TroubleNotice trouble={query.trouble} onRetry={reload} />;
  if (query.status !== "ready") return null;
  if (query.data.hold) return <OpenHold hold={query.data.hold} decision={decision} onChanged={reload} />;
  // Whoever was late must not take it for their own doing that the list is gone
  return decision.trouble && <TroubleNotice trouble={decision.trouble} />;
}

interface Props {
  hold: Hold;
  decision: ReturnType<typeof useHoldDecision>;
  onChanged: () => void;
}

function OpenHold({ hold, decision, onChanged }: Props) {
  const styles = useStyles();
  const status = useSyncStatus();
  const [group, setGroup] = useState("");
  const { asking, ask, decide, pending, trouble } = decision;
  const words = texts.automaticImport.hold;
  const { version, toDisable, toAdd, approvedBy } = hold;
  const noApproval = status.status === "ready" ? whyNoApproval(status.data.syncStatus.health) : null;
  const options = groupOptions(hold);
  const groupId = options.some(([id]) => id === group) ? group : "";
  const dialog = asking && words[asking.decision === "approve" ? "confirmApprove" : "confirmReject"];

  return (
    <Section title={words.title}>
      <Body1>{texts.server.sentences(hold.sentences)}</Body1>
      <Body1>{words.since(hold.openedAt)}</Body1>
      {options.length > 2 && (
        <Toolbar>
          <Choice label={words.group} value={groupId} options={options} onChange={setGroup} />
        </Toolbar>
      )}
      <HeldList version={version} groupId={groupId || null} onChanged={onChanged} />
      {trouble && <TroubleNotice trouble={trouble} />}
      {approvedBy !== null ? (
        <Body1>{words.approvedBy(approvedBy)}</Body1>
      ) : (
        <>
          {noApproval !== null && <Body1>{words.noApproval(noApproval)}</Body1>}
          <div className={styles.actions}>
            {noApproval === null && (
              <Button onClick={() => ask({ decision: "approve", version })}>{words.approve}</Button>
            )}
            <Button onClick={() => ask({ decision: "reject", version })}>{words.reject}</Button>
          </div>
          <Body1>{words.later}</Body1>
        </>
      )}
      {asking && dialog && (
        <ConfirmDialog
          title={dialog.title(toDisable, toAdd)}
          action={words[asking.decision]}
          pending={pending}
          onConfirm={() => void decide()}
          onCancel={() => ask(null)}
        >
          <Body1>{dialog.body}</Body1>
        </ConfirmDialog>
      )}
    </Section>
  );
}
