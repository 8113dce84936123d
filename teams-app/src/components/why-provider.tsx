import { useCallback, useMemo, useState, type ReactNode } from "react";
import { usePlace } from "../navigation.js";
import { lazyPart } from "./lazy-part.js";
import { WhyContext, type WhyTarget } from "./why-context.js";

// A drawer weighs as much as a screen, and comes only once somebody asks.
const WhyDrawer = lazyPart(async () => (await import("./why-drawer.js")).WhyDrawer, { over: true });

/** Holds the one panel "Why is this person (not) here?" for all names below. */
export function WhyProvider({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<WhyTarget | null>(null);
  const { path } = usePlace();
  const [openedOn, setOpenedOn] = useState(path);
  // A link in the panel leads to another screen, and not behind it
  if (openedOn !== path) {
    setOpenedOn(path);
    setTarget(null);
  }
  const [changes, setChanges] = useState(0);
  const onChanged = useCallback(() => setChanges((before) => before + 1), []);
  const value = useMemo(() => ({ open: setTarget, changes }), [changes]);

  return (
    <WhyContext value={value}>
      {children}
      {target && <WhyDrawer target={target} onMove={setTarget} onClose={() => setTarget(null)} onChanged={onChanged} />}
    </WhyContext>
  );
}
