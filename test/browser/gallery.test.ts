import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, openGallery, type Gallery } from "../gallery/open-gallery.js";
import { STATES } from "../gallery/states.js";
import { startBrowser, type TestBrowser } from "./chromium.js";

/*
 * Every state of every screen, in one page that is not loaded anew: what it says, and whether everybody can use it.
 */
let chromium: TestBrowser;
let gallery: Gallery;

beforeAll(async () => {
  chromium = await startBrowser();
  gallery = await openGallery(chromium.browser);
});
afterAll(async () => chromium.close());

const PHONE = { width: 320, height: 640 };
/** A window of 1280 px at 200 %. */
const ENLARGED = { width: 640, height: 400 };

describe.each(STATES.map((state) => [state.name, state] as const))("%s", (_, state) => {
  it("says what happened, and nothing that is not so", async () => {
    await gallery.show(state);

    const said = await gallery.page.locator("body").innerText();
    expect((state.silent ?? []).filter((words) => said.includes(words))).toEqual([]);
    expect(gallery.troubles).toEqual([]);
  });

  it("can be used by everybody: light, dark, high contrast, forced colours, less motion", async () => {
    const light = await gallery.accessibilityFaults("everything");
    const moving = await gallery.motionFaults();
    await gallery.theme("dark");
    const dark = await gallery.accessibilityFaults("colours");
    await gallery.theme("contrast");
    const contrast = await gallery.accessibilityFaults("colours");
    await gallery.page.emulateMedia({ forcedColors: "active" });
    const forced = await gallery.accessibilityFaults("colours");
    await gallery.page.emulateMedia({ forcedColors: "none" });

    expect({ light, moving, dark, contrast, forced }).toEqual({
      light: [],
      moving: [],
      dark: [],
      contrast: [],
      forced: [],
    });
  });

  it("fits: 1200 px, 200 %, 320 px", async () => {
    const desktop = await gallery.layoutFaults();
    await gallery.page.setViewportSize(ENLARGED);
    const enlarged = await gallery.layoutFaults();
    await gallery.page.setViewportSize(PHONE);
    const phone = await gallery.layoutFaults();
    await gallery.page.setViewportSize(DESKTOP);

    expect({ desktop, enlarged, phone }).toEqual({ desktop: [], enlarged: [], phone: [] });
  });
});
