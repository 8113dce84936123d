import { Body1, MessageBar, MessageBarBody, Switch } from "@fluentui/react-components";
import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { Section } from "../../components/section.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import type { RulesQuery } from "../../graphql/generated/graphql.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { GoneRuleDialog } from "./gone-rule-dialog.js";
import { SetGoneRuleDocument } from "./operations.js";

type Settings = Pick<RulesQuery["syncSettings"], "version" | "enabled" | "disableLeavers" | "disableGone">;

/** Whether users whom admins manage are disabled once the directory blocks or has deleted them. */
export function GoneRuleSection({ settings, onChanged }: { settings: Settings; onChanged: () => void }) {
  const request = useRequest();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<boolean | null>(null);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [saved, setSaved] = useState(false);
  const words = texts.settings.gone;

  const save = async (disableGone: boolean, previewToken: string | null) => {
    setPending(true);
    setSaved(false);
    const input = { version: settings.version, disableGone, previewToken };
    const outcome = outcomeOf(await request(SetGoneRuleDocument, { input }), (data) => data.updateSyncSettings);
    setPending(false);
    setAsking(null);
    setTrouble(outcome.ok ? null : outcome.trouble);
    setSaved(outcome.ok);
    if (outcome.ok) announce(words.saved);
    // Also after a refusal: it says to look at the settings as they are now.
    onChanged();
  };

  return (
    <Section title={words.title}>
      <Switch
        label={words.label}
        checked={asking ?? settings.disableGone}
        onChange={(_, { checked }) => {
          setSaved(false);
          setAsking(checked);
        }}
      />
      <Body1>{words.hint}</Body1>
      {saved && (
        <MessageBar intent="success">
          <MessageBarBody>{words.saved}</MessageBarBody>
        </MessageBar>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      {asking !== null && (
        <GoneRuleDialog
          turnOn={asking}
          needsPreview={settings.enabled && settings.disableLeavers}
          pending={pending}
          onConfirm={(token) => void save(asking, token)}
          onCancel={() => setAsking(null)}
        />
      )}
    </Section>
  );
}
