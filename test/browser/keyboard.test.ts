import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PEOPLE } from "../../demo/microsoft/registration.js";
import { newGroupIn, type TestGroup } from "../contoso.js";
import { IMPORT } from "../operations.js";
import { enable, runAfter, runNow, type RunView } from "../sync-steps.js";
import { focusIn, keyTo, pressByKey, tabStops } from "./keys.js";
import { setStage, visit, type Stage, type Visit } from "./visit.js";

/*
 * Every screen without a mouse. After each change the focus is where somebody goes on from, and never at the top of the
 * page for want of the button that was pressed. An import and an enabling: add-people.test.ts, automatic-import.test.ts.
 */
let stage: Stage;
let adele: Visit;
let page: Page;
let team: TestGroup;
/** It disabled two, whom an undo brings back. */
let changing: RunView;

beforeAll(async () => {
  stage = await setStage();
  const ask = stage.world.adele;
  await ask(IMPORT, { input: { directoryIds: [PEOPLE.alex, PEOPLE.megan] } });
  team = newGroupIn(stage.world, "Team", 60);
  await runAfter(ask, () => enable(ask, { groupIds: [team.id], disableLeavers: true }));
  team.leave(0, 1);
  changing = await runNow(ask);
  adele = await visit(stage.chromium, stage.world, "Adele Vance");
  page = adele.page;
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await adele.picture(task.name);
});
afterAll(() => stage.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const tab = (name: string) => page.getByRole("tab", { name });
const table = (name: string) => page.getByRole("table", { name, exact: true });
const region = (name: string) => page.getByRole("region", { name, exact: true });
const title = (name: string) => page.getByRole("heading", { level: 1, name });
const dialog = (name: string | RegExp) => page.getByRole("dialog", { name });
const press = (key: string) => page.keyboard.press(key);

/** The dialog that was asked for begins at Cancel, so that an absent-minded Enter takes nothing away. */
const begins = (name: string | RegExp) => focusIn(dialog(name).getByRole("button", { name: "Cancel" }));

async function goTo(screen: string): Promise<void> {
  await tab(screen).focus();
  await press("Enter");
  await title(screen).waitFor();
  await focusIn(tab(screen));
}

describe("Users", () => {
  it("is few stops of the Tab key, none of them hidden: the tabs are one, and so is the table", async () => {
    await table("Users").waitFor();

    await tab("Users").focus();
    const stops = await tabStops(page);

    expect(stops.filter((stop) => stop.includes(": "))).toEqual(["Sections: Users", "Users: Select all on this page"]);
    expect(stops.filter((stop) => stop.startsWith("HIDDEN"))).toEqual([]);
    expect(stops.slice(-4, -2)).toEqual(["Previous", "Next"]);
  });

  it("has tabs that arrows go along, and a menu that opens, goes on and closes by key", async () => {
    await tab("Users").focus();
    await press("ArrowRight");
    await focusIn(tab("Add people"));
    await press("ArrowLeft");
    await pressByKey(button("Add users"));
    await focusIn(page.getByRole("menuitem", { name: "Import" }));
    await press("Escape");
    await focusIn(button("Add users"));
  });

  it("keeps the focus on Next and Previous, and goes about in the table by arrows", async () => {
    await pressByKey(button("Next"));
    await page.getByText("Page 2").waitFor();
    await focusIn(button("Next"));
    await keyTo(button("Previous"), "Shift+Tab");
    await press("Enter");
    await page.getByText("Page 1").waitFor();
    await table("Users").getByText("Adele Vance").first().waitFor();
    await focusIn(button("Previous"));

    await keyTo(table("Users").getByRole("checkbox", { name: "Select all on this page" }), "Shift+Tab");
    await keyTo(table("Users").getByRole("checkbox", { name: "Select Alex Wilber" }), "ArrowDown");
    await keyTo(table("Users").getByRole("button", { name: /^Alex Wilber: why/ }), "ArrowRight");
  });

  it("gives the focus back to what opened a dialog, by Esc and by Cancel, and closes nothing else", async () => {
    await press("Enter");
    await dialog(/Why is Alex Wilber/).waitFor();
    await pressByKey(button("Keep, whatever the groups say").or(button("Close")).first());
    await focusIn(table("Users").getByRole("button", { name: /^Alex Wilber: why/ }));

    await keyTo(button("More for Alex Wilber"), "ArrowRight");
    await press("Enter");
    await keyTo(page.getByRole("menuitem", { name: "Make admin" }), "ArrowDown");
    await press("Enter");
    await begins("Make Alex Wilber an admin?");
    await press("Escape");
    await focusIn(button("More for Alex Wilber"));
  });

  it("leads from what was done to its way back, and from there to the table", async () => {
    await keyTo(table("Users").getByRole("checkbox", { name: "Select Alex Wilber" }), "Home");
    await press("Space");
    await pressByKey(region("Selected users").getByRole("button", { name: "Disable" }));
    await begins(/^Disable Alex Wilber/);
    await press("Enter");
    await focusIn(region("Selected users").getByRole("button", { name: "Disable" }));

    await press("Enter");
    await begins(/^Disable Alex Wilber/);
    await pressByKey(dialog(/^Disable/).getByRole("button", { name: "Disable" }));
    await page.getByText("Disabled: Alex Wilber.").first().waitFor();
    await press("Tab");
    await focusIn(button("Undo"));
    await press("Enter");
    await page.locator("main").getByText("Undone. Enabled: Alex Wilber.").waitFor();
    await press("Tab");
    await focusIn(button("Close"));
    await press("Enter");
    await focusIn(table("Users"));
  });
});

describe("Add people", () => {
  it("keeps the focus near what was pressed and is gone: a source, a selection, an import, its result", async () => {
    stage.world.microsoft.directory.hire({ displayName: "Keyed Karla" });
    await goTo("Add people");
    await pressByKey(button(/Microsoft Entra ID/));
    await focusIn(title("Add people"));
    await keyTo(page.getByRole("searchbox", { name: "Search people" }));
    await page.keyboard.type("a");
    await pressByKey(button(/^Select all .* matching$/));
    await region("Selection").waitFor();
    await focusIn(page.getByText(/people in the directory, .* selected$/));
    await pressByKey(region("Selection").getByRole("button", { name: "Clear" }));
    await focusIn(table("People in the directory"));

    await keyTo(page.getByRole("searchbox", { name: "Search people" }), "Shift+Tab");
    await press("ControlOrMeta+a");
    await page.keyboard.type("Keyed Karla");
    await page.getByText("1 person in the directory, 0 selected").waitFor();
    await keyTo(page.getByRole("checkbox", { name: "Select all on this page" }));
    await press("Space");
    await pressByKey(region("Selection").getByRole("button", { name: "Add" }));
    const question = dialog("Add 1 person?");
    await focusIn(question.getByRole("checkbox"));
    await press("Escape");
    await focusIn(region("Selection").getByRole("button", { name: "Add" }));
    await press("Enter");
    await focusIn(question.getByRole("checkbox"));
    await pressByKey(question.getByRole("button", { name: "Add" }));
    await region("Result").waitFor();
    await pressByKey(region("Result").getByRole("button", { name: "Undo" }));
    await region("Result").getByText("Undone: 1 person who was added is disabled again.").waitFor();
    await pressByKey(region("Result").getByRole("button", { name: "Done" }));
    await focusIn(title("Add people"));
  });
});

describe("History", () => {
  it("opens a run, asks about its undo, undoes it, and comes back to the list", async () => {
    const undo = button("Undo this run");
    await goTo("History");
    await keyTo(table("Runs").getByRole("link").first());
    await keyTo(table("Runs").locator(`[data-run="${changing.id}"] a`), "ArrowDown");
    await press("Enter");
    await focusIn(button("Close"));
    await pressByKey(undo);
    await begins("Undo this run?");
    await press("Escape");
    await focusIn(undo);
    await press("Enter");
    await begins("Undo this run?");
    await press("Enter");
    await focusIn(undo);

    await press("Enter");
    await begins("Undo this run?");
    await pressByKey(dialog("Undo this run?").getByRole("button", { name: "Enable 2" }));
    await page.waitForURL((url) => !url.pathname.endsWith(changing.id));
    await dialog(/^Run of /).waitFor();
    await focusIn(button("Close"));
    // The list behind it is read anew meanwhile
    await page.locator(`[data-run="${new URL(page.url()).pathname.split("/").at(-1)}"]`).waitFor();
    await press("Escape");
    await dialog(/^Run of /).waitFor({ state: "detached" });
    await focusIn(table("Runs").getByRole("link").first());
  });
});

describe("Automatic import", () => {
  const step = (name: string) => page.getByRole("heading", { level: 2, name });

  it("goes through the steps and back, each at its heading, and Cancel ends at the page's", async () => {
    team.leave(...Array.from({ length: 40 }, (_, n) => n + 2));
    expect(await runNow(stage.world.adele)).toMatchObject({ status: "HELD" });
    await goTo("Automatic import");
    await pressByKey(button("Edit"));
    await focusIn(step("Step 1 of 3: Groups"));
    await pressByKey(button("Next").last());
    await focusIn(step("Step 2 of 3: Rules"));
    await pressByKey(button("Back"));
    await focusIn(step("Step 1 of 3: Groups"));
    await pressByKey(button("Remove Team"));
    await focusIn(page.getByRole("heading", { name: /^No group is chosen/ }));
    await pressByKey(button("Cancel"));
    await focusIn(title("Automatic import"));
  });

  it("gives the focus back when the preview, or the question before Disable, is closed", async () => {
    await pressByKey(button("Preview the next run"));
    await pressByKey(button("Close the preview"));
    await focusIn(button("Preview the next run"));
    await pressByKey(button("Disable"));
    await begins("Disable automatic import?");
    await press("Escape");
    await focusIn(button("Disable"));
  });

  it("decides about a hold: later, then approved; what is left is at hand", async () => {
    const hold = region("Waiting for your decision");

    for (const decision of ["Reject", "Approve exactly these"]) {
      await keyTo(hold.getByRole("button", { name: decision }));
      await press("Enter");
      await begins(/40 people to disable\?$/);
      await press("Escape");
      await focusIn(hold.getByRole("button", { name: decision }));
    }
    await press("Enter");
    await begins(/^Approve/);
    await pressByKey(dialog(/^Approve/).getByRole("button", { name: "Approve exactly these" }));

    await hold.waitFor({ state: "detached" });
    expect(await page.locator(":focus").count()).toBe(1);
  });
});

describe("Settings", () => {
  it("names an admin and removes them, beginning at the search and ending in the section", async () => {
    const admins = region("Admins");
    await goTo("Settings");
    await pressByKey(admins.getByRole("button", { name: "Add an admin" }));
    await focusIn(admins.getByRole("searchbox", { name: "Search users" }));
    await press("Tab");
    await pressByKey(admins.getByRole("button", { name: "Cancel" }));
    await focusIn(admins.getByRole("button", { name: "Add an admin" }));
    await press("Enter");
    await page.keyboard.type("Alex");
    await pressByKey(admins.getByRole("button", { name: /^Alex Wilber/ }));
    await begins("Make Alex Wilber an admin?");
    await pressByKey(dialog(/^Make/).getByRole("button", { name: "Make admin" }));
    await focusIn(admins.getByRole("heading"));

    await pressByKey(admins.getByRole("button", { name: "Remove Alex Wilber as admin" }));
    await begins(/^Remove Alex Wilber/);
    await press("Escape");
    await focusIn(admins.getByRole("button", { name: "Remove Alex Wilber as admin" }));
    await press("Enter");
    await begins(/^Remove Alex Wilber/);
    await pressByKey(dialog(/^Remove/).getByRole("button", { name: "Remove admin" }));
    await focusIn(admins.getByRole("heading"));
  });

  it("excludes somebody and takes it back", async () => {
    const exclusions = region("Exclusions");
    await pressByKey(exclusions.getByRole("button", { name: "Exclude a person" }));
    await focusIn(exclusions.getByRole("searchbox"));
    await page.keyboard.type("Lee Gu");
    await pressByKey(exclusions.getByRole("button", { name: /^Lee Gu/ }));
    await begins(/^Exclude Lee Gu/);
    await pressByKey(dialog(/^Exclude/).getByRole("button", { name: "Exclude" }));
    await exclusions.getByText("Lee Gu is excluded.").waitFor();
    expect(await exclusions.locator(":focus").count()).toBe(1);

    await keyTo(exclusions.getByRole("button", { name: "Take back the exclusion of Lee Gu" }), "Shift+Tab");
    await press("Enter");
    await exclusions.getByText("The exclusion of Lee Gu is taken back.").waitFor();
    expect(await exclusions.locator(":focus").count()).toBe(1);
  });

  it("asks about the rule for who is gone, and gives the switch its focus back", async () => {
    const rule = page.getByRole("switch", { name: /Disable users managed by admins/ });
    await keyTo(rule, "Shift+Tab");
    await press("Space");
    await begins(/./);
    await press("Escape");
    await focusIn(rule);
    expect(await rule.isChecked()).toBe(false);
  });
});

it("caused no error in the page, broke no content policy, and wrote nothing to the directory", () => {
  expect([adele.troubles, stage.world.microsoft.counters.writes]).toEqual([[], 0]);
});
