import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { USERS } from "../operations.js";
import { keyTo, pressByKey } from "./keys.js";
import { setStage, visit, type Stage, type Visit } from "./visit.js";

/* Importing people by hand, each flow to its end. One world; each test hires people of its own. */
let stage: Stage;
let adele: Visit;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  adele = await visit(stage.chromium, stage.world, "Adele Vance");
  page = adele.page;
});
beforeEach(() => stage.world.microsoft.faults.clear());
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await adele.picture(task.name);
});
afterAll(() => stage.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("dialog");
const bar = () => page.getByRole("region", { name: "Selection" });
const result = () => page.getByRole("region", { name: "Result" });
const search = (words: string) => page.getByRole("searchbox", { name: "Search people" }).fill(words);
const box = (name: string) => page.getByRole("checkbox", { name: `Select ${name}` });
const hire = (displayName: string) => stage.world.microsoft.directory.hire({ displayName }).id;

async function statusesOf(words: string): Promise<readonly string[]> {
  const found = (await stage.world.adele(USERS, { search: words, first: 500 })).data?.users;
  return (found?.nodes as { displayName: string; status: string }[])
    .map((user) => `${user.displayName}: ${user.status}`)
    .sort();
}

/** Takes what was selected in, and waits for what came of it. */
async function addSelected(): Promise<void> {
  await bar().getByRole("button", { name: "Add", exact: true }).click();
  await dialog().getByRole("button", { name: "Add", exact: true }).click();
  await result().waitFor();
}

describe("an import", () => {
  it("can be done by keyboard alone, and ends with the focus on its result", async () => {
    ["Kim", "Ken"].forEach((name) => hire(`Keyboard ${name}`));

    await pressByKey(button("Add users"));
    await page.getByRole("menuitem", { name: "Import" }).waitFor();
    await page.keyboard.press("Enter");
    await pressByKey(button(/Microsoft Entra ID/));
    await keyTo(page.getByRole("searchbox", { name: "Search people" }));
    await page.keyboard.type("Keyboard");
    await page.getByText(/^2 people in the directory/).waitFor();
    await keyTo(page.getByRole("checkbox", { name: "Select all on this page" }));
    // As the directory orders them: by nothing that can be relied on
    const fromTop = await page.getByRole("checkbox", { name: /^Select Keyboard/ }).all();
    for (const each of fromTop) {
      await keyTo(each, "ArrowDown");
      await page.keyboard.press("Space");
    }
    await pressByKey(bar().getByRole("button", { name: "Add", exact: true }));
    await dialog().getByText("Add 2 people?").waitFor();
    await pressByKey(dialog().getByRole("button", { name: "Add", exact: true }));

    await result().getByText("Added 2").first().waitFor();
    expect(await page.locator(":focus").innerText()).toContain("Added 2");
    expect(await statusesOf("Keyboard")).toEqual(["Keyboard Ken: ACTIVE", "Keyboard Kim: ACTIVE"]);
    await button("Done").click();
  });

  it("keeps who is ticked over searches, and when another screen was looked at meanwhile", async () => {
    ["Tilda", "Tom"].forEach((name) => hire(`Ticked ${name}`));

    await search("Ticked Tilda");
    await box("Ticked Tilda").check();
    await search("Ticked Tom");
    await box("Ticked Tom").check();
    await page.getByRole("tab", { name: "Users" }).click();
    await page.getByRole("table", { name: "Users" }).waitFor();
    await page.getByRole("tab", { name: "Add people" }).click();
    await button(/Microsoft Entra ID/).click();

    await bar().getByText("2 selected (1 on this page)").waitFor();
    expect(await box("Ticked Tom").isChecked()).toBe(true);
    await bar().getByRole("button", { name: "Clear" }).click();
    await bar().waitFor({ state: "detached" });
  });

  it("marks who is here, enables on the spot who is disabled, and lets neither be ticked", async () => {
    hire("Marked Mona");
    await search("Marked Mona");
    await box("Marked Mona").check();
    await addSelected();
    await result().getByRole("button", { name: "Undo" }).click();
    await result().getByText("Undone: 1 person who was added is disabled again.").waitFor();
    await button("Done").click();

    await page.getByText(/here, disabled \(by an admin, /).waitFor();
    expect(await box("Marked Mona").isDisabled()).toBe(true);
    await button("Enable Marked Mona").click();

    await page.getByText("here", { exact: true }).first().waitFor();
    expect(await statusesOf("Marked Mona")).toEqual(["Marked Mona: ACTIVE"]);
  });
});

describe("selecting all who match", () => {
  const names = Array.from({ length: 250 }, (_, i) => `Crowd ${i}`);
  let blocked: string;

  const progress = () => page.getByRole("progressbar", { name: "Progress of the import" });
  const slowly = (ms: number, times?: number) =>
    stage.world.microsoft.faults.add({ path: "/v1.0/$batch", ...(times && { times }), action: { kind: "DELAY", ms } });

  it("is of the search as it is typed, also before its list has come", async () => {
    names.forEach(hire);
    await search("Crowd");
    await button("Select all 250 matching").waitFor();

    // In one go: the list waits 300 ms for typing to end, and nobody can be told when a click of a test arrives
    await page.evaluate(`(() => {
      const field = document.querySelector("input[type=search]");
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, "Crowd 1");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      [...document.querySelectorAll("button")].find((one) => /^Select all .* matching$/.test(one.textContent)).click();
    })()`);

    await bar().getByText("All 111 matching selected").waitFor();
    await search("Crowd 2");
    await bar().waitFor({ state: "detached" });
  });

  async function addAllOfTheCrowd(): Promise<void> {
    await search("Crowd");
    await button("Select all 252 matching").click();
    await bar().getByText("All 252 matching selected").waitFor();
    await bar().getByRole("button", { name: "Add", exact: true }).click();
    await dialog().getByText("Add all 252 people who match?").waitFor();
    await dialog().getByRole("button", { name: "Add", exact: true }).click();
    await progress().waitFor();
  }

  it("can be stopped while it goes on, and says so; what is left can be imported again", async () => {
    hire('=Crowd "formula"');
    blocked = hire("Crowd Blocked");
    stage.world.microsoft.directory.block({ personId: blocked });
    slowly(2500, 1);

    await addAllOfTheCrowd();
    await button("Stop the import").click();

    await button("Stopping …").waitFor();
    await result().getByText("Adele Vance stopped the import before anybody was added.").waitFor();
    expect(await statusesOf("Crowd")).toEqual([]);
    await button("Done").click();
  });

  it("imports everybody as one run, shows how far it is, and names who failed and why", async () => {
    slowly(700);

    await addAllOfTheCrowd();

    expect(Number(await progress().getAttribute("aria-valuemax"))).toBe(252);
    await result().getByText("Added 251 · Failed 1").waitFor();
    await result().getByText("Crowd Blocked: Sign-in is blocked in the directory.").waitFor();
    expect(await statusesOf("Crowd")).toHaveLength(251);
  });

  it("hands the result on as a table that no spreadsheet runs", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), button("Download CSV").click()]);
    const text = await readFile(await download.path(), "utf8");

    expect(download.suggestedFilename()).toBe("import-result.csv");
    expect(text.startsWith("\uFEFFName,Outcome,Reason,Object id\r\n")).toBe(true);
    expect(text).toContain(`"'=Crowd ""formula""",Added,,`);
    expect(text).toContain(`Crowd Blocked,Failed,Sign-in is blocked in the directory.,${blocked}\r\n`);
    expect(text.trimEnd().split("\r\n")).toHaveLength(253);
  });

  it("retries those who failed, and them alone", async () => {
    stage.world.microsoft.directory.unblock({ personId: blocked });

    await button("Retry failed").click();

    await result().getByText("Added 252").first().waitFor();
    expect(await button("Retry failed").count()).toBe(0);
  });

  it("undoes all of it: those who came are disabled again, and who was ticked meanwhile stays ticked", async () => {
    hire("Next Import");
    await search("Next Import");
    await box("Next Import").check();
    await result().getByRole("button", { name: "Undo" }).click();

    await result().getByText("Undone: 252 people who were added are disabled again.").waitFor();
    expect((await statusesOf("Crowd")).filter((line) => line.endsWith("ACTIVE"))).toEqual([]);
    expect(await box("Next Import").isChecked()).toBe(true);
    await bar().getByRole("button", { name: "Clear" }).click();
    await button("Done").click();
  });
});

describe("on a bad day", () => {
  it.each([
    ["offline", undefined, "Rollcall could not be reached."],
    ["with a broken server", 500, "Something went wrong on our side."],
    ["with a server that asks to slow down", 429, "Too many requests at once."],
  ] as const)("%s nobody is lost: the list and the import recover without a reload", async (day, status, said) => {
    const name = `Stormy ${day}`;
    hire(name);
    await search(name);
    await box(name).check();
    const fails = (url: string) =>
      page.route(url, (route) => (status ? route.fulfill({ status, body: "{}" }) : route.abort()));
    await fails("**/graphql");

    await addSelected();
    await result().getByText(`${name}: ${said}`).waitFor();
    await page.unroute("**/graphql");
    await button("Retry failed").click();

    await result().getByText("Added 1").first().waitFor();
    expect(await statusesOf(name)).toEqual([`${name}: ACTIVE`]);
    await button("Done").click();
  });

  it("a dialog and a screen that cannot be loaded leave all there is, say so to everybody, and come when it is over", async () => {
    hire("Stormy Lazy");
    const fresh = await visit(stage.chromium, stage.world, "Adele Vance", { path: "/add-people?provider=entra" });
    await fresh.page.getByRole("searchbox", { name: "Search people" }).fill("Stormy Lazy");
    const ticked = fresh.page.getByRole("checkbox", { name: "Select Stormy Lazy" });
    await ticked.check();
    const notice = fresh.page.getByRole("group").filter({ hasText: "Rollcall could not be reached." });
    const again = notice.getByRole("button", { name: "Try again" });

    await fresh.context.setOffline(true);
    await fresh.page.getByRole("button", { name: "Add", exact: true }).click();
    await fresh.page
      .getByRole("status")
      .filter({ hasText: "Rollcall could not be reached." })
      .waitFor({ state: "attached" });
    expect(await ticked.isChecked()).toBe(true);
    await fresh.context.setOffline(false);
    await again.click();
    await fresh.page.getByRole("dialog").getByText("Stormy Lazy").waitFor();
    await fresh.page.keyboard.press("Escape");

    await fresh.context.setOffline(true);
    await fresh.page.getByRole("tab", { name: "History" }).click();
    await again.waitFor();
    await fresh.context.setOffline(false);
    await again.click();
    await fresh.page.getByRole("heading", { name: "History" }).waitFor();

    // A newer version took the place of the file on the server
    await fresh.page.route("**/assets/settings-page-*", (route) => route.fulfill({ status: 404 }));
    await fresh.page.getByRole("tab", { name: "Settings" }).click();
    await fresh.page.getByText("There is a newer version of Rollcall").first().waitFor();

    await fresh.page.goBack();
    await fresh.page.goBack();
    expect(await ticked.isChecked()).toBe(true);
    expect(fresh.troubles).toEqual([]);
    await fresh.context.close();
  });
});

it("caused no error in the page, broke no content policy, and wrote nothing to the directory", () => {
  expect([adele.troubles, stage.world.microsoft.counters.writes]).toEqual([[], 0]);
});
