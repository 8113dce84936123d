import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { useImperativeHandle, type ReactElement, type Ref } from "react";

export type MenuEntry = "divider" | { label: string; icon?: ReactElement; onSelect: () => void };

interface Props {
  /** The button, which stands elsewhere: it was there before the menu came. */
  opener: HTMLElement;
  open: boolean;
  onOpen: (open: boolean) => void;
  entries: readonly MenuEntry[];
}

/** What a MenuButton opens. */
export function MenuSurface({ opener, open, onOpen, entries }: Props) {
  return (
    <Menu open={open} onOpenChange={(_, data) => onOpen(data.open)}>
      <MenuTrigger disableButtonEnhancement>
        <Standing element={opener} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-labelledby={opener.id}>
          {entries.map((entry, index) =>
            entry === "divider" ? (
              <MenuDivider key={index} />
            ) : (
              <MenuItem key={entry.label} {...(entry.icon ? { icon: entry.icon } : {})} onClick={entry.onSelect}>
                {entry.label}
              </MenuItem>
            ),
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Hands Fluent the button it would otherwise draw: to place the menu at, and to give the focus back to. */
function Standing({ element, ref }: { element: HTMLElement; ref?: Ref<HTMLElement> }) {
  useImperativeHandle(ref, () => element, [element]);
  return null;
}
