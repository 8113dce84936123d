import { Body1, Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { SelectionBar } from "../../components/selection-bar.js";
import type { Selection } from "../../components/selection.js";
import { setUserStatuses, type StatusesSet } from "../../components/set-user-status.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import type { UserStatus } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import type { UserRow } from "./users-query.js";

const useStyles = makeStyles({
  result: { position: "sticky", bottom: tokens.spacingVerticalM, zIndex: 1 },
});

interface Props {
  selection: Selection<UserRow>;
  onClear: () => void;
  onChanged: () => void;
}

/** Disable and Enable for the selected users, and what came of it. */
export function BulkBar({ selection, onClear, onChanged }: Props) {
  const request = useRequest();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<UserStatus | null>(null);
  const [pending, setPending] = useState(false);
  const [result, setResult] = useState<{ set: StatusesSet; status: UserStatus; names: Selection<UserRow> } | null>(
    null,
  );
  const words = texts.users;

  const apply = async (status: UserStatus) => {
    setPending(true);
    const set = await setUserStatuses(request, [...selection.keys()], status);
    setPending(false);
    setAsking(null);
    setResult({ set, status, names: selection });
    announce(words.changed(set.changed, status));
    onChanged();
  };

  const question = asking === "DISABLED" ? words.confirmDisable : words.confirmEnable;
  return (
    <>
      {result && selection.size === 0 && <BulkResult {...result} />}
      {selection.size > 0 && (
        <SelectionBar label={words.bulk} words={words.selected(selection.size)}>
          <Button onClick={onClear}>{words.clear}</Button>
          <Button onClick={() => setAsking("ACTIVE")}>{words.enable}</Button>
          <Button onClick={() => setAsking("DISABLED")}>{words.disable}</Button>
        </SelectionBar>
      )}
      {asking && (
        <ConfirmDialog
          title={question.title(selection.size)}
          action={asking === "DISABLED" ? words.disable : words.enable}
          pending={pending}
          onConfirm={() => void apply(asking)}
          onCancel={() => setAsking(null)}
        >
          <Body1>{question.body}</Body1>
        </ConfirmDialog>
      )}
    </>
  );
}

function BulkResult({ set, status, names }: { set: StatusesSet; status: UserStatus; names: Selection<UserRow> }) {
  const styles = useStyles();
  const words = texts.users;
  return (
    <div className={styles.result}>
      {set.trouble && <TroubleNotice trouble={set.trouble} />}
      {(set.changed > 0 || set.refused.length > 0 || !set.trouble) && (
        <MessageBar intent={set.refused.length > 0 ? "warning" : "success"} layout="multiline">
          <MessageBarBody>
            {(set.changed > 0 || set.refused.length === 0) && words.changed(set.changed, status)}
            {set.refused.map(({ userId, why }) => (
              <div key={userId}>{words.notChanged(names.get(userId)?.displayName ?? userId, why)}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
