import { Button, Caption1, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useState, type FormEvent, type ReactNode } from "react";
import { ButtonRow } from "../../components/button-row.js";
import { Section } from "../../components/section.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import type { UpdateAccountSettingsInput, UpdateAccountSettingsMutation } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { UpdateAccountSettingsDocument } from "./operations.js";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "start" },
});

export type SavedAccount = Extract<
  UpdateAccountSettingsMutation["updateAccountSettings"],
  { __typename: "AccountSettingsUpdated" }
>["account"];

export interface FormOfAccount {
  /** Of what is on screen: what somebody else saved meanwhile is not written over unseen. */
  version: number;
  onSaved: (account: SavedAccount) => void;
  /** Somebody else saved meanwhile. */
  onStale: () => void;
}

interface Props extends FormOfAccount {
  title: string;
  words: { save: string; saved: string };
  /** What Save sends. */
  input: UpdateAccountSettingsInput;
  /** What stands in the fields is other than what is stored. */
  isTyped: boolean;
  /** The fields. */
  children: ReactNode;
}

/** A part of the settings that is saved by itself. What was typed stays when saving fails; news of it goes with the next change. */
export function SettingsForm({ title, words, input, isTyped, version, onSaved, onStale, children }: Props) {
  const styles = useStyles();
  const request = useRequest();
  const [saving, setSaving] = useState(false);
  const [result, setResult] = useState<{ of: string; trouble: Trouble | null } | null>(null);
  const typed = JSON.stringify(input);
  const news = result?.of === typed ? result : null;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    // Enter in a field sends as well, and does not look at the button
    if (saving) return;
    setSaving(true);
    const outcome = outcomeOf(
      await request(UpdateAccountSettingsDocument, { input: { ...input, version } }),
      (data) => data.updateAccountSettings,
    );
    setSaving(false);
    setResult({ of: typed, trouble: outcome.ok ? null : outcome.trouble });
    if (outcome.ok) onSaved(outcome.value.account);
    else if (outcome.trouble.kind === "problem" && outcome.trouble.code === "SETTINGS_CHANGED") onStale();
  };

  return (
    <Section title={title}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        {children}
        <ButtonRow>
          <Button type="submit" disabledFocusable={saving}>
            {words.save}
          </Button>
          {isTyped && <Caption1>{texts.settings.notSaved}</Caption1>}
        </ButtonRow>
      </form>
      {news?.trouble && <TroubleNotice trouble={news.trouble} />}
      {news && !news.trouble && (
        <MessageBar intent="success">
          <MessageBarBody>{words.saved}</MessageBarBody>
        </MessageBar>
      )}
    </Section>
  );
}
