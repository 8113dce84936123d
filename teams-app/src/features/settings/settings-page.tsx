import { useState } from "react";
import { Columns } from "../../components/columns.js";
import { Page } from "../../components/page.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useReloadAfterWhy } from "../../components/why-context.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { AdminsSection } from "./admins-section.js";
import { AuditSection } from "./audit-section.js";
import { ConnectionSection } from "./connection-section.js";
import { ExclusionsSection } from "./exclusions-section.js";
import { GoneRuleSection } from "./gone-rule-section.js";
import { HelpContactSection } from "./help-contact-section.js";
import { NoticesSection } from "./notices-section.js";
import { AccountDocument, RulesDocument } from "./operations.js";
import type { SavedAccount } from "./settings-form.js";
import { ShownMailSection } from "./shown-mail-section.js";
import { SignInLinkSection } from "./sign-in-link-section.js";

export function SettingsPage() {
  return (
    <Page title={texts.settings.title}>
      <Columns>
        <>
          <ConnectionSection />
          <AdminsSection />
          <RuleSections />
        </>
        <AccountSections />
      </Columns>
      <AuditSection />
    </Page>
  );
}

function AccountSections() {
  const query = useQuery(AccountDocument, {});
  const [saved, setSaved] = useState<SavedAccount | null>(null);
  if (query.status === "loading") return <SkeletonRows rows={6} />;
  if (query.status === "failed") return <TroubleNotice trouble={query.trouble} onRetry={query.reload} />;
  const account = { ...query.data.account, ...saved };
  const { reload } = query;
  const form = {
    version: account.settingsVersion,
    onSaved: setSaved,
    onStale: () => {
      setSaved(null);
      reload();
    },
  };
  return (
    <>
      <HelpContactSection helpContact={account.helpContact ?? ""} {...form} />
      <ShownMailSection shownEmail={account.shownEmail} {...form} />
      <NoticesSection receivers={account.receivers} mailAvailable={account.mailAvailable} {...form} />
      <SignInLinkSection link={account.signInLink} />
    </>
  );
}

function RuleSections() {
  const { reload, ...query } = useQuery(RulesDocument, {});
  useReloadAfterWhy(reload);
  if (query.status === "loading") return <SkeletonRows rows={6} />;
  if (query.status === "failed") return <TroubleNotice trouble={query.trouble} onRetry={reload} />;
  return (
    <>
      <GoneRuleSection settings={query.data.syncSettings} onChanged={reload} />
      <ExclusionsSection settings={query.data.syncSettings} onChanged={reload} />
    </>
  );
}
