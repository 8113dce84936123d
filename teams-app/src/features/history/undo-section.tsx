import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { PeopleDisclosure } from "../../components/people-disclosure.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { useSyncStatus } from "../../components/sync-status.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import type { UndoPreviewQuery } from "../../graphql/generated/graphql.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { useQuery } from "../../graphql/use-query.js";
import { navigate } from "../../navigation.js";
import { texts } from "../../texts/texts.js";
import { UndoPreviewDocument, UndoRunDocument } from "./operations.js";
import { runAddress } from "./run-address.js";
import { mayBeUndone, type RunDetails } from "./run-words.js";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

type Preview = NonNullable<UndoPreviewQuery["run"]>["undoPreview"];

/** The way back from a run, with everybody it would concern named first; nothing where there is no way. */
export function UndoSection({ run, onUndone }: Props) {
  if (!mayBeUndone(run)) return null;
  return run.undoneBy === null ? (
    <UndoButton run={run} onUndone={onUndone} />
  ) : (
    <UndoAgain run={run} onUndone={onUndone} />
  );
}

interface Props {
  run: RunDetails;
  /** A run that undoes it has begun. */
  onUndone: () => void;
}

/** An undo that was cut short may be begun again; only the server knows. */
function UndoAgain(props: Props) {
  const query = useQuery(UndoPreviewDocument, { id: props.run.id });
  const possible = query.status === "ready" && query.data.run?.undoPreview.obstacleSentence === null;
  return possible ? <UndoButton {...props} /> : null;
}

function UndoButton({ run, onUndone }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button icon={<ArrowUndoRegular />} onClick={() => setAsking(true)}>
        {texts.history.run.undo}
      </Button>
      {asking && <UndoDialog runId={run.id} onUndone={onUndone} onClose={() => setAsking(false)} />}
    </div>
  );
}

function UndoDialog({ runId, onUndone, onClose }: { runId: string; onUndone: () => void; onClose: () => void }) {
  const styles = useStyles();
  const request = useRequest();
  const announce = useAnnounce();
  const { reload: reloadStatus } = useSyncStatus();
  const query = useQuery(UndoPreviewDocument, { id: runId });
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.history.run;
  const preview = query.status === "ready" ? (query.data.run?.undoPreview ?? null) : null;
  const [toDisable, toEnable] = [preview?.disable.count ?? 0, preview?.enable.count ?? 0];

  const undo = async () => {
    setPending(true);
    const outcome = outcomeOf(await request(UndoRunDocument, { runId }), (data) => data.undoRun);
    setPending(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (!outcome.ok) return query.reload();
    announce(words.undoStarted);
    onClose();
    onUndone();
    reloadStatus();
    navigate(runAddress(outcome.value.run.id));
  };

  return (
    <ConfirmDialog
      title={words.undoTitle}
      action={toDisable + toEnable > 0 ? words.undoAction(toDisable, toEnable) : words.undo}
      pending={pending || toDisable + toEnable === 0}
      onConfirm={() => void undo()}
      onCancel={onClose}
    >
      <div className={styles.part}>
        {query.status === "loading" && (
          <>
            <Body1>{words.undoReading}</Body1>
            <SkeletonRows rows={3} />
          </>
        )}
        {query.status === "failed" && <TroubleNotice trouble={query.trouble} onRetry={query.reload} />}
        {preview && <Ahead preview={preview} />}
        {trouble && <TroubleNotice trouble={trouble} />}
      </div>
    </ConfirmDialog>
  );
}

/** Person by person, as they are now. */
function Ahead({ preview: { obstacleSentence, disable, enable, leave } }: { preview: Preview }) {
  const words = texts.history.run;
  if (obstacleSentence) return <Body1>{texts.server.sentences([obstacleSentence])}</Body1>;
  return (
    <>
      <Body1>{disable.count + enable.count > 0 ? words.undoLead : words.undoNothing}</Body1>
      <PeopleDisclosure summary={words.undoDisable(disable.count)} people={disable} />
      <PeopleDisclosure summary={words.undoEnable(enable.count)} people={enable} />
      <PeopleDisclosure summary={words.undoLeave(leave.count)} people={leave} />
      <Body1>{words.undoFields}</Body1>
    </>
  );
}
