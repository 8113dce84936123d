import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { texts } from "../texts/texts.js";
import { nextPage, previousPage, type CursorStack } from "./cursor-stack.js";

const useStyles = makeStyles({
  pager: { display: "flex", alignItems: "center", justifyContent: "flex-end", gap: tokens.spacingHorizontalM },
});

interface Props {
  stack: CursorStack;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** While the next page is on its way, so that a double click does not skip one. */
  busy: boolean;
  onMove: (stack: CursorStack) => void;
}

/** Previous and Next; not shown where everything fits one page. */
export function Pager({ stack, pageInfo: { hasNextPage, endCursor }, busy, onMove }: Props) {
  const styles = useStyles();
  const nav = useRef<HTMLElement>(null);
  const page = stack.cursors.length + 1;
  const [shown, setShown] = useState(false);
  const needed = page > 1 || hasNextPage;
  // Not taken away while the first page is on its way back: whoever pressed Previous has the focus there
  if (!busy && needed !== shown) setShown(needed);
  const move = (to: CursorStack) => {
    onMove(to);
    // The buttons are below the list: without this the next page begins at its end.
    nav.current?.parentElement?.scrollIntoView({ block: "start" });
  };
  if (!needed && !shown) return null;
  return (
    <nav ref={nav} aria-label={texts.common.pages} className={styles.pager}>
      <Text>{texts.common.page(page)}</Text>
      <Button disabledFocusable={page === 1 || busy} onClick={() => move(previousPage(stack))}>
        {texts.common.previous}
      </Button>
      <Button
        disabledFocusable={!hasNextPage || endCursor === null || busy}
        onClick={() => endCursor !== null && move(nextPage(stack, endCursor))}
      >
        {texts.common.next}
      </Button>
    </nav>
  );
}
