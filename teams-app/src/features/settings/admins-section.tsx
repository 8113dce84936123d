import { Body1, Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { PersonName } from "../../components/person-name.js";
import { RoleDialog } from "../../components/role-dialog.js";
import { Section } from "../../components/section.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import type { Role } from "../../graphql/generated/graphql.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { FindUser, type FoundUser } from "./find-user.js";
import { AdminsDocument } from "./operations.js";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  admin: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  remove: { flexShrink: 0 },
  mail: { color: tokens.colorNeutralForeground2 },
});

/** Who administers, with the way to name another one; a reminder while there is only one who can sign in. */
export function AdminsSection() {
  const styles = useStyles();
  const query = useQuery(AdminsDocument, {});
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState<{ user: Pick<FoundUser, "id" | "displayName">; role: Role } | null>(null);
  const words = texts.settings.admins;
  const admins = query.status === "ready" ? query.data.users.nodes : [];
  const active = admins.filter((admin) => admin.status === "ACTIVE").length;

  return (
    <Section title={words.title}>
      {query.status === "loading" && <SkeletonRows rows={2} />}
      {query.status !== "loading" && query.trouble && <TroubleNotice trouble={query.trouble} onRetry={query.reload} />}
      {query.status === "ready" && active === 1 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.onlyOne}</MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.list} aria-label={words.title}>
        {admins.map((admin) => (
          <li key={admin.id} className={styles.admin}>
            <span className={styles.name}>
              <PersonName person={{ userId: admin.id, name: admin.displayName }} />{" "}
              <Body1 className={styles.mail}>
                {admin.status === "DISABLED" ? texts.common.status.DISABLED : admin.email}
              </Body1>
            </span>
            <Button
              size="small"
              className={styles.remove}
              aria-label={words.remove(admin.displayName)}
              onClick={() => setAsking({ user: admin, role: "EMPLOYEE" })}
            >
              {words.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      {adding && <FindUser label={words.search} onPick={(user) => setAsking({ user, role: "ADMIN" })} />}
      <div>
        <Button onClick={() => setAdding(!adding)}>{adding ? words.stopAdding : words.add}</Button>
      </div>
      {asking && (
        <RoleDialog
          {...asking}
          onChanged={() => {
            setAdding(false);
            query.reload();
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Section>
  );
}
