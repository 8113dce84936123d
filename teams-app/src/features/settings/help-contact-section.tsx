import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import { Section } from "../../components/section.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { UpdateAccountSettingsDocument } from "./operations.js";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "start" },
  field: { width: "100%" },
});

/** Whom people are told to ask. What was typed stays when saving fails. */
export function HelpContactSection({ helpContact }: { helpContact: string }) {
  const styles = useStyles();
  const request = useRequest();
  const [typed, setTyped] = useState(helpContact);
  const [saving, setSaving] = useState(false);
  const [result, setResult] = useState<{ trouble: Trouble | null } | null>(null);
  const words = texts.settings.help;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    const input = { helpContact: typed.trim() || null };
    const answer = await request(UpdateAccountSettingsDocument, { input });
    const outcome = outcomeOf(answer, (data) => data.updateAccountSettings);
    setSaving(false);
    setResult({ trouble: outcome.ok ? null : outcome.trouble });
  };

  return (
    <Section title={words.title}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <Field label={words.field} hint={words.hint} className={styles.field}>
          <Input
            value={typed}
            maxLength={200}
            onChange={(_, { value }) => {
              setTyped(value);
              setResult(null);
            }}
          />
        </Field>
        <Button type="submit" disabledFocusable={saving}>
          {words.save}
        </Button>
      </form>
      {result?.trouble && <TroubleNotice trouble={result.trouble} />}
      {result && !result.trouble && (
        <MessageBar intent="success">
          <MessageBarBody>{words.saved}</MessageBarBody>
        </MessageBar>
      )}
    </Section>
  );
}
