import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import { useVisuallyHidden } from "./visually-hidden.js";

type Announce = (words: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says something to screen readers without moving focus: starts, ends and results, never progress. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

/** The one polite live region of the tab. It is there from the start: regions added with their words stay unread. */
export function Announcer({ children }: { children: ReactNode }) {
  const hidden = useVisuallyHidden();
  const [spoken, setSpoken] = useState({ words: "", turn: 0 });
  const announce = useCallback<Announce>((words) => setSpoken(({ turn }) => ({ words, turn: turn + 1 })), []);

  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className={hidden}>
        {/* A new key, so that the same words said twice are read twice. */}
        <span key={spoken.turn}>{spoken.words}</span>
      </div>
    </AnnounceContext>
  );
}
