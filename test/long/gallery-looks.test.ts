import { afterAll, beforeAll, describe } from "vitest";
import { startBrowser, type TestBrowser } from "../browser/chromium.js";
import { openGallery, type Gallery } from "../gallery/open-gallery.js";
import { looksRightToOthers } from "../gallery/other-looks.js";
import { STATES } from "../gallery/states.js";

/* Every state of every screen in other colours, at 200 % and with less motion. */

let chromium: TestBrowser;
let gallery: Gallery;

beforeAll(async () => {
  chromium = await startBrowser();
  gallery = await openGallery(chromium.browser);
});
afterAll(async () => chromium.close());

describe.each(STATES.map((state) => [state.name, state] as const))("%s", (_, state) => {
  looksRightToOthers(() => gallery, state);
});
