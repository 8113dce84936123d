import { AnnounceProvider, makeStyles } from "@fluentui/react-components";
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { useVisuallyHidden } from "./visually-hidden.js";

type Announce = (words: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says something to screen readers without moving focus: starts, ends and results, never progress. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

/** Milliseconds after which words go from the region, long since read: whoever walks the page meets each once. */
const KEPT_MS = 1000;

const useStyles = makeStyles({ region: { position: "fixed", top: 0, insetInlineStart: 0 } });

/**
 * The one polite live region of the tab, also of Fluent's message bars, which are silent without. It is there from the
 * start, since regions added with their words stay unread, and outside of the page: an open dialog hides the page from
 * screen readers, and the words of what was decided in it with the page.
 */
export function Announcer({ children }: { children: ReactNode }) {
  const hidden = useVisuallyHidden();
  const styles = useStyles();
  const [spoken, setSpoken] = useState<readonly { readonly words: string; readonly turn: number }[]>([]);
  const turns = useRef(0);
  const announce = useCallback<Announce>((words) => {
    // A turn of its own, so that the same words said twice are read twice
    const one = { words, turn: ++turns.current };
    setSpoken((before) => [...before, one]);
    setTimeout(() => setSpoken((before) => before.filter((other) => other !== one)), KEPT_MS);
  }, []);
  const ofFluent = useMemo(() => ({ announce }), [announce]);

  return (
    <AnnounceContext value={announce}>
      <AnnounceProvider value={ofFluent}>{children}</AnnounceProvider>
      {createPortal(
        <div role="status" aria-live="polite" aria-atomic={false} className={styles.region} data-tabster-never-hide="">
          {spoken.map(({ words, turn }) => (
            <p key={turn} className={hidden}>
              {words}
            </p>
          ))}
        </div>,
        document.body,
      )}
    </AnnounceContext>
  );
}
