import { expect, it } from "vitest";
import { DESKTOP, type Gallery } from "./open-gallery.js";
import type { State } from "./state.js";

/** A window of 1280 px at 200 %. */
const ENLARGED = { width: 640, height: 400 };

/** A state as people look at it who have set their machine to something else than most. */
export function looksRightToOthers(opened: () => Gallery, state: State): void {
  it("can be used in dark, in high contrast, in forced colours, and with less motion", async () => {
    const gallery = opened();
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
    const gallery = opened();
    await gallery.page.setViewportSize(ENLARGED);
    const enlarged = await gallery.layoutFaults();
    await gallery.page.setViewportSize(DESKTOP);

    expect(enlarged).toEqual([]);
  });
}
