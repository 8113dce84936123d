import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
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
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<ChevronDownRegular />} iconPosition="after">
            {words.more}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => ask("TO_GROUPS")}>{words.acts.TO_GROUPS.action}</MenuItem>
            <MenuItem onClick={() => ask("KEEP")}>{words.acts.KEEP.action}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </SelectionBar>
  );
}
