import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Columns } from "../../components/columns.js";
import { InnerLink } from "../../components/inner-link.js";
import { Section } from "../../components/section.js";
import { texts } from "../../texts/texts.js";
import { ConflictsSection } from "../../components/conflicts-section.js";
import { DisableSection } from "./disable-section.js";
import { GroupsTable } from "./groups-table.js";
import { HandOverSection } from "./hand-over-section.js";
import { HoldSection } from "./hold-section.js";
import { PreviewSection } from "./preview-section.js";
import type { Preview } from "./preview-words.js";
import type { Settings } from "./set-up-draft.js";
import { StatusSection } from "./status-section.js";

const useStyles = makeStyles({
  rules: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

interface Props {
  settings: Settings;
  /** The admin asked in the set-up that people here by hand be handed over after the first run. */
  handOver: boolean;
  onEdit: () => void;
  onChanged: () => void;
  onNews: (news: string | null) => void;
}

/** What it does, how it fares, and how to stop it. */
export function OnView({ settings, handOver, onEdit, onChanged, onNews }: Props) {
  const [previewing, setPreviewing] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const { groups, excludedGroups } = settings;
  const words = texts.automaticImport.on;
  return (
    <>
      <HoldSection onDecided={onChanged} onNews={onNews} />
      <StatusSection onStarted={onChanged} previewing={previewing} onPreview={() => setPreviewing(true)} />
      {previewing && <PreviewSection onRead={setPreview} onClose={() => setPreviewing(false)} />}
      <ConflictsSection onDecided={onChanged} />
      <HandOverSection wanted={handOver} onDone={onChanged} />
      <Section title={words.groups} actions={<Button onClick={onEdit}>{words.edit}</Button>}>
        {groups.length === 0 ? (
          <Body1>{texts.automaticImport.setUp.noneChosen}</Body1>
        ) : (
          <GroupsTable label={words.groups} groups={groups} sums={previewing ? (preview?.groups ?? null) : null} />
        )}
      </Section>
      {excludedGroups.length > 0 && (
        <Section title={words.excludedGroups} actions={<ChangeExclusions />}>
          <GroupsTable
            label={words.excludedGroups}
            groups={excludedGroups.map((group) => ({ ...group, people: null, readAt: null }))}
            sums={null}
          />
        </Section>
      )}
      <Columns>
        <Section title={words.rules}>
          <Rules settings={settings} />
        </Section>
        <DisableSection
          onDisabled={() => {
            onNews(null);
            onChanged();
          }}
        />
      </Columns>
    </>
  );
}

function Rules({ settings }: { settings: Settings }) {
  const styles = useStyles();
  const words = texts.automaticImport.on;
  const { disableLeavers, includeGuests, includeNested, brake, excludedPeople, excludedGroups } = settings;
  const rules = [
    words.disableLeavers(disableLeavers),
    ...(disableLeavers ? [words.brake(brake.percent, brake.cap)] : []),
    words.includeGuests(includeGuests),
    words.includeNested(includeNested),
  ];
  return (
    <ul className={styles.rules}>
      {rules.map((rule) => (
        <li key={rule}>
          <Body1>{rule}</Body1>
        </li>
      ))}
      {excludedPeople.length > 0 && (
        <li>
          <Body1>
            {words.excludedPeople(excludedPeople.length)} {excludedGroups.length === 0 && <ChangeExclusions />}
          </Body1>
        </li>
      )}
    </ul>
  );
}

/** They are kept under Settings. */
function ChangeExclusions() {
  return <InnerLink to="/settings">{texts.automaticImport.on.changeExclusions}</InnerLink>;
}
