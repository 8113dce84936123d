import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, openGallery, type Gallery } from "../gallery/open-gallery.js";
import { looksRightToOthers } from "../gallery/other-looks.js";
import { STATES } from "../gallery/states.js";
import { startBrowser, type TestBrowser } from "./chromium.js";

/*
 * Every state of every screen, in one page that is not loaded anew: what it says, and whether everybody can use it. In
 * other colours, at 200 % and with less motion, each screen in one state; in all states: test/long/gallery-looks.test.ts.
 */
let chromium: TestBrowser;
let gallery: Gallery;

beforeAll(async () => {
  chromium = await startBrowser();
  gallery = await openGallery(chromium.browser);
});
afterAll(async () => chromium.close());

const PHONE = { width: 320, height: 640 };

describe.each(STATES.map((state) => [state.name, state] as const))("%s", (_, state) => {
  it("says what happened, and nothing that is not so", async () => {
    await gallery.show(state);

    const said = await gallery.page.locator("body").innerText();
    expect((state.silent ?? []).filter((words) => said.includes(words))).toEqual([]);
    expect(gallery.troubles).toEqual([]);
  });

  it("can be used by everybody", async () => {
    expect(await gallery.accessibilityFaults("everything")).toEqual([]);
  });

  it("fits: 1200 px, 320 px", async () => {
    const desktop = await gallery.layoutFaults();
    await gallery.page.setViewportSize(PHONE);
    const phone = await gallery.layoutFaults();
    await gallery.page.setViewportSize(DESKTOP);

    expect({ desktop, phone }).toEqual({ desktop: [], phone: [] });
  });
});

const READY = STATES.filter((state) => state.name.endsWith("/ready"));

describe.each(READY.map((state) => [state.name, state] as const))("%s", (_, state) => {
  looksRightToOthers(() => gallery, state);
});
