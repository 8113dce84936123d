import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import { newGroupIn, type TestGroup } from "../contoso.js";
import { IMPORT, RUNS, SETTINGS, USERS } from "../operations.js";
import { newUser } from "../store.js";
import { runNow, startRun, update, type RunView } from "../sync-steps.js";
import { eventually } from "../world.js";
import { setStage, visit, type Stage, type Visit } from "./visit.js";

/*
 * Automatic import from its first Enable to its Disable, as an admin meets it; each flow goes on where the one before
 * ended. Harbour has 24 people, of whom two were imported by hand before.
 */
let stage: Stage;
let adele: Visit;
let page: Page;
let team: TestGroup;
let crew: TestGroup;

beforeAll(async () => {
  stage = await setStage();
  team = newGroupIn(stage.world, "Harbour", 24);
  crew = newGroupIn(stage.world, "Galley", 6);
  crew.join(team.member(0));
  await stage.world.adele(IMPORT, { input: { directoryIds: [team.member(0), team.member(1)] } });
  adele = await visit(stage.chromium, stage.world, "Adele Vance");
  page = adele.page;

  await page.getByRole("tab", { name: "Automatic import" }).click();
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await adele.picture(task.name);
});
afterAll(() => stage.close());

const ask = (query: string, variables?: object) => stage.world.adele(query, variables);
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const region = (name: string) => page.getByRole("region", { name });
const step = (name: string) => page.getByRole("heading", { level: 2, name });
const focused = () => page.locator(":focus");
const groupsTable = () => page.getByRole("table", { name: "Groups", exact: true });
const users = async (search: string) =>
  (await ask(USERS, { search, first: 500 })).data?.users?.nodes as {
    readonly displayName: string;
    readonly status: string;
    readonly managedBy: string;
  }[];
const settings = async () =>
  (await ask(SETTINGS)).data?.syncSettings as { readonly enabled: boolean; readonly groups: { displayName: string }[] };

/** Goes on by Tab until what has the focus is this, as somebody without a mouse does. */
async function tabTo(
  role: "button" | "checkbox" | "searchbox" | "switch" | "tab",
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name, ...(typeof name === "string" && { exact: true }) }).first();
  for (let presses = 0; presses < 60; presses++) {
    if ((await wanted.and(focused()).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to the ${role} ${String(name)}`);
}

async function press(role: "button" | "checkbox" | "switch", name: string | RegExp, key = "Enter"): Promise<void> {
  await tabTo(role, name);
  await page.keyboard.press(key);
}

async function choose(name: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search groups" }).fill(name);
  await page.getByRole("checkbox", { name: new RegExp(`^${name}\\b`) }).check();
}

describe("turning it on, by keyboard alone", () => {
  it("begins with what it does, and with the focus on each step's heading", async () => {
    await page.getByText("It only reads.").first().waitFor();
    await press("button", "Enable");

    await focused().and(step("Step 1 of 3: Groups")).waitFor();
    expect(await page.locator("[aria-current=step]").innerText()).toBe("1. Groups");
    await page.getByText("No group is chosen yet.").first().waitFor();
  });

  it("chooses groups, with how many people each brings and all of them together", async () => {
    for (const name of ["Harbour", "Galley"]) {
      await tabTo("searchbox", "Search groups");
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(name);
      await page.getByRole("checkbox", { name: new RegExp(`^${name}\\b`) }).waitFor();
      await press("checkbox", new RegExp(`^${name}\\b`), "Space");
    }

    await page.getByText("30 people in all, 1 of them in more than one of the groups.").first().waitFor();
    expect(await page.getByRole("list", { name: "2 groups chosen" }).innerText()).toContain(
      "7 members = 6 people + 1 counted in a group above",
    );
    await press("button", "Next");
    await focused().and(step("Step 2 of 3: Rules")).waitFor();
  });

  it("sets the brake, which takes no nonsense, and hands over who is here by hand", async () => {
    await press("switch", "Disable leavers", "Space");
    const percent = page.getByRole("textbox", { name: "Per cent of the people" });
    await percent.fill("80");
    await page.getByText("A whole number from 1 to 50, please.").first().waitFor();
    await press("button", "Next");
    await step("Step 2 of 3: Rules").waitFor();
    await percent.fill("25");
    await page.getByText("2 people in these groups are here by hand already.").first().waitFor();
    await press("checkbox", "Hand them to the groups after the first run", "Space");

    await press("button", "Next");
    await focused().and(step("Step 3 of 3: Preview")).waitFor();
  });

  it("shows who would come, and turns on", async () => {
    const adds = page.getByText("Will add 28 people");
    await adds.focus();
    await page.keyboard.press("Enter");
    expect(await page.getByRole("list", { name: "Will add 28 people" }).innerText()).toContain(
      "Harbour Person 5: Is in a chosen group.",
    );
    await page.getByText("Already here: 2 people").first().waitFor();
    await press("button", "Turn on");
    await page.locator("main").getByText("Turned on. The first run starts at once.").waitFor();

    await groupsTable().waitFor();
    await page
      .getByText(/Last run .*28 added/)
      .first()
      .waitFor();
    expect((await users("Harbour Person")).length).toBe(24);
    await eventually(
      () => users("Harbour Person"),
      (all) => all.every((one) => one.managedBy === "GROUPS"),
    );
    expect(await region("Rules").innerText()).toContain("at most 25 % of the people");
  });
});

describe("while it is on", () => {
  it("runs now, and each run of the last day leads to what it did", async () => {
    const recent = page.getByRole("list", { name: /^The last/ });
    await button("Run now").click();
    await page.getByRole("list", { name: "The last 2 runs" }).waitFor();
    await page
      .getByText(/Next run .*, in /)
      .first()
      .waitFor();

    await recent.getByRole("link", { name: /28 added/ }).click();
    await page.getByRole("heading", { name: /^Run of / }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Automatic import" }).click();
  });

  it("previews the next run at any time, and the sums of the groups with it", async () => {
    crew.hire("Carla Comer");
    await button("Preview the next run").click();

    await page.getByText("Will add 1 person").click();
    expect(await page.getByRole("list", { name: "Will add 1 person" }).innerText()).toContain("Carla Comer");
    expect(await groupsTable().innerText()).toContain("8 members = 7 people + 1 counted in a group above");
    await button("Close the preview").click();
  });

  it("edits: what would happen is shown before it is saved, and is what happens", async () => {
    await button("Edit").click();
    await button("Remove Galley").click();
    await page.getByText("24 people in all.").first().waitFor();
    await button("Next").last().click();
    await button("Next").last().click();
    await page.getByText("Will disable 6 people").click();
    expect(await page.getByRole("list", { name: "Will disable 6 people" }).innerText()).toContain(
      "Galley Person 3: No longer in any of the chosen groups.",
    );
    await button("Save and disable 6").click();

    await groupsTable().waitFor();
    await eventually(
      () => users("Galley Person"),
      (all) => all.every((one) => one.status === "DISABLED"),
    );
  });

  it("keeps what was typed when a second window changed the settings, says what changed, and goes on", async () => {
    await button("Edit").click();
    await choose("Galley");
    await page.getByText("31 people in all").first().waitFor();
    await update(stage.world.adele, { includeGuests: true });
    await button("Next").last().click();
    await button("Next").last().click();
    // Whoever saves before the tab has heard of it is refused; by now it may have
    await button("Save").click({ force: true });

    const said = page.getByText("Somebody else changed these settings meanwhile.").first();
    await said.waitFor();
    expect(await said.innerText()).toContain("Guests are included.");
    expect((await settings()).groups.map((group) => group.displayName)).toEqual(["Harbour"]);
    await button("Go on with my choice").click();
    await button("Save").click();

    await groupsTable().getByText("Galley").waitFor();
    expect((await settings()).groups.map((group) => group.displayName)).toEqual(["Harbour", "Galley"]);
    await region("Rules").getByText("Guests are left out.").waitFor();
    await eventually(
      () => users("Galley Person"),
      (all) => all.every((one) => one.status === "ACTIVE"),
    );
  });

  it("does not say OK of a group that could not be read, but what is wrong and what to do; and knows it by its new name", async () => {
    stage.world.microsoft.directory.renameGroup({ groupId: crew.id, displayName: "Galley of old" });
    const fault = { kind: "STATUS", status: 400 } as const;
    stage.world.microsoft.faults.add({ name: "unreadable", path: `/v1.0/groups/${crew.id}/**`, action: fault });
    await runNow(stage.world.adele);

    await groupsTable()
      .getByText(/could not read it to its end/)
      .waitFor();
    await groupsTable().getByText("There is nothing to do here.").waitFor();
    stage.world.microsoft.faults.clear();
    // Who would be disabled has the groups looked at
    crew.leave(5);
    await runNow(stage.world.adele);
    await groupsTable().getByText("Was called “Galley” when it was chosen.").waitFor();
  });
});

/** Eleven of 30 leave: more than a day may disable. */
async function elevenAreHeld(): Promise<RunView> {
  team.leave(...Array.from({ length: 11 }, (_, n) => n + 2));
  const run = await runNow(stage.world.adele);
  expect(run).toMatchObject({ status: "HELD", counts: { held: 11, disabled: 0 } });
  return run;
}

describe("a hold", () => {
  const hold = () => region("Waiting for your decision");

  it("names who waits and why, says so once, and is led to from its run", async () => {
    const run = await elevenAreHeld();
    await page.goto(`${stage.world.url}/history/run/${run.id}`);
    await page.getByRole("link", { name: "Look at the list that waits" }).click();

    await hold()
      .getByRole("row", { name: /Harbour Person 12/ })
      .waitFor();
    expect(await hold().getByRole("row").count()).toBe(12);
    expect(await page.getByText("11 people would be disabled").count()).toBe(1);
    await page.getByRole("tab", { name: "Users" }).click();
    await page.getByText("11 people would be disabled").first().waitFor();
    await page.getByRole("link", { name: "Go to Automatic import" }).click();
  });

  it("cannot be approved while the directory cannot be read, with the reason", async () => {
    const { directory } = stage.world.microsoft;
    directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "REMOVED" });
    await startRun(ask);
    await hold()
      .getByText(/^It cannot be approved now: Rollcall was removed from your directory/)
      .waitFor();

    expect(await button("Approve exactly these").count()).toBe(0);
    directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    await ask("mutation { checkConsent { __typename } }");
    await button("Approve exactly these").waitFor();
  });

  it("is rejected: they stay, out of the groups' hands", async () => {
    await button("Reject").click();
    await page
      .getByRole("dialog", { name: "Reject: 11 people to disable?" })
      .getByRole("button", { name: "Reject" })
      .click();
    await page.locator("main").getByText("Rejected. They stay as they are.").waitFor();

    await hold().waitFor({ state: "detached" });
    const kept = await eventually(
      async () => (await users("Harbour Person")).filter((one) => one.managedBy === "ADMIN"),
      (some) => some.length === 11,
    );
    expect(kept.map((one) => one.status)).toEqual(Array.from({ length: 11 }, () => "ACTIVE"));
  });

  it("offers to hand those back who are in a group again, and is approved: exactly these are disabled", async () => {
    team.join(...Array.from({ length: 11 }, (_, n) => team.member(n + 2)));
    await runNow(stage.world.adele);
    await button("Hand to the groups").click();
    await page.getByRole("dialog").getByRole("button", { name: "Hand to the groups" }).click();
    await region("People here by hand").waitFor({ state: "detached" });

    await elevenAreHeld();
    await button("Approve exactly these").click();
    await page
      .getByRole("dialog", { name: "Approve: 11 people to disable?" })
      .getByRole("button", { name: "Approve exactly these" })
      .click();
    await page.locator("main").getByText("Approved. A run carries it out.").waitFor();

    await hold().waitFor({ state: "detached" });
    await eventually(
      () => users("Harbour Person"),
      (all) => all.filter((one) => one.status === "DISABLED").length === 11,
    );
  });
});

describe("a conflict", () => {
  it("is decided by an admin: the same person, and the record here is theirs", async () => {
    const mail = "lotte.local@contoso.example";
    const accountId = (await stage.world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
    const local = newUser(null, { displayName: "Lotte Local", email: mail, origin: "LOCAL", managedBy: "ADMIN" });
    await stage.world.store.users.create(accountId, [local]);
    const { directory } = stage.world.microsoft;
    directory.rename({ personId: team.hire("Lotte Directory"), mail });
    await runNow(stage.world.adele);

    await button("Decide").click();
    await page.getByRole("group", { name: "Lotte Directory" }).getByRole("button", { name: "The same person" }).click();
    await page
      .getByRole("dialog", { name: "Is Lotte Directory the user who is here?" })
      .getByRole("button", { name: "The same person" })
      .click();

    await page.locator("main").getByText("Lotte Directory is linked to the user here.").waitFor();
    await eventually(
      () => users("Lotte"),
      (all) => all.length === 1,
    );
  });
});

describe("turning it off", () => {
  it("says before that everybody stays, and no run follows", async () => {
    const active = async () => (await users("Person")).filter((one) => one.status === "ACTIVE").length;
    const before = await active();
    await button("Disable").click();
    const dialog = page.getByRole("dialog", { name: "Disable automatic import?" });
    expect(await dialog.innerText()).toContain("All users stay as they are");
    await focused()
      .and(dialog.getByRole("button", { name: "Cancel" }))
      .waitFor();
    await dialog.getByRole("button", { name: "Disable" }).click();

    await button("Enable").waitFor();
    expect([(await settings()).enabled, await active()]).toEqual([false, before]);
  });

  it("caused no error in the page, and wrote nothing to the directory", async () => {
    const runs = (await ask(RUNS, { first: 100 })).data?.runs?.nodes as RunView[];

    expect(runs.some((run) => run.status === "FAILED" && run.reason === null)).toBe(false);
    expect([adele.troubles, stage.world.microsoft.counters.writes]).toEqual([[], 0]);
  });
});
