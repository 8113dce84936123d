import {
  Body1,
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { Section } from "../../components/section.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { texts } from "../../texts/texts.js";
import { ChosenGroups } from "./chosen-groups.js";
import { GroupPicker } from "./group-picker.js";
import { RulesFields } from "./rules-fields.js";
import { draftOf, withGroup, type Settings } from "./set-up-draft.js";
import { useSaveSettings } from "./use-save-settings.js";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

/** Enough to recognise a mistake by. */
const LEAVERS_SHOWN = 10;

interface Props {
  settings: Settings;
  onReload: () => void;
  onCancel: () => void;
  onDone: () => void;
}

/** Groups, rules, then on. The same form edits while it is on. */
export function SetUp({ settings, onReload, onCancel, onDone }: Props) {
  const styles = useStyles();
  const [draft, setDraft] = useState(() => draftOf(settings));
  const { save, saving, trouble, leavers, confirm, cancel } = useSaveSettings(settings, onDone);
  const words = texts.automaticImport.setUp;
  const editing = settings.enabled;
  // Enabling needs a group; an edit may take the last one away, and then nothing runs.
  const needsGroup = !editing && draft.groups.length === 0;
  const changedElsewhere = trouble?.kind === "problem" && trouble.code === "SETTINGS_CHANGED";

  return (
    <>
      <Section title={words.groupsStep}>
        <ChosenGroups
          groups={draft.groups}
          emptyWords={editing ? words.noneChosenOn : words.noneChosen}
          onRemove={(group) => setDraft(withGroup(draft, group, false))}
        />
        <GroupPicker
          chosen={new Set(draft.groups.map(({ id }) => id))}
          onToggle={(group, chosen) => setDraft(withGroup(draft, group, chosen))}
        />
      </Section>
      <Section title={words.rulesStep}>
        <RulesFields draft={draft} onChange={setDraft} />
      </Section>
      {changedElsewhere && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.settingsChanged}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={onReload}>{words.loadNewest}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {trouble && !changedElsewhere && <TroubleNotice trouble={trouble} />}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={needsGroup || saving} onClick={() => save(draft)}>
          {editing ? words.save : words.turnOn}
        </Button>
        <Button onClick={onCancel}>{texts.common.cancel}</Button>
      </div>
      {leavers && (
        <ConfirmDialog
          title={words.confirmLeavers.title(leavers.count)}
          action={words.confirmLeavers.action}
          onConfirm={confirm}
          onCancel={cancel}
        >
          <Body1>{words.confirmLeavers.body}</Body1>
          <ul>
            {leavers.people.slice(0, LEAVERS_SHOWN).map(({ directoryId, displayName, reason }) => (
              <li key={directoryId}>
                {displayName}: {reason}
              </li>
            ))}
          </ul>
          {leavers.count > LEAVERS_SHOWN && <Body1>{words.confirmLeavers.more(leavers.count - LEAVERS_SHOWN)}</Body1>}
        </ConfirmDialog>
      )}
    </>
  );
}
