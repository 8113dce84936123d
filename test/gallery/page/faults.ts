import type { RunOptions } from "axe-core";

/* What is wrong with what is on screen, in words for whoever has to mend it. Nothing found is an empty list. */

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** Fluent's focus guards: hidden and focusable on purpose, which axe cannot know (microsoft/tabster#288). */
const NOT_OURS = "[data-tabster-dummy]";

const RUNS: Record<"everything" | "colours", RunOptions> = {
  everything: { runOnly: { type: "tag", values: LEVELS }, rules: { "target-size": { enabled: true } } },
  // What a theme can change; the rest was looked at in the theme before
  colours: { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } },
};

/** By axe, against WCAG 2.1 AA; targets of 24 px are of 2.2. */
export async function accessibilityFaults(run: "everything" | "colours"): Promise<string[]> {
  // At its end nothing that sticks to the bottom lies over what could be scrolled away from under it
  window.scrollTo(0, document.body.scrollHeight);
  const { default: axe } = await import("axe-core");
  const { violations } = await axe.run({ exclude: [[NOT_OURS]] }, { ...RUNS[run], resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}

/** What does not fit the window: a page that scrolls sideways, words that are cut off, controls that are clipped. */
export function layoutFaults(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const sideways = scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} px in ${clientWidth} px`] : [];
  const cutOff = [...document.querySelectorAll<HTMLElement>("body *")].filter(isCutOff).map(cutOffWords);
  const clipped = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(isClipped).map(clippedWords);
  return [...sideways, ...cutOff, ...clipped];
}

const CONTROLS = "a[href], button, input, select, textarea, summary";

/** Reaches out of a card, or of whatever else shows nothing of what lies beyond its sides. */
function isClipped(control: HTMLElement): boolean {
  const { left, right, width } = control.getBoundingClientRect();
  if (width <= 1) return false;
  for (let around = control.parentElement; around; around = around.parentElement) {
    if (!hides(getComputedStyle(around).overflowX)) continue;
    const sides = around.getBoundingClientRect();
    if (left < sides.left - 1 || right > sides.right + 1) return true;
  }
  return false;
}

const clippedWords = (control: HTMLElement): string =>
  `clipped: ${control.tagName.toLowerCase()} “${control.getAttribute("aria-label") ?? control.textContent?.trim() ?? ""}”`;

const hides = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";

function isCutOff(element: HTMLElement): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  // Said to screen readers alone
  if (element.clientWidth <= 1 || !hasWords(element)) return false;
  return (
    (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
    (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
  );
}

const hasWords = ({ childNodes }: HTMLElement): boolean =>
  [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "");

const cutOffWords = ({ textContent, scrollWidth, clientWidth }: HTMLElement): string =>
  `cut off: “${textContent?.trim() ?? ""}”, ${scrollWidth} px in ${clientWidth} px`;

/** A moment; whoever asked their system for less motion sees none. */
const MOMENT_MS = 100;

export function motionFaults(): string[] {
  return document
    .getAnimations()
    .filter((animation) => !endsSoon(animation))
    .map((animation) => `moves: ${animation instanceof CSSAnimation ? animation.animationName : animation.id}`);
}

const endsSoon = ({ effect }: Animation): boolean => Number(effect?.getComputedTiming().endTime) <= MOMENT_MS;

/** When what was set in motion for a moment, such as a change of colours, has come to its end. */
export async function stillness(): Promise<void> {
  await Promise.allSettled(
    document
      .getAnimations()
      .filter(endsSoon)
      .map(({ finished }) => finished),
  );
}
