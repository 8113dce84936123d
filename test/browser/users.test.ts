import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GROUPS } from "../../demo/microsoft/registration.js";
import { enable } from "../sync-steps.js";
import { newGroupIn } from "../contoso.js";
import { setStage, visit, type Stage, type Visit } from "./visit.js";

/* What an admin does on the Users page, each flow to its end. One world; each test has people of its own. */
let stage: Stage;
let adele: Visit;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  await enable(stage.world.adele, { groupIds: [GROUPS.productAndTechnology] });
  adele = await visit(stage.chromium, stage.world, "Adele Vance");
  page = adele.page;
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await adele.picture(task.name);
});
afterAll(() => stage.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const panel = () => page.getByRole("dialog");
const search = (words: string) => page.getByRole("searchbox", { name: "Search users" }).fill(words);
const row = (name: string) => page.getByRole("table", { name: "Users" }).getByRole("row", { name: new RegExp(name) });

describe("why is this person (not) here?", () => {
  it("tells of somebody here by which groups inside which, and what the next run does", async () => {
    await search("Megan Bowen");
    await row("Megan Bowen")
      .getByRole("button", { name: /^Megan Bowen: why/ })
      .click();

    await panel().getByRole("heading", { name: "Why is Megan Bowen here?" }).waitFor();
    const paths = panel().getByRole("list", { name: "How the groups lead to them" });
    expect(await paths.innerText()).toContain("Product and Technology › Engineering");
    expect(await panel().innerText()).toContain("The next run leaves them as they are.");
  });

  it("gives the focus back to the name it was opened from", async () => {
    await page.keyboard.press("Escape");

    await panel().waitFor({ state: "detached" });
    await page
      .locator(":focus")
      .and(row("Megan Bowen").getByRole("button", { name: /^Megan Bowen/ }))
      .waitFor();
  });

  it("finds somebody who is missing, by keyboard, and syncs just this person", async () => {
    const team = newGroupIn(stage.world, "Harbour", 0);
    stage.world.microsoft.directory.addToGroup({ groupId: GROUPS.engineering, memberId: team.hire("Hanna Harbour") });

    await search("Hanna Harb");
    await page.getByText("Nobody here is called “Hanna Harb”").waitFor();
    await button("Why not?").focus();
    await page.keyboard.press("Enter");
    await panel()
      .getByRole("button", { name: /Hanna Harbour/ })
      .focus();
    await page.keyboard.press("Enter");

    await panel().getByRole("heading", { name: "Why is Hanna Harbour not here?" }).waitFor();
    expect(await panel().innerText()).toContain("The next run adds them.");
    await button("Sync just this person now").focus();
    await page.keyboard.press("Enter");

    await panel().getByText("Done: added.").waitFor();
    await panel().getByRole("heading", { name: "Why is Hanna Harbour here?" }).waitFor();
    await page.keyboard.press("Escape");
    await row("Hanna Harbour").waitFor();
  });

  it("excludes somebody, says that this decided, and takes it back", async () => {
    await search("Megan Bowen");
    await row("Megan Bowen")
      .getByRole("button", { name: /^Megan Bowen: why/ })
      .click();
    await button("Exclude from the sync").click();

    await panel().getByText("Excluded from the sync by name.").waitFor();
    await button("Take the exclusion back").click();

    await panel().getByText("Not excluded from the sync.").waitFor();
    await page.keyboard.press("Escape");
  });

  it("says that it could not be told while Microsoft is away, and tells it on Try again", async () => {
    await search("Megan Bowen");
    await page.route("**/graphql", (route) => route.abort());
    await row("Megan Bowen")
      .getByRole("button", { name: /^Megan Bowen: why/ })
      .click();
    await panel().getByText("Rollcall could not be reached.").waitFor();

    await page.unroute("**/graphql");
    await panel().getByRole("button", { name: "Try again" }).click();

    await panel().getByText("Product and Technology › Engineering").waitFor();
    await page.keyboard.press("Escape");
  });
});

it("caused no error in the page, broke no content policy, and wrote nothing to the directory", () => {
  expect([adele.troubles, stage.world.microsoft.counters.writes]).toEqual([[], 0]);
});
