import { Field, Input, makeStyles, MessageBar, MessageBarBody, Textarea } from "@fluentui/react-components";
import { useDraft } from "../../components/use-draft.js";
import type { AccountQuery } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import { addressesIn, whoIsTold } from "./receivers.js";
import { SettingsForm, type FormOfAccount } from "./settings-form.js";

const useStyles = makeStyles({ field: { width: "100%" } });

interface Props extends FormOfAccount, Pick<AccountQuery["account"], "receivers" | "mailAvailable"> {}

/** Who is told of what needs a person, and that nobody is while it is so. */
export function NoticesSection({ receivers, mailAvailable, onSaved, ...form }: Props) {
  const styles = useStyles();
  const emails = useDraft("settings.emails", receivers.emails.join("\n"));
  const webhook = useDraft("settings.webhook", receivers.webhook ?? "");
  const words = texts.settings.notices;
  const warning = words.warnings[whoIsTold(receivers, mailAvailable)];

  return (
    <SettingsForm
      title={words.title}
      words={words}
      {...form}
      input={{ receivers: { emails: addressesIn(emails.value), webhook: webhook.value.trim() || null } }}
      isTyped={emails.isTyped || webhook.isTyped}
      onSaved={(account) => {
        onSaved(account);
        emails.settle();
        webhook.settle();
      }}
    >
      {warning && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{warning}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={words.emails} hint={words.emailsHint} className={styles.field}>
        <Textarea value={emails.value} resize="vertical" onChange={(_, { value }) => emails.type(value)} />
      </Field>
      <Field label={words.webhook} hint={words.webhookHint} className={styles.field}>
        <Input
          inputMode="url"
          value={webhook.value}
          maxLength={2000}
          onChange={(_, { value }) => webhook.type(value)}
        />
      </Field>
    </SettingsForm>
  );
}
