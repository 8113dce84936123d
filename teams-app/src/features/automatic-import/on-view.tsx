import { Body1, Button } from "@fluentui/react-components";
import { Section } from "../../components/section.js";
import { SyncStatusLine } from "../../components/sync-status-line.js";
import { texts } from "../../texts/texts.js";
import { DisableSection } from "./disable-section.js";
import { GroupsTable } from "./groups-table.js";
import { HoldSection } from "./hold-section.js";
import { RunNowButton } from "./run-now-button.js";
import type { Settings } from "./set-up-draft.js";

interface Props {
  settings: Settings;
  onEdit: () => void;
  onChanged: () => void;
}

/** What it does, how it fares, and how to stop it. */
export function OnView({ settings, onEdit, onChanged }: Props) {
  const words = texts.automaticImport.on;
  return (
    <>
      <HoldSection onDecided={onChanged} />
      <Section title={words.status}>
        <SyncStatusLine />
        <RunNowButton onStarted={onChanged} />
      </Section>
      <Section title={words.groups} actions={<Button onClick={onEdit}>{words.edit}</Button>}>
        {settings.groups.length === 0 ? (
          <Body1>{texts.automaticImport.setUp.noneChosen}</Body1>
        ) : (
          <GroupsTable groups={settings.groups} />
        )}
      </Section>
      <Section title={words.rules}>
        <Body1>
          {words.disableLeavers(settings.disableLeavers)} {words.includeGuests(settings.includeGuests)}{" "}
          {words.includeNested(settings.includeNested)}
        </Body1>
      </Section>
      <DisableSection onDisabled={onChanged} />
    </>
  );
}
