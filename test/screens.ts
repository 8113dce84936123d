import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../demo/paths.js";
import { startPackaged } from "./browser/chromium.js";
import { DESKTOP, openGallery, type Gallery } from "./gallery/open-gallery.js";
import { pageOfScreens, pictureOf, VIEWS, type View } from "./gallery/pictures.js";
import { STATES } from "./gallery/states.js";

/*
 * `npm run screens`: pictures of every state of every screen into docs/screens, and docs/screens.md, which shows them.
 * Nothing moves and the clock stands still, so a picture changes only when the tab, the fonts or the browser do: that
 * is why it takes the browser that comes with the packages, whatever is installed.
 */
const FOLDER = join(ROOT, "docs/screens");
/** Of a taller page only a part is shown. */
const TALLEST = 1100;
/** Small enough for a repository to keep some hundreds of them, and large enough to read. */
const QUALITY = 50;
const SCALE = 0.6;
const SIZES: Record<View, { width: number; height: number }> = {
  light: DESKTOP,
  dark: DESKTOP,
  contrast: DESKTOP,
  phone: { width: 390, height: 844 },
};

const started = Date.now();
await rm(FOLDER, { recursive: true, force: true });
const chromium = await startPackaged();
const gallery = await openGallery(chromium.browser);
for (const state of STATES) {
  await mkdir(join(FOLDER, state.name.split("/")[0] ?? ""), { recursive: true });
  await gallery.show(state);
  for (const view of VIEWS)
    await writeFile(join(ROOT, "docs", pictureOf(state.name, view)), await taken(gallery, view));
}
await chromium.close();
await writeFile(join(ROOT, "docs/screens.md"), pageOfScreens(STATES));
console.log(
  `${STATES.length} states, ${VIEWS.length} pictures each, in ${((Date.now() - started) / 1000).toFixed(0)} s`,
);

async function taken(gallery: Gallery, view: View): Promise<Buffer> {
  const { page } = gallery;
  await page.setViewportSize(SIZES[view]);
  await gallery.theme(view === "phone" ? "light" : view);
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  const shown = { ...SIZES[view], height: Math.min(Math.max(height, 480), TALLEST) };
  await page.setViewportSize(shown);
  // Of a page taller than that, the part where something was done
  const y = await page.evaluate<number>("window.scrollY");
  const session = await page.context().newCDPSession(page);
  // WebP, which Playwright does not offer: a quarter of a PNG
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: QUALITY,
    clip: { x: 0, y, ...shown, scale: SCALE },
  });
  await session.detach();
  return Buffer.from(data, "base64");
}
