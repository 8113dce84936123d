import { makeStyles } from "@fluentui/react-components";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { SkeletonRows } from "./skeleton-rows.js";

/** Counts a part that loads; returns what ends it. */
type HoldBack = () => () => void;

const SteadyContext = createContext<HoldBack>(() => () => undefined);

/** Says that nobody knows yet whether this part takes room above others: until then the page below `Steady` is held back. */
export function useHoldsBack(loading: boolean): void {
  const holdBack = useContext(SteadyContext);
  // Before the paint: what is seen once must not move
  useLayoutEffect(() => (loading ? holdBack() : undefined), [loading, holdBack]);
}

/** The same for a page itself, which is above its `Steady`. */
export function HoldsBack({ loading }: { loading: boolean }): null {
  useHoldsBack(loading);
  return null;
}

/** Milliseconds for which a page is held back after the last answer; a slow one must not hide it for longer. */
const HELD_BACK_MS = 2000;

const useStyles = makeStyles({ shown: { display: "contents" }, hidden: { display: "none" } });

/**
 * Loads at once, and shows itself when all parts know how much room they take: whoever aims at a button must not hit
 * another. `className` is of what stands there meanwhile.
 */
export function Steady({ className, children }: { className?: string; children: ReactNode }) {
  const styles = useStyles();
  const count = useRef(0);
  const [loading, setLoading] = useState(0);
  const [shown, setShown] = useState(false);

  const holdBack = useCallback<HoldBack>(() => {
    setLoading(++count.current);
    return () => setLoading(--count.current);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), count.current === 0 ? 0 : HELD_BACK_MS);
    return () => clearTimeout(timer);
  }, [loading]);

  const waiting = loading > 0 && !shown;
  return (
    <SteadyContext value={holdBack}>
      {waiting && (
        <div {...(className ? { className } : {})}>
          <SkeletonRows rows={10} />
        </div>
      )}
      <div className={waiting ? styles.hidden : styles.shown}>{children}</div>
    </SteadyContext>
  );
}
