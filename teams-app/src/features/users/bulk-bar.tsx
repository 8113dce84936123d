import { Button } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { MenuButton } from "../../components/menu-button.js";
import { SelectionBar } from "../../components/selection-bar.js";
import type { Selection } from "../../components/selection.js";
import { texts } from "../../texts/texts.js";
import type { Act } from "./acts.js";
import type { UserRow } from "./users-query.js";

interface Props {
  selection: Selection<UserRow>;
  onClear: () => void;
  onAsk: (act: Act, users: readonly UserRow[]) => void;
}

/** What can be done with the selected users. */
export function BulkBar({ selection, onClear, onAsk }: Props) {
  const words = texts.users;
  const ask = (act: Act) => onAsk(act, [...selection.values()]);
  if (selection.size === 0) return null;
  return (
    <SelectionBar label={words.bulk} words={words.selected(selection.size)}>
      <Button onClick={onClear}>{words.clear}</Button>
      <Button onClick={() => ask("ENABLE")}>{words.acts.ENABLE.action}</Button>
      <Button onClick={() => ask("DISABLE")}>{words.acts.DISABLE.action}</Button>
      <MenuButton
        icon={<ChevronDownRegular />}
        iconPosition="after"
        entries={[
          { label: words.acts.TO_GROUPS.action, onSelect: () => ask("TO_GROUPS") },
          { label: words.acts.KEEP.action, onSelect: () => ask("KEEP") },
        ]}
      >
        {words.more}
      </MenuButton>
    </SelectionBar>
  );
}
