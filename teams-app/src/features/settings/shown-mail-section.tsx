import { useState } from "react";
import { Choice } from "../../components/choice.js";
import type { ShownEmail } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import { SettingsForm } from "./settings-form.js";

/** Which of the two that are known of everybody stands under "mail". */
export function ShownMailSection({ shownEmail }: { shownEmail: ShownEmail }) {
  const [chosen, setChosen] = useState(shownEmail);
  const words = texts.settings.shownMail;
  const options = [
    ["MAIL", words.MAIL],
    ["SIGN_IN_NAME", words.SIGN_IN_NAME],
  ] as const;

  return (
    <SettingsForm title={words.title} words={words} input={{ shownEmail: chosen }}>
      <Choice label={words.field} hint={words.hint} value={chosen} options={options} onChange={setChosen} />
    </SettingsForm>
  );
}
