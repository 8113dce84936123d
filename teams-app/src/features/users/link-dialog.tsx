import { Body1, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { FindPerson, type FoundPerson } from "../../components/find-person.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { LinkUsersDocument } from "./operations.js";
import type { UserRow } from "./users-query.js";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface Props {
  user: UserRow;
  kind: "local" | "takeOver";
  onLinked: () => void;
  onClose: () => void;
}

/** Says which person of the directory a user is: an act of its own, never guessed by mail. */
export function LinkDialog({ user, kind, onLinked, onClose }: Props) {
  const styles = useStyles();
  const request = useRequest();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<FoundPerson | null>(null);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.users.link;

  const link = async ({ directoryId, displayName }: FoundPerson) => {
    setPending(true);
    const input = { userId: user.id, directoryId };
    const outcome = outcomeOf(await request(LinkUsersDocument, { input }), (data) => data.linkUsers);
    setPending(false);
    if (!outcome.ok) return setTrouble(outcome.trouble);
    announce(words.done(user.displayName, displayName));
    onLinked();
    onClose();
  };

  return (
    <ConfirmDialog
      title={words.title(user.displayName)}
      action={words.action}
      pending={pending || chosen === null}
      onConfirm={() => void (chosen && link(chosen))}
      onCancel={onClose}
    >
      <div className={styles.content}>
        <Body1>{kind === "local" ? words.bodyLocal : words.bodyTakeOver}</Body1>
        <FindPerson
          label={words.search}
          start={user.displayName}
          onPick={(person) => {
            setTrouble(null);
            setChosen(person);
          }}
        />
        <div role="status">
          {chosen && <Body1>{words.chosen(chosen.displayName, chosen.email ?? chosen.userPrincipalName ?? "")}</Body1>}
        </div>
        {trouble && <TroubleNotice trouble={trouble} />}
      </div>
    </ConfirmDialog>
  );
}
