import { Button, type ButtonProps } from "@fluentui/react-components";
import { useId, useState, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import { lazyPart } from "./lazy-part.js";
import type { MenuEntry } from "./menu-surface.js";

const MenuSurface = lazyPart(async () => (await import("./menu-surface.js")).MenuSurface, { over: true });

interface Props extends Pick<ButtonProps, "appearance" | "size" | "iconPosition"> {
  icon: ReactElement;
  "aria-label"?: string;
  className?: string;
  children?: ReactNode;
  entries: readonly MenuEntry[];
}

/** A button that opens a menu. Fluent's menu, with all that places it, is loaded when one is first opened. */
export function MenuButton({ entries, ...looks }: Props) {
  const id = useId();
  // Null until it is first opened; from then on the menu stays, which gives the focus back when it closes
  const [menu, setMenu] = useState<{ opener: HTMLElement; open: boolean } | null>(null);
  const open = menu?.open ?? false;

  const openByArrow = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    setMenu({ opener: event.currentTarget, open: true });
  };
  return (
    <>
      <Button
        {...looks}
        id={id}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={({ currentTarget }) => setMenu({ opener: currentTarget, open: !open })}
        onKeyDown={openByArrow}
      />
      {menu && <MenuSurface {...menu} entries={entries} onOpen={(now) => setMenu({ ...menu, open: now })} />}
    </>
  );
}
