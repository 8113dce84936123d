import { createContext, useContext, useEffect, useRef } from "react";

/** Whom the panel is about: somebody by their id in the directory or here, or somebody still to be found. */
export type WhyTarget =
  { directoryId: string; name: string } | { userId: string; name: string } | { search: string; name?: undefined };

interface WhyPanel {
  open: (target: WhyTarget) => void;
  /** Counts what was done to people in the panel. */
  changes: number;
}

export const WhyContext = createContext<WhyPanel>({ open: () => undefined, changes: 0 });

/** Opens "Why is this person (not) here?". */
export const useOpenWhy = (): WhyPanel["open"] => useContext(WhyContext).open;

/** Reads a list anew when the panel has changed somebody in it. */
export function useReloadAfterWhy(reload: () => void): void {
  const { changes } = useContext(WhyContext);
  const seen = useRef(changes);
  useEffect(() => {
    if (seen.current !== changes) reload();
    seen.current = changes;
  }, [changes, reload]);
}
