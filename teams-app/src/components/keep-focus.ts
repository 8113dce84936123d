import { useEffect, useState } from "react";
import { returnTo, trailOf, type FocusTrail } from "./focus-trail.js";

/**
 * The focus is never lost: what had it may go (a button with its section, a row that was removed), and the browser would
 * leave whoever works by keyboard or screen reader at the top of the page.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let trail: FocusTrail = [];
    const remember = ({ target }: FocusEvent) => {
      // Fluent's guards at the edges of a table or dialog come and go: who tabs out of the page must not be called back
      if (target instanceof Element && !target.hasAttribute("data-tabster-dummy")) trail = trailOf(target);
    };
    const look = () => {
      if (isLost(trail)) setTimeout(() => isLost(trail) && returnTo(trail));
    };
    const observer = new MutationObserver(look);
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
    };
  }, []);
}

/** A dialog or drawer that has gone gives the focus back by itself: see below. */
function isLost(trail: FocusTrail): boolean {
  const [was] = trail;
  if (!was || was.element.isConnected || document.activeElement !== document.body) return false;
  return trail.every(({ element }) => element.isConnected || element.getAttribute("role") !== "dialog");
}

/** For what opens over the page, while it is shown: gives the focus back to what opened it, or to where that was. */
export function useReturnedFocus(): void {
  const [opener] = useState(() => trailOf(document.activeElement));
  useEffect(
    () => () => {
      // After Fluent has let go of the focus, which it keeps within
      setTimeout(() => {
        if (document.activeElement === document.body) returnTo(opener);
      });
    },
    [opener],
  );
}
