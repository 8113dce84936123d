import { expect, it } from "vitest";
import { DESKTOP, type Gallery } from "./open-gallery.js";
import type { State } from "./state.js";

/** A window of 1280 px at 200 %. */
const ENLARGED = { width: 640, height: 400 };

/** A state as people look at it who have set their machine to something else than most. */
export function looksRightToOthers(gallery: () => Gallery, state: State): void {
  it("can be used in dark, in high contrast, in forced colours, and with less motion", async () => {
    const { page, show, theme, accessibilityFaults, motionFaults } = gallery();
    await show(state);

    const moving = await motionFaults();
    await theme("dark");
    const dark = await accessibilityFaults("colours");
    await theme("contrast");
    const contrast = await accessibilityFaults("colours");
    await page.emulateMedia({ forcedColors: "active" });
    const forced = await accessibilityFaults("colours");
    await page.emulateMedia({ forcedColors: "none" });

    expect({ moving, dark, contrast, forced }).toEqual({ moving: [], dark: [], contrast: [], forced: [] });
  });

  it("fits at 200 %", async () => {
    const { page, layoutFaults } = gallery();
    await page.setViewportSize(ENLARGED);
    const enlarged = await layoutFaults();
    await page.setViewportSize(DESKTOP);

    expect(enlarged).toEqual([]);
  });
}
