import type { Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PEOPLE } from "../../demo/microsoft/registration.js";
import { newGroupIn, type TestGroup } from "../contoso.js";
import { HOLD, IMPORT, REJECT, SETTINGS } from "../operations.js";
import { enable, runAfter, runNow, type RunView } from "../sync-steps.js";
import { setStage, visit, type Stage, type Visit } from "./visit.js";

/*
 * The screens while the network, the server or somebody else is in the way. Each says what happened and what to do,
 * keeps what was typed or chosen, and goes on without a reload. One world, one page.
 */
let stage: Stage;
let adele: Visit;
let page: Page;
let team: TestGroup;
/** Two came in by it, and an undo takes them out. */
let changing: RunView;

beforeAll(async () => {
  stage = await setStage();
  const ask = stage.world.adele;
  await ask(IMPORT, { input: { directoryIds: [PEOPLE.alex] } });
  team = newGroupIn(stage.world, "Team", 40);
  await runAfter(ask, () => enable(ask, { groupIds: [team.id], disableLeavers: true }));
  team.hire("Nina Newcomer");
  changing = await runNow(ask);
  adele = await visit(stage.chromium, stage.world, "Adele Vance");
  page = adele.page;
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await adele.picture(task.name);
  await isWell();
});
afterAll(() => stage.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const region = (name: string) => page.getByRole("region", { name, exact: true });
const dialog = () => page.getByRole("dialog").last();
const goTo = (screen: string) => page.getByRole("tab", { name: screen }).click();
/** On the page; what is said to screen readers stands beside it for a moment. */
const said = (words: string) => page.locator("main").getByText(words);
const help = () => page.getByRole("textbox", { name: "Help contact" });

const percent = () => page.getByRole("textbox", { name: "Per cent of the people" });

const searchPeople = (name: string) => page.getByRole("searchbox", { name: "Search people" }).fill(name);
async function tick(name: string): Promise<void> {
  await searchPeople(name);
  await page.getByRole("checkbox", { name: `Select ${name}` }).click();
}

const OFFLINE = "Rollcall could not be reached. Check your connection, then try again.";
const BROKEN = "Something went wrong on our side. Try again in a moment.";
const fails = (status?: number) =>
  page.route("**/graphql", (route) => (status ? route.fulfill({ status, body: "{}" }) : route.abort()));
const isWell = () => page.unroute("**/graphql");

const users = () => page.getByRole("table", { name: "Users" });
const groups = () => page.getByRole("table", { name: "Groups", exact: true });
const runs = () => page.getByRole("table", { name: "Runs" });

describe("a screen that is opened", () => {
  it.each([
    ["Users", "offline", users, undefined, OFFLINE],
    ["Automatic import", "offline", groups, undefined, OFFLINE],
    ["History", "offline", runs, undefined, OFFLINE],
    ["Settings", "offline", help, undefined, OFFLINE],
    ["Settings", "with a server that broke", help, 500, BROKEN],
    ["Automatic import", "with a server that starts anew", groups, 503, "Rollcall cannot answer just now."],
    ["History", "with a server that asks to slow down", runs, 429, "Too many requests at once. Wait a moment"],
  ] as const)("%s, %s: says so once, and comes by Try again", async (screen, _, content, status, words) => {
    await goTo("Add people");
    await page.getByRole("heading", { level: 1, name: "Add people" }).waitFor();
    await fails(status);
    await goTo(screen);
    await said(words).first().waitFor();
    expect(await said(words).count()).toBe(1);

    await isWell();
    await button("Try again").first().click();
    await content().waitFor();
    await said(words).first().waitFor({ state: "detached" });
  });
});

describe("what somebody did while the server could not be reached", () => {
  it("is said where they did it, keeps what was chosen, and is done when they press again: a role, an exclusion", async () => {
    const admins = region("Admins");
    await goTo("Settings");
    await admins.getByRole("button", { name: "Add an admin" }).click();
    await admins.getByRole("searchbox").fill("Alex");
    await admins.getByRole("button", { name: /^Alex Wilber/ }).click();
    await fails();
    await dialog().getByRole("button", { name: "Make admin" }).click();
    await dialog().getByText(OFFLINE).waitFor();
    await isWell();
    await dialog().getByRole("button", { name: "Make admin" }).click();
    await admins.getByRole("button", { name: "Remove Alex Wilber as admin" }).waitFor();

    const exclusions = region("Exclusions");
    await exclusions.getByRole("button", { name: "Exclude a person" }).click();
    await exclusions.getByRole("searchbox").fill("Lee Gu");
    await exclusions.getByRole("button", { name: /^Lee Gu/ }).click();
    await fails(500);
    await dialog().getByRole("button", { name: "Exclude", exact: true }).click();
    await dialog().getByText(BROKEN).waitFor();
    await isWell();
    await dialog().getByRole("button", { name: "Exclude", exact: true }).click();
    await exclusions.getByText("Lee Gu is excluded.").waitFor();
  });

  it("says so also while the page behind says the same: turning it off", async () => {
    await goTo("Automatic import");
    await button("Preview the next run").waitFor();
    await fails();
    await button("Preview the next run").click();
    await said(OFFLINE).first().waitFor();
    await button("Disable").click();
    await dialog().getByRole("button", { name: "Disable" }).click();
    await dialog().waitFor({ state: "detached" });
    await said(OFFLINE).nth(1).waitFor();
    expect((await stage.world.adele(SETTINGS)).data?.syncSettings).toMatchObject({ enabled: true });
  });

  it("an undo of a run", async () => {
    await page.goto(`${stage.world.url}/history/run/${changing.id}`);
    await button("Undo this run").click();
    await dialog().getByRole("button", { name: "Disable 1" }).waitFor();
    await fails(429);
    await dialog().getByRole("button", { name: "Disable 1" }).click();
    await dialog().getByText("Too many requests at once.").first().waitFor();
    await isWell();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await button("Close").click();
  });
});

describe("what was typed", () => {
  it("in Settings is there when somebody comes back from another screen, and is said to be not saved", async () => {
    await goTo("Settings");
    await help().fill("Desk 7");
    await page.getByRole("textbox", { name: "Mail addresses" }).fill("it@contoso.example");
    await goTo("Users");
    await page.getByRole("table", { name: "Users" }).waitFor();
    await goTo("Settings");

    expect(await help().inputValue()).toBe("Desk 7");
    await region("Help contact").getByText("Not saved yet.").waitFor();
    await region("Help contact").getByRole("button", { name: "Save" }).click();
    await region("Help contact").getByText("Not saved yet.").waitFor({ state: "detached" });
    await region("Notices").getByText("Not saved yet.").waitFor();
  });

  it("survives a sign-in that has ended: its button leads to Microsoft's page and back to what was typed and ticked", async () => {
    await goTo("Add people");
    await page.getByRole("button", { name: /^Microsoft Entra ID/ }).click();
    await tick("Lee Gu");
    await tick("Megan Bowen");
    await goTo("Automatic import");
    await button("Edit").click();
    await button("Next").last().click();
    await percent().fill("33");
    await goTo("Settings");
    await help().fill("Desk 8");
    await fails(401);
    await region("Help contact").getByRole("button", { name: "Save" }).click();
    await said("Your sign-in has ended. Sign in again to go on.").first().waitFor();
    await isWell();
    await page.addInitScript("window.leftBehind = sessionStorage.getItem('rollcall.drafts')");
    await button("Sign in again").first().click();
    await page
      .getByRole("button", { name: /Adele Vance/ })
      .or(page.getByRole("heading", { name: "Settings", level: 1 }))
      .first()
      .waitFor();
    if ((await page.getByRole("heading", { name: "Settings", level: 1 }).count()) === 0)
      await page
        .getByRole("button", { name: /Adele Vance/ })
        .first()
        .click();

    await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
    await help().waitFor();
    expect(await help().inputValue()).toBe("Desk 8");
    await goTo("Automatic import");
    expect(await percent().inputValue()).toBe("33");
    await goTo("Add people");
    await page.getByRole("button", { name: /^Microsoft Entra ID/ }).click();
    await searchPeople("Megan Bowen");
    await page.getByText("2 selected (1 on this page)").waitFor();
    await button("Add").click();
    await dialog().getByText("Megan Bowen and 1 more").waitFor();
    await dialog().getByRole("button", { name: "Add", exact: true }).click();
    await region("Result").getByText("Added 2").waitFor();
  });

  it("waits there for whoever typed it and comes back, of people their ids alone, and no longer", async () => {
    expect(await page.evaluate("window.leftBehind")).toContain(PEOPLE.megan);
    expect(await page.evaluate("window.leftBehind")).not.toContain("Megan");
    expect(await page.evaluate("sessionStorage.getItem('rollcall.drafts')")).toBeNull();
  });

  it("in the set-up outlives a server that breaks", async () => {
    await goTo("Automatic import");
    expect(await percent().inputValue()).toBe("33");

    await button("Next").last().click();
    await button("Save").and(page.locator(":not([aria-disabled=true])")).waitFor();
    await fails(500);
    await button("Save").click();
    await said(BROKEN).first().waitFor();
    await isWell();
    await button("Save").click();
    await region("Rules").getByText("at most 33 % of the people").waitFor();
    await said("The groups and rules are saved.").waitFor();
  });
});

describe("a slow server", () => {
  it("is asked once, however often somebody presses, and the button says that it was heard", async () => {
    const asked: string[] = [];
    const slow = async (route: Route) => {
      if (route.request().postData()?.includes("updateAccountSettings")) {
        asked.push("save");
        await new Promise((resolve) => setTimeout(resolve, 700));
      }
      await route.continue();
    };
    await goTo("Settings");
    await help().fill("Desk 9");
    await page.route("**/graphql", slow);
    const save = region("Help contact").getByRole("button", { name: "Save" });
    await save.click();
    await save.and(page.locator("[aria-disabled=true]")).waitFor();
    await save.press("Enter");
    await help().press("Enter");

    await region("Help contact").getByText("The help contact is saved.").waitFor();
    await isWell();
    expect(asked).toEqual(["save"]);
  });
});

describe("a hold that somebody else decides while one looks", () => {
  it("says so to whoever is late, and is gone from the page", async () => {
    team.leave(...Array.from({ length: 15 }, (_, n) => n));
    expect(await runNow(stage.world.adele)).toMatchObject({ status: "HELD" });
    await goTo("Automatic import");
    const hold = region("Waiting for your decision");
    await hold.getByRole("button", { name: "Approve exactly these" }).click();
    await dialog()
      .getByText(/15 people to disable/)
      .waitFor();
    const open = (await stage.world.adele(HOLD)).data?.hold as { version: number };
    // The page looks by itself every fifteen seconds; here it has not looked yet
    const looks = (data: string | null) => data?.includes("query Hold") === true;
    await page.route("**/graphql", (route) => (looks(route.request().postData()) ? route.abort() : route.continue()));
    await stage.world.adele(REJECT, { version: open.version });

    await dialog().getByRole("button", { name: "Approve exactly these" }).click();
    await page.unroute("**/graphql");

    await dialog().waitFor({ state: "detached" });
    await hold.waitFor({ state: "detached" });
    expect(await said("Nothing waits for a decision any more").count()).toBe(1);
  });
});

it("caused no error in the page, broke no content policy, and wrote nothing to the directory", () => {
  expect([adele.troubles, stage.world.microsoft.counters.writes]).toEqual([[], 0]);
});
