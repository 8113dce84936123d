/** An element and what surrounds it, from the inside out, each with what stood before it. */
export type FocusTrail = readonly { readonly element: Element; readonly before: Element | null }[];

/** Remembers where somebody is, while it is still on the page; of a menu, what opened it. */
export function trailOf(element: Element | null): FocusTrail {
  const trail: FocusTrail[number][] = [];
  for (let at = openerOfMenu(element) ?? element; at && at !== document.body; at = at.parentElement)
    trail.push({ element: at, before: at.previousElementSibling });
  return trail;
}

function openerOfMenu(element: Element | null): Element | null {
  const menu = element?.closest("[role=menu]");
  return document.getElementById(menu?.getAttribute("aria-labelledby") ?? "");
}

/**
 * Gives the focus back to where somebody was. Where that is gone, to the nearest heading or table above it, in the part
 * of the page it was in: what comes next is then one Tab away, and a screen reader says where one is.
 */
export function returnTo(trail: FocusTrail): void {
  const [was] = trail;
  if (was?.element instanceof HTMLElement && canHaveFocus(was.element)) {
    was.element.focus();
    if (document.activeElement === was.element) return;
  }
  const landing = landingOf(trail) ?? document.querySelector<HTMLElement>("main h1, h1");
  if (!landing) return;
  // Nobody comes here by Tab
  if (!landing.hasAttribute("tabindex")) landing.tabIndex = -1;
  landing.focus({ preventScroll: true });
}

const LANDINGS = "h1, h2, h3, table, [data-landing]";
const PARTS = "[role=region], [role=dialog], main";

function landingOf(trail: FocusTrail): HTMLElement | null {
  const at = trail.findIndex(({ element }) => element.isConnected);
  const around = trail[at]?.element;
  if (!around) return null;
  const before = trail[at - 1]?.before ?? null;
  const part = around.closest(PARTS) ?? around;
  const landings = [...part.querySelectorAll<HTMLElement>(LANDINGS)].filter(isShown);
  return landings.findLast((one) => isAbove(one, around, before)) ?? landings[0] ?? null;
}

/** Above the place in `around` that follows `before`. */
function isAbove(one: Element, around: Element, before: Element | null): boolean {
  const follows =
    (before?.isConnected ? before : around).compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
  return before?.isConnected ? before.contains(one) || !follows : !follows && !around.contains(one);
}

const canHaveFocus = (element: HTMLElement): boolean => element.isConnected && !element.matches(":disabled");

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;
