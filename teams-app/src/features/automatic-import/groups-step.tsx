import { useDebounced } from "../../components/use-debounced.js";
import type { SyncChoiceInput } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";
import { ChosenGroups } from "./chosen-groups.js";
import { GroupPicker } from "./group-picker.js";
import { toChoice, withGroup, type Draft } from "./set-up-draft.js";
import { SetUpStep } from "./set-up-step.js";
import { usePreview } from "./use-preview.js";

/** Counting reads the groups: once a choice has stood still for so long, and not at each tick. */
const countAfterMs = 1000;

interface Props {
  draft: Draft;
  editing: boolean;
  onChange: (draft: Draft) => void;
}

export function GroupsStep({ draft, editing, onChange }: Props) {
  const words = texts.automaticImport.setUp;
  const choice = JSON.stringify(toChoice(draft));
  const counted = useDebounced(choice, countAfterMs);
  const { preview, loading } = usePreview(JSON.parse(counted) as SyncChoiceInput);
  const isOfThis = counted === choice;
  return (
    <SetUpStep step="groups">
      <ChosenGroups
        groups={draft.groups}
        sums={isOfThis ? (preview?.groups ?? null) : null}
        counting={loading || !isOfThis}
        emptyWords={editing ? words.noneChosenOn : words.noneChosen}
        onRemove={(group) => onChange(withGroup(draft, group, false))}
      />
      <GroupPicker
        chosen={new Set(draft.groups.map(({ id }) => id))}
        onToggle={(group, chosen) => onChange(withGroup(draft, group, chosen))}
      />
    </SetUpStep>
  );
}
