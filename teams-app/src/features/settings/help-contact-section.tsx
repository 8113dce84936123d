import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useDraft } from "../../components/use-draft.js";
import { useVisuallyHidden } from "../../components/visually-hidden.js";
import { texts } from "../../texts/texts.js";
import { SettingsForm, type FormOfAccount } from "./settings-form.js";

const useStyles = makeStyles({ field: { width: "100%" } });

interface Props extends FormOfAccount {
  helpContact: string;
}

/** Whom people are told to ask. */
export function HelpContactSection({ helpContact, onSaved, ...form }: Props) {
  const styles = useStyles();
  const hidden = useVisuallyHidden();
  const help = useDraft("settings.help", helpContact);
  const words = texts.settings.help;

  return (
    <SettingsForm
      title={words.title}
      words={words}
      {...form}
      input={{ helpContact: help.value.trim() || null }}
      isTyped={help.isTyped}
      onSaved={(account) => {
        onSaved(account);
        help.settle();
      }}
    >
      <Field label={{ children: words.field, className: hidden }} hint={words.hint} className={styles.field}>
        <Input value={help.value} maxLength={200} onChange={(_, { value }) => help.type(value)} />
      </Field>
    </SettingsForm>
  );
}
