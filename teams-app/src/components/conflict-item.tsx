import { Body1, Button, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { ConfirmDialog } from "./confirm-dialog.js";
import { PersonName } from "./person-name.js";
import { TroubleNotice } from "./trouble-notice.js";
import { formatDay } from "../format.js";
import { useRequest } from "../graphql/api-context.js";
import type { ConflictChoice, ConflictsQuery } from "../graphql/generated/graphql.js";
import { outcomeOf } from "../graphql/outcome.js";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
import { ResolveConflictDocument } from "./conflict-operations.js";

const useStyles = makeStyles({
  item: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, alignItems: "start" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export type Conflict = ConflictsQuery["conflicts"]["nodes"][number];

/** One person and the users who have their mail, with the three ways out. */
export function ConflictItem({ conflict, onDecided }: { conflict: Conflict; onDecided: (said: string) => void }) {
  const styles = useStyles();
  const request = useRequest();
  const [first] = conflict.users;
  const [userId, setUserId] = useState(first?.id ?? null);
  const [asking, setAsking] = useState<ConflictChoice | null>(null);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.users.conflicts;
  const { directoryId, displayName, users } = conflict;
  const user = users.find(({ id }) => id === userId);

  const decide = async (choice: ConflictChoice) => {
    setPending(true);
    const input = { directoryId, choice, ...(choice === "LINK" ? { userId } : {}) };
    const outcome = outcomeOf(await request(ResolveConflictDocument, { input }), (data) => data.resolveConflict);
    setPending(false);
    if (!outcome.ok) return setTrouble(outcome.trouble);
    setAsking(null);
    onDecided(words.decided[choice](displayName));
  };
  const close = () => {
    setAsking(null);
    setTrouble(null);
  };

  return (
    <li className={styles.item}>
      <Body1>
        <strong>
          <PersonName person={{ directoryId, name: displayName }} />
        </strong>
      </Body1>
      <Body1>{texts.server.sentences([conflict.sentence])}</Body1>
      {users.length > 1 ? (
        <Field label={words.which}>
          <RadioGroup value={userId ?? ""} onChange={(_, { value }) => setUserId(value)}>
            {users.map((one) => (
              <Radio key={one.id} value={one.id} label={words.user(one.displayName, formatDay(one.createdAt))} />
            ))}
          </RadioGroup>
        </Field>
      ) : (
        user && <Body1>{words.user(user.displayName, formatDay(user.createdAt))}</Body1>
      )}
      <div className={styles.actions} role="group" aria-label={displayName}>
        {user && <Button onClick={() => setAsking("LINK")}>{words.link}</Button>}
        <Button onClick={() => setAsking("CREATE_BESIDE")}>{words.beside}</Button>
        <Button onClick={() => setAsking("SKIP")}>{words.skip}</Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={words.ask[asking].title(displayName)}
          action={{ LINK: words.link, CREATE_BESIDE: words.beside, SKIP: words.skip }[asking]}
          pending={pending}
          onConfirm={() => void decide(asking)}
          onCancel={close}
        >
          <Body1>{words.ask[asking].body(user?.displayName ?? "")}</Body1>
          {trouble && <TroubleNotice trouble={trouble} />}
        </ConfirmDialog>
      )}
    </li>
  );
}
