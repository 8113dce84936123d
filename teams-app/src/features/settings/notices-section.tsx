import { Field, Input, makeStyles, MessageBar, MessageBarBody, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { AccountQuery } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import { addressesIn, whoIsTold } from "./receivers.js";
import { SettingsForm } from "./settings-form.js";

const useStyles = makeStyles({ field: { width: "100%" } });

/** Who is told of what needs a person, and that nobody is while it is so. */
export function NoticesSection({
  receivers,
  mailAvailable,
}: Pick<AccountQuery["account"], "receivers" | "mailAvailable">) {
  const styles = useStyles();
  const [emails, setEmails] = useState(receivers.emails.join("\n"));
  const [webhook, setWebhook] = useState(receivers.webhook ?? "");
  const typed = { emails: addressesIn(emails), webhook: webhook.trim() || null };
  const [saved, setSaved] = useState(typed);
  const words = texts.settings.notices;
  const warning = words.warnings[whoIsTold(saved, mailAvailable)];

  return (
    <SettingsForm title={words.title} words={words} input={{ receivers: typed }} onSaved={() => setSaved(typed)}>
      {warning && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{warning}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={words.emails} hint={words.emailsHint} className={styles.field}>
        <Textarea value={emails} resize="vertical" onChange={(_, { value }) => setEmails(value)} />
      </Field>
      <Field label={words.webhook} hint={words.webhookHint} className={styles.field}>
        <Input inputMode="url" value={webhook} maxLength={2000} onChange={(_, { value }) => setWebhook(value)} />
      </Field>
    </SettingsForm>
  );
}
