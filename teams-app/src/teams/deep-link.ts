/** Screens that a link may name, as their paths do. */
const SCREENS = ["users", "add-people", "automatic-import", "history", "settings", "me"];
const RUN = /^run\/([\w-]{1,64})$/;

/**
 * The place in the tab that a deep link's `subPageId` names: a screen, or a run of the history ("run/<id>"). Null for
 * anything else: it comes from whoever made the link.
 */
export function placeOfSubPage(subPageId: string | null): string | null {
  const run = RUN.exec(subPageId ?? "")?.[1];
  if (run !== undefined) return `/history/run/${run}`;
  return SCREENS.includes(subPageId ?? "") ? `/${subPageId}` : null;
}

/** The other way round: what a link to this place has to carry. */
export const subPageOf = (place: string): string => place.replace(/^\/(history\/(?=run\/))?/, "");
