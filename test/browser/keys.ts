import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

const FAR_ENOUGH = 100;

/**
 * Presses a key until this has the focus, as somebody without a mouse does: Tab, unless told otherwise. What is disabled
 * while something is loaded takes no focus yet, and somebody waits for it.
 */
export async function keyTo(target: Locator, key = "Tab"): Promise<void> {
  await target.waitFor();
  await expect.poll(() => target.isEnabled(), { timeout: 30_000 }).toBe(true);
  const page = target.page();
  for (let presses = 0; presses < FAR_ENOUGH; presses++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(target)}; the focus is on ${String(await page.evaluate(STOP))}`);
}

/** Goes there by Tab and presses it. */
export async function pressByKey(target: Locator, key = "Enter"): Promise<void> {
  await keyTo(target);
  await target.page().keyboard.press(key);
}

/** Waits until this has the focus. */
export const focusIn = (target: Locator): Promise<void> => target.and(target.page().locator(":focus")).waitFor();

const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(":focus")).count()) > 0;

/** Where Tab leads from here to the end of the page: names, and what they are within; hidden things are marked. */
export async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = [];
  for (let presses = 0; presses < FAR_ENOUGH; presses++) {
    const stop = await page.evaluate<string | null>(STOP);
    if (stop === null) return stops;
    if (stop === stops[0]) throw new Error(`Tab does not lead out of the page: ${stops.join(", ")}`);
    stops.push(stop);
    await page.keyboard.press("Tab");
  }
  return stops;
}

const STOP = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const within = at.closest("table")?.getAttribute("aria-label") ?? at.closest("[role=tablist]")?.getAttribute("aria-label");
  const box = at.getBoundingClientRect();
  const hidden = box.width === 0 || at.closest("[aria-hidden=true], [hidden]") ? "HIDDEN " : "";
  const name = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
  return hidden + (within ? within + ": " : "") + name.trim().slice(0, 40);
})()`;
