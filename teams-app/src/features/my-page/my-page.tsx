import { Body1, Button } from "@fluentui/react-components";
import { SignOutRegular } from "@fluentui/react-icons/svg/sign-out";
import { Columns } from "../../components/columns.js";
import { Facts } from "../../components/facts.js";
import { Page } from "../../components/page.js";
import { Section } from "../../components/section.js";
import { useSession } from "../../components/session-context.js";
import type { ViewerQuery } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import { adminWords, originWords } from "./my-page-words.js";

/** Who I am here, in which account, how I came in, since when, who administers, whom to ask. */
export function MyPage({ viewer: { user, account, admins } }: { viewer: ViewerQuery["viewer"] }) {
  const { signOut } = useSession();
  const words = texts.myPage;
  const groups = user.groups.map((group) => group.displayName).join(", ");
  return (
    <Page
      title={words.title(user.displayName)}
      actions={
        signOut && (
          <Button icon={<SignOutRegular />} onClick={signOut}>
            {texts.common.signOut}
          </Button>
        )
      }
    >
      <Body1>{words.lead(account.name)}</Body1>
      <Columns>
        <Section title={words.who}>
          <Facts
            facts={[
              [words.name, user.displayName],
              [words.mail, user.email],
              [words.signInName, user.userPrincipalName],
              [words.account, account.name],
              [words.role, texts.common.role[user.role]],
              [words.origin, originWords(user.origin, groups)],
              [words.groups, user.origin === "SYNC" ? null : groups],
              [words.since, words.sinceDay(user.createdAt)],
            ]}
          />
        </Section>
        <Section title={words.help}>
          <Facts
            facts={[
              [words.admins, admins.map(adminWords).join(", ") || words.noAdmins],
              [words.helpContact, account.helpContact ?? words.noHelpContact],
            ]}
          />
        </Section>
      </Columns>
    </Page>
  );
}
