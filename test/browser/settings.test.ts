import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import { refreshUsers } from "../../server/use-cases/refresh-users.js";
import { newGroupIn } from "../contoso.js";
import { IMPORT, REFRESH_PERSON, SET_ROLE, SET_STATUS, UPDATE_ACCOUNT, USERS } from "../operations.js";
import { enable, runAfter, runBy, update } from "../sync-steps.js";
import { workerOf } from "../worker.js";
import { setStage, visit, type Stage, type Visit } from "./visit.js";

/* The Settings page, each flow to its end. One world, in which Alex and Megan are users beside Adele. */
let stage: Stage;
let adele: Visit;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  await stage.world.adele(IMPORT, { input: { directoryIds: [PEOPLE.alex, PEOPLE.megan] } });
  await enable(stage.world.adele, { groupIds: [GROUPS.legal] });
  adele = await visit(stage.chromium, stage.world, "Adele Vance", { path: "/settings" });
  page = adele.page;
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await adele.picture(task.name);
});
afterAll(() => stage.close());

const region = (name: string) => page.getByRole("region", { name, exact: true });
const dialog = () => page.getByRole("dialog");
const settings = async () =>
  (await stage.world.adele("{ syncSettings { disableGone excludedPeople { id } excludedGroups { id } } }")).data
    ?.syncSettings as { disableGone: boolean; excludedPeople: { id: string }[]; excludedGroups: { id: string }[] };
const helpContact = async () => (await stage.world.adele("{ account { helpContact } }")).data?.account?.helpContact;

async function userId(name: string): Promise<string> {
  const found = (await stage.world.adele(USERS, { search: name })).data?.users?.nodes as { id: string }[];
  return found[0]?.id ?? "";
}

describe("the connection", () => {
  it("says which organisation, which permissions, since when, and who confirmed it here", async () => {
    // Who it was comes with another answer
    await region("Connection").getByText("confirmed here by Adele Vance").waitFor();
    const words = await region("Connection").innerText();

    for (const fact of ["Contoso", "Connected", "User.Read.All", "GroupMember.Read.All"]) expect(words).toContain(fact);
    await region("Connection").getByRole("button", { name: "Review permissions" }).waitFor();
  });
});

describe("admins", () => {
  it("reminds of a second one while there is one, names one, and removes them again", async () => {
    const admins = region("Admins");
    await admins.getByText("There is only one admin who can sign in.").waitFor();

    await admins.getByRole("button", { name: "Add an admin" }).click();
    await admins.getByRole("searchbox", { name: "Search users" }).fill("Alex");
    await admins.getByRole("button", { name: /Alex Wilber/ }).click();
    await dialog().getByRole("button", { name: "Make admin" }).click();
    await admins.getByRole("button", { name: "Remove Alex Wilber as admin" }).waitFor();
    await admins.getByText("There is only one admin who can sign in.").waitFor({ state: "detached" });

    await admins.getByRole("button", { name: "Remove Alex Wilber as admin" }).click();
    await dialog().getByRole("button", { name: "Remove admin" }).click();

    await admins.getByText("There is only one admin who can sign in.").waitFor();
  });

  it("says why the last one stays", async () => {
    await region("Admins").getByRole("button", { name: "Remove Adele Vance as admin" }).click();
    await dialog().getByRole("button", { name: "Remove admin" }).click();

    await dialog().getByText("This is the last admin who can sign in. Name another one first.").waitFor();
    await dialog().getByRole("button", { name: "Cancel" }).click();
  });
});

describe("exclusions", () => {
  it("of a person are found, asked about, made, and taken back", async () => {
    const exclusions = region("Exclusions");
    await exclusions.getByRole("button", { name: "Exclude a person" }).click();
    await exclusions.getByRole("searchbox", { name: "Search people to exclude" }).fill("Lee Gu");
    await exclusions.getByRole("button", { name: /Lee Gu/ }).click();
    await dialog().getByText("It concerns the sync only").waitFor();
    await dialog().getByRole("button", { name: "Exclude", exact: true }).click();

    await exclusions.getByText("Lee Gu is excluded.").waitFor();
    expect((await settings()).excludedPeople).toEqual([{ id: PEOPLE.lee }]);
    await exclusions.getByRole("button", { name: "Take back the exclusion of Lee Gu" }).click();

    await exclusions.getByText("The exclusion of Lee Gu is taken back.").waitFor();
    await exclusions.getByText("Nobody is excluded by name.").waitFor();
    expect((await settings()).excludedPeople).toEqual([]);
  });

  it("of a group work the same", async () => {
    const group = newGroupIn(stage.world, "Shadow team", 1);
    const exclusions = region("Exclusions");
    await exclusions.getByRole("button", { name: "Exclude a group" }).click();
    await exclusions.getByRole("searchbox", { name: "Search groups to exclude" }).fill("Shadow team");
    await exclusions.getByRole("button", { name: /Shadow team/ }).click();
    await dialog().getByRole("button", { name: "Exclude", exact: true }).click();

    await exclusions.getByRole("button", { name: "Take back the exclusion of Shadow team" }).waitFor();
    expect((await settings()).excludedGroups).toEqual([{ id: group.id }]);
  });
});

describe("the rule for who is gone from the directory", () => {
  const rule = () => page.getByRole("switch", { name: /Disable users managed by admins/ });

  it("says whom it concerns before it is turned on", async () => {
    stage.world.microsoft.directory.block({ personId: PEOPLE.megan });
    await runBy(stage.world.adele, REFRESH_PERSON, { directoryId: PEOPLE.megan });

    await rule().click();
    await dialog().getByText("Just now that is 1 person.").waitFor();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    expect([await rule().isChecked(), (await settings()).disableGone]).toEqual([false, false]);

    await rule().click();
    await dialog().getByRole("button", { name: "Turn on" }).click();
    await page.getByText("The rule is saved.").first().waitFor();
    expect((await settings()).disableGone).toBe(true);
  });

  it("is not changed over another tab's change: it says so, and shows the settings as they are now", async () => {
    const read = "{ syncSettings { version disableGone } }";
    const seen = (await stage.world.adele(read)).data?.syncSettings as { version: number };
    const change = "mutation ($i: UpdateSyncSettingsInput!) { updateSyncSettings(input: $i) { __typename } }";
    await page.waitForLoadState("networkidle");
    await stage.world.adele(change, { i: { version: seen.version, includeGuests: true } });

    await rule().click();
    await dialog().getByRole("button", { name: "Turn off" }).click();
    await page.getByText("Somebody else changed these settings meanwhile.").first().waitFor();
    expect((await settings()).disableGone).toBe(true);

    await rule().click();
    await dialog().getByRole("button", { name: "Turn off" }).click();
    await page.getByText("The rule is saved.").first().waitFor();
    expect((await settings()).disableGone).toBe(false);
  });

  it("names the leavers whom the run that follows disables, and from the next daily look on holds for who is gone", async () => {
    const dock = newGroupIn(stage.world, "Dock", 6);
    const groupIds = [GROUPS.legal, dock.id];
    await runAfter(stage.world.adele, () => update(stage.world.adele, { groupIds, disableLeavers: true }));
    dock.leave(3);
    await page.reload();

    await rule().click();
    await dialog().getByText("A run follows at once, and disables 1 person who left the groups").click();
    await dialog().getByText("Dock Person 3").waitFor();
    await dialog().getByText("Just now that is 1 person.").waitFor();
    await dialog().getByRole("button", { name: "Turn on" }).click();
    await page.getByText("The rule is saved.").first().waitFor();
    await page.getByRole("tab", { name: "Users" }).click();
    const search = page.getByRole("searchbox", { name: "Search users" });
    const row = (name: string) => page.getByRole("table", { name: "Users" }).getByRole("row", { name });
    await search.fill("Dock Person 3");
    await row("Dock Person 3").getByText("Disabled by the sync", { exact: true }).waitFor();
    const [account] = await stage.world.store.accounts.list();
    await refreshUsers(workerOf(stage.world), account?.id ?? "");
    await search.fill("Megan Bowen");

    await row("Megan Bowen").getByText("Disabled by the sync", { exact: true }).waitFor();
    await row("Megan Bowen").getByText("Blocked in the directory").first().waitFor();
    await page.getByRole("tab", { name: "Settings" }).click();
    await rule().waitFor();
    expect([await rule().isChecked(), (await settings()).disableGone]).toEqual([true, true]);
  });
});

describe("on a bad day", () => {
  it.each([
    ["offline", undefined, "Rollcall could not be reached."],
    ["a server that broke", 500, "Something went wrong on our side."],
  ] as const)("(%s) what was typed is kept, and saved without a reload", async (day, status, said) => {
    const help = region("Help contact");
    await help.getByRole("textbox", { name: "Help contact" }).fill(`IT desk, ${day}`);
    await page.route("**/graphql", (route) => (status ? route.fulfill({ status, body: "{}" }) : route.abort()));
    await help.getByRole("button", { name: "Save" }).click();
    await page.getByText(said).first().waitFor();
    expect(await help.getByRole("textbox", { name: "Help contact" }).inputValue()).toBe(`IT desk, ${day}`);

    await page.unroute("**/graphql");
    await help.getByRole("button", { name: "Save" }).click();

    await help.getByText("The help contact is saved.").waitFor();
    expect(await helpContact()).toBe(`IT desk, ${day}`);
  });
});

it("what another admin saved meanwhile is not written over: it is shown, what was typed stays, and is saved the next time", async () => {
  const input = { receivers: { emails: ["colleague@contoso.example"], webhook: null } };
  await stage.world.adele(UPDATE_ACCOUNT, { input });
  const help = region("Help contact");
  const typed = help.getByRole("textbox", { name: "Help contact" });
  await typed.fill("Second window");
  await help.getByRole("button", { name: "Save" }).click();

  await help.getByText("Somebody else changed these settings meanwhile.").waitFor();
  await region("Notices").getByText("colleague@contoso.example").waitFor();
  expect(await helpContact()).not.toBe("Second window");
  expect(await typed.inputValue()).toBe("Second window");

  await help.getByRole("button", { name: "Save" }).click();
  await help.getByText("The help contact is saved.").waitFor();
  expect(await helpContact()).toBe("Second window");
});

describe("the audit trail", () => {
  it("tells who decided what, with before and after in words, page by page", async () => {
    for (let i = 0; i < 30; i++) await stage.world.adele(UPDATE_ACCOUNT, { input: { helpContact: `Desk ${i}` } });
    await page.reload();
    const trail = page.getByRole("table", { name: "Audit trail" });

    await trail.getByText("Help contact: Desk 28, then Desk 29").waitFor();
    expect(await trail.getByRole("row").nth(1).innerText()).toContain("Adele Vance");
    await page.getByRole("button", { name: "Next" }).click();

    await page.getByText("Page 2").first().waitFor();
    await trail
      .getByText("Megan Bowen", { exact: false })
      .or(trail.getByText("Lee Gu: Excluded: yes, then no"))
      .first()
      .waitFor();
  });
});

describe("an admin who is one no longer", () => {
  it("gets an employee's page at the next thing they do", async () => {
    await stage.world.adele(SET_ROLE, { input: { userId: await userId("Alex Wilber"), role: "ADMIN" } });
    const alex = await visit(stage.chromium, stage.world, "Alex Wilber", { path: "/settings" });
    await alex.page.getByRole("heading", { name: "Admins" }).waitFor();
    await stage.world.adele(SET_ROLE, { input: { userId: await userId("Alex Wilber"), role: "EMPLOYEE" } });

    await alex.page.getByRole("textbox", { name: "Help contact" }).fill("Alex");
    await alex.page.getByRole("button", { name: "Save", exact: true }).click();

    await alex.page.getByRole("heading", { name: "Hello, Alex Wilber" }).waitFor();
    expect(await alex.page.locator("main").innerText()).toContain("Adele Vance");
    await alex.context.close();
  });

  it("or is disabled, is told so and whom to ask, and goes on with what they typed once they are enabled again", async () => {
    const id = await userId("Alex Wilber");
    const setStatus = (status: string) => stage.world.adele(SET_STATUS, { input: { userIds: [id], status } });
    await stage.world.adele(SET_ROLE, { input: { userId: id, role: "ADMIN" } });
    await stage.world.adele(UPDATE_ACCOUNT, { input: { helpContact: "Desk 1" } });
    const alex = await visit(stage.chromium, stage.world, "Alex Wilber", { path: "/settings" });
    const help = alex.page.getByRole("textbox", { name: "Help contact" });
    const save = alex.page.getByRole("region", { name: "Help contact" }).getByRole("button", { name: "Save" });
    await help.fill("Alex, at the desk");
    await setStatus("DISABLED");

    await save.click();
    await alex.page.getByRole("heading", { name: "Your user here is disabled" }).waitFor();
    const told = await alex.page.locator("main").innerText();
    expect([told.includes("Alex Wilber"), told.includes("Ask for help: Desk 1")]).toEqual([true, true]);
    await setStatus("ACTIVE");
    await alex.page.getByRole("button", { name: "Try again" }).click();

    await help.waitFor();
    expect(await help.inputValue()).toBe("Alex, at the desk");
    await save.click();
    await alex.page.getByText("The help contact is saved.").first().waitFor();
    expect([await helpContact(), alex.troubles]).toEqual(["Alex, at the desk", []]);
  });
});

it("caused no error in the page, broke no content policy, and wrote nothing to the directory", () => {
  expect([adele.troubles, stage.world.microsoft.counters.writes]).toEqual([[], 0]);
});
