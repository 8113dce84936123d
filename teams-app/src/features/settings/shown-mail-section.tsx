import { Choice } from "../../components/choice.js";
import { useDraft } from "../../components/use-draft.js";
import type { ShownEmail } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import { SettingsForm, type FormOfAccount } from "./settings-form.js";

interface Props extends FormOfAccount {
  shownEmail: ShownEmail;
}

/** Which of the two that are known of everybody stands under "mail". */
export function ShownMailSection({ shownEmail, onSaved, ...form }: Props) {
  const chosen = useDraft("settings.shown-mail", shownEmail);
  const words = texts.settings.shownMail;
  const options = [
    ["MAIL", words.MAIL],
    ["SIGN_IN_NAME", words.SIGN_IN_NAME],
  ] as const;

  return (
    <SettingsForm
      title={words.title}
      words={words}
      {...form}
      input={{ shownEmail: chosen.value }}
      isTyped={chosen.isTyped}
      onSaved={(account) => {
        onSaved(account);
        chosen.settle();
      }}
    >
      <Choice label={words.field} hint={words.hint} value={chosen.value} options={options} onChange={chosen.type} />
    </SettingsForm>
  );
}
