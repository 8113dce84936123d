import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser, type TestBrowser } from "../browser/chromium.js";
import { DESKTOP, openGallery, type Gallery } from "../gallery/open-gallery.js";
import { STATES } from "../gallery/states.js";

/* Every state of every screen as people look at it who have set their machine to something else than most. */

let chromium: TestBrowser;
let gallery: Gallery;

beforeAll(async () => {
  chromium = await startBrowser();
  gallery = await openGallery(chromium.browser);
});
afterAll(async () => chromium.close());

/** A window of 1280 px at 200 %. */
const ENLARGED = { width: 640, height: 400 };

describe.each(STATES.map((state) => [state.name, state] as const))("%s", (_, state) => {
  it("can be used in dark, in high contrast, in forced colours, and with less motion", async () => {
    await gallery.show(state);

    const moving = await gallery.motionFaults();
    await gallery.theme("dark");
    const dark = await gallery.accessibilityFaults("colours");
    await gallery.theme("contrast");
    const contrast = await gallery.accessibilityFaults("colours");
    await gallery.page.emulateMedia({ forcedColors: "active" });
    const forced = await gallery.accessibilityFaults("colours");
    await gallery.page.emulateMedia({ forcedColors: "none" });

    expect({ moving, dark, contrast, forced }).toEqual({ moving: [], dark: [], contrast: [], forced: [] });
  });

  it("fits at 200 %", async () => {
    await gallery.page.setViewportSize(ENLARGED);
    const enlarged = await gallery.layoutFaults();
    await gallery.page.setViewportSize(DESKTOP);

    expect(enlarged).toEqual([]);
  });
});
