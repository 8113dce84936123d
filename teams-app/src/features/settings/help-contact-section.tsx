import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { useVisuallyHidden } from "../../components/visually-hidden.js";
import { texts } from "../../texts/texts.js";
import { SettingsForm } from "./settings-form.js";

const useStyles = makeStyles({ field: { width: "100%" } });

/** Whom people are told to ask. */
export function HelpContactSection({ helpContact }: { helpContact: string }) {
  const styles = useStyles();
  const hidden = useVisuallyHidden();
  const [typed, setTyped] = useState(helpContact);
  const words = texts.settings.help;

  return (
    <SettingsForm title={words.title} words={words} input={{ helpContact: typed.trim() || null }}>
      <Field label={{ children: words.field, className: hidden }} hint={words.hint} className={styles.field}>
        <Input value={typed} maxLength={200} onChange={(_, { value }) => setTyped(value)} />
      </Field>
    </SettingsForm>
  );
}
