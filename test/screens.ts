import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../demo/paths.js";
import { startPackaged } from "./browser/chromium.js";
import { DESKTOP, openGallery, type Gallery } from "./gallery/open-gallery.js";
import { openShrinker } from "./gallery/shrinker.js";
import { pageOfScreens, pictureOf, VIEWS, type View } from "./gallery/pictures.js";
import type { State } from "./gallery/state.js";
import { STATES } from "./gallery/states.js";

/*
 * `npm run screens`: pictures of every state of every screen into docs/screens, and docs/screens.md, which shows them;
 * `npm run screens -- users/held`: of those whose name begins so, beside the others; `npm run screens -- --text`: the
 * text alone. Nothing moves and the clock stands still, so a picture changes only when the tab, the fonts or the browser
 * do: that is why it takes the browser that comes with the packages, whatever is installed.
 */
const FOLDER = join(ROOT, "docs/screens");
/** Of a taller page only a part is shown. */
const TALLEST = 1100;
const SIZES: Record<View, { width: number; height: number }> = {
  light: DESKTOP,
  dark: DESKTOP,
  contrast: DESKTOP,
  phone: { width: 390, height: 844 },
};

const [wanted = ""] = process.argv.slice(2);
if (wanted !== "--text") await picture(STATES.filter(({ name }) => name.startsWith(wanted)));
await writeFile(join(ROOT, "docs/screens.md"), pageOfScreens(STATES));

async function picture(states: readonly State[]): Promise<void> {
  const started = Date.now();
  if (states.length === 0) throw new Error(`No state's name begins with ${wanted}.`);
  if (wanted === "") await rm(FOLDER, { recursive: true, force: true });
  const chromium = await startPackaged();
  const gallery = await openGallery(chromium.browser);
  const shrink = await openShrinker(chromium.browser);
  for (const state of states) {
    await mkdir(join(FOLDER, state.name.split("/")[0] ?? ""), { recursive: true });
    await gallery.show(state);
    for (const view of VIEWS)
      await writeFile(join(ROOT, "docs", pictureOf(state.name, view)), await shrink(await taken(gallery, state, view)));
  }
  await chromium.close();
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`${states.length} states, ${VIEWS.length} pictures each, in ${seconds} s`);
}

/** The page as it is on screen; of one taller than that, the part where it says what it has to say. */
async function taken(gallery: Gallery, { says: [first] }: State, view: View): Promise<Buffer> {
  const { page } = gallery;
  await page.setViewportSize(SIZES[view]);
  await gallery.theme(view === "phone" ? "light" : view);
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  await page.setViewportSize({ ...SIZES[view], height: Math.min(Math.max(height, 480), TALLEST) });
  if (first) await page.getByText(first).first().evaluate("(words) => words.scrollIntoViewIfNeeded()");
  return page.screenshot();
}
