import { Page } from "../../components/page.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { ConnectionSection } from "./connection-section.js";
import { HelpContactSection } from "./help-contact-section.js";
import { NoticesSection } from "./notices-section.js";
import { AccountDocument } from "./operations.js";
import { SignInLinkSection } from "./sign-in-link-section.js";

export function SettingsPage() {
  const account = useQuery(AccountDocument, {});
  return (
    <Page title={texts.settings.title} narrow>
      <ConnectionSection />
      {account.status === "loading" && <SkeletonRows rows={6} />}
      {account.status === "failed" && <TroubleNotice trouble={account.trouble} onRetry={account.reload} />}
      {account.status === "ready" && (
        <>
          <HelpContactSection helpContact={account.data.account.helpContact ?? ""} />
          <NoticesSection
            receivers={account.data.account.receivers}
            mailAvailable={account.data.account.mailAvailable}
          />
          <SignInLinkSection link={account.data.account.signInLink} />
        </>
      )}
    </Page>
  );
}
