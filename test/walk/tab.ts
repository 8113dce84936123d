import type { FrameLocator, Page } from "playwright-core";
import type { Step } from "../gallery/state.js";
import type { Place } from "../gallery/way.js";
import { placeOf } from "../gallery/way-words.js";
import { loosened } from "./loosened.js";

/** The tab: a page, or the frame of the pretend Teams. */
export type Surface = Page | FrameLocator;

/** In the order in which they stand, whatever they are called in the reader's language. */
const TABS: readonly Place[] = ["users", "add-people", "automatic-import", "history", "settings"];

export const elsewhereThan = (path: string): Place => (path.startsWith("/settings") ? "history" : "settings");

export async function goTo(tab: Surface, place: Place): Promise<Surface> {
  if (place === "me") {
    await tab.getByRole("button", { name: /^Account menu of/ }).click();
    await tab.getByRole("menuitem", { name: "My page" }).click();
  } else if (place === "newest-run") {
    await goTo(tab, "history");
    await tab.getByRole("table", { name: "Runs" }).getByRole("link").first().click();
  } else if (place !== "anywhere") await tab.getByRole("tab").nth(TABS.indexOf(place)).click();
  return tab;
}

/** To what the gallery has at this address; employees have one page, and a run that is open is the one. */
export async function goToScreen(page: Page, tab: Surface, path: string, isAdmin: boolean): Promise<void> {
  const place = placeOf(path);
  if (place === null || (place === "me" && !isAdmin) || page.url().includes("/history/run/")) return;
  await goTo(tab, place);
  if (path.includes("provider=")) await tab.getByRole("button", { name: /^Microsoft Entra ID/ }).click();
}

/** `justBefore` is told what is about to be pressed. */
export async function playSteps(
  tab: Surface,
  steps: readonly Step[],
  justBefore: (name: string | RegExp) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const step of steps) {
    if ("read" in step) await tab.getByText(loosened(step.read)).first().waitFor();
    else if ("type" in step) await tab.getByRole(step.type[0], { name: step.type[1] }).fill(step.type[2]);
    else if ("tick" in step) await tickSome(tab, step.tick);
    else if ("confirm" in step) {
      await justBefore(step.confirm);
      await tab
        .getByRole("dialog")
        .last()
        .getByRole("button", { name: loosened(step.confirm, "whole") })
        .click();
    } else {
      const [role, name] = step.click;
      const wanted = typeof name === "string" ? loosened(name, "whole") : name;
      // A list's own Next stands above the one that goes on
      const found = tab.getByRole(role, { name: wanted }).last();
      await found.waitFor();
      await justBefore(name);
      await found.click();
    }
  }
}

async function tickSome(tab: Surface, count: number): Promise<void> {
  const rows = tab.getByRole("row").filter({ hasNotText: "Admin" });
  const boxes = rows.getByRole("checkbox", { name: /^Select (?!all)/, disabled: false, checked: false });
  for (let n = 0; n < count; n++) await boxes.first().click();
}
