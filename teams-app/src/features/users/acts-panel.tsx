import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { Notice } from "../../components/notice.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { texts } from "../../texts/texts.js";
import { refusedLines, whoInWords } from "./acts.js";
import { changedOf, doneInWords, type ActDone, type Acts } from "./use-acts.js";

const useStyles = makeStyles({
  result: { position: "sticky", bottom: tokens.spacingVerticalM, zIndex: 1, outlineStyle: "none" },
});

/** The question before an act on users, and its news after, with Undo. */
export function ActsPanel({ acts }: { acts: Acts }) {
  const { asking, done } = acts;
  return (
    <>
      {done && (
        <Result
          key={String(done.undid)}
          done={done}
          pending={acts.pending}
          onUndo={acts.undo}
          onDismiss={acts.dismiss}
        />
      )}
      {asking && (
        <ConfirmDialog
          title={texts.users.acts[asking.act].title(whoInWords(asking.users))}
          action={texts.users.acts[asking.act].action}
          pending={acts.pending}
          onConfirm={acts.confirm}
          onCancel={acts.cancel}
        >
          <Body1>{texts.users.acts[asking.act].body}</Body1>
        </ConfirmDialog>
      )}
    </>
  );
}

interface ResultProps {
  done: ActDone;
  pending: boolean;
  onUndo: () => void;
  onDismiss: () => void;
}

function Result({ done, pending, onUndo, onDismiss }: ResultProps) {
  const styles = useStyles();
  const words = texts.users;
  const { set, users, undid } = done;
  const changed = changedOf(done);
  const part = useRef<HTMLDivElement>(null);
  // The pressed button is gone with its dialog and its bar: from here the way back is one Tab
  useEffect(() => part.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={part} tabIndex={-1} className={styles.result}>
      {set.trouble && <TroubleNotice trouble={set.trouble} />}
      {(changed.length > 0 || set.refused.length > 0) && (
        <Notice
          // A bar is read out when it comes, and not when its words change
          key={String(undid)}
          intent={set.refused.length > 0 ? "warning" : "success"}
          actions={
            <>
              {changed.length > 0 && !undid && (
                <Button disabledFocusable={pending} onClick={onUndo}>
                  {words.undo}
                </Button>
              )}
              <Button onClick={onDismiss}>{words.dismiss}</Button>
            </>
          }
        >
          {changed.length > 0 && `${undid ? `${words.undone} ` : ""}${doneInWords(done)}`}
          {refusedLines(set, users).map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Notice>
      )}
    </div>
  );
}
