import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, GROUPS } from "../../demo/microsoft/registration.js";
import { IMPORT, REFRESH_PERSON, USERS } from "../operations.js";
import { enable, runBy } from "../sync-steps.js";
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
const dialog = panel;
const search = (words: string) => page.getByRole("searchbox", { name: "Search users" }).fill(words);
const row = (name: string) => page.getByRole("table", { name: "Users" }).getByRole("row", { name: new RegExp(name) });

interface Row {
  readonly directoryId: string | null;
  readonly status: string;
  readonly email: string | null;
}

async function usersNamed(words: string): Promise<readonly Row[]> {
  return (await stage.world.adele(USERS, { search: words, first: 500 })).data?.users?.nodes as Row[];
}

const user = async (words: string) => (await usersNamed(words))[0];
const statuses = async (words: string) => (await usersNamed(words)).map((one) => one.status);

/** People of the directory who become users by hand; answers with their object ids. */
async function bringIn(...names: readonly string[]): Promise<readonly string[]> {
  const directoryIds = names.map((displayName) => stage.world.microsoft.directory.hire({ displayName }).id);
  await stage.world.adele(IMPORT, { input: { directoryIds } });
  return directoryIds;
}

/** Somebody whom the application made, not linked to the directory. */
async function localUser(displayName: string, email: string | null): Promise<void> {
  const [account] = await stage.world.store.accounts.list();
  const profile = { givenName: null, surname: null, userPrincipalName: null, jobTitle: null, department: null };
  const local = { origin: "LOCAL", managedBy: "ADMIN", role: "EMPLOYEE", directoryState: "UNKNOWN" } as const;
  const row = { ...profile, ...local, displayName, email, directoryId: null, groupIds: [] };
  await stage.world.store.users.create(account?.id ?? "", [row]);
}

async function menuOf(name: string, item: string): Promise<void> {
  await button(`More for ${name}`).click();
  await page.getByRole("menuitem", { name: item }).click();
}

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
    await page.getByText("Nobody here is called “Hanna Harb”").first().waitFor();
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
    const asked = page.getByRole("dialog", { name: "Exclude Megan Bowen from the sync?" });
    await asked.getByRole("button", { name: "Exclude from the sync" }).click();

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

  it("leads to Settings when the permission is gone, and is closed there", async () => {
    const { directory } = stage.world.microsoft;
    directory.withdrawConsent({ how: "PERMISSION_REMOVED" });
    await row("Megan Bowen")
      .getByRole("button", { name: /^Megan Bowen: why/ })
      .click();
    await panel().getByRole("link", { name: "Go to Settings" }).click();

    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    await panel().waitFor({ state: "detached" });
    directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    await stage.world.adele("mutation { checkConsent { __typename } }");
    await page.getByRole("tab", { name: "Users" }).click();
  });
});

describe("enabling and disabling", () => {
  it("says before what will happen, disables many, names who stayed, and undoes it", async () => {
    await bringIn("Bulk Ada", "Bulk Ben");
    await search("Bulk");
    await row("Bulk Ben").waitFor();
    await page.getByRole("checkbox", { name: "Select all on this page" }).check();
    await search("Adele Vance");
    await page.getByRole("checkbox", { name: "Select Adele Vance" }).check();
    await button("Disable").click();
    await dialog().getByText("They can no longer sign in.").waitFor();
    await dialog().getByRole("button", { name: "Disable", exact: true }).click();

    await page.getByText("Disabled: 2 people.").first().waitFor();
    await page.getByText("Adele Vance: You cannot disable yourself. Another admin can.").first().waitFor();
    expect(await statuses("Bulk")).toEqual(["DISABLED", "DISABLED"]);
    await button("Undo").click();

    await page.getByText("Undone. Enabled: 2 people.").first().waitFor();
    expect(await statuses("Bulk")).toEqual(["ACTIVE", "ACTIVE"]);
    await button("Close").click();
  });

  it("finds whom the directory blocked since they came, for a bulk Disable", async () => {
    const [blocked = ""] = await bringIn("Blocked Bea");
    stage.world.microsoft.directory.block({ personId: blocked });
    await runBy(stage.world.adele, REFRESH_PERSON, { directoryId: blocked });
    await search("Blocked Bea");
    await page.getByRole("combobox", { name: "Directory" }).selectOption({ label: "Blocked or deleted" });

    await row("Blocked Bea").getByText("Blocked in the directory").waitFor();
    await search("");
    await page.getByText("1 user", { exact: true }).first().waitFor();
    await page.getByRole("combobox", { name: "Directory" }).selectOption({ label: "All" });
  });
});

describe("who decides about a user", () => {
  it("is handed to the groups, and taken back", async () => {
    await bringIn("Handed Hal");
    await search("Handed Hal");
    await menuOf("Handed Hal", "Let the groups decide");
    await dialog().getByText("Nothing changes at once.").waitFor();
    await dialog().getByRole("button", { name: "Let the groups decide" }).click();

    await row("Handed Hal").getByText("the groups decide").waitFor();
    await menuOf("Handed Hal", "Keep, whatever the groups say");
    await dialog().getByRole("button", { name: "Keep, whatever the groups say" }).click();

    await page.getByText("Only admins decide from now on about Handed Hal.").first().waitFor();
    await row("Handed Hal").getByText("the groups decide").waitFor({ state: "detached" });
  });
});

describe("records that are not linked", () => {
  it("a person whose mail somebody here has is that user, when an admin says so", async () => {
    const { directory } = stage.world.microsoft;
    const person = directory.hire({ displayName: "Connie Flict" });
    await localUser("Connie Local", person.mail);
    await stage.world.adele(IMPORT, { input: { directoryIds: [person.id] } });
    await page.reload();

    await page
      .getByText("1 person of the directory waits for you: somebody here has their mail address.")
      .first()
      .waitFor();
    await button("Decide").click();
    await button("The same person").click();
    await dialog().getByText("signs in with the record of Connie Local").waitFor();
    await dialog().getByRole("button", { name: "The same person" }).click();

    await page.getByText("Connie Flict is linked to the user here.").first().waitFor();
    expect((await user("Connie"))?.directoryId).toBe(person.id);
    expect(await button("Decide").count()).toBe(0);
  });

  it("two who only share a mail are two users, or one of them is kept out until the exclusion is taken back", async () => {
    const { directory } = stage.world.microsoft;
    const [beside, out] = ["Bess Beside", "Otto Outside"].map((displayName) => directory.hire({ displayName }));
    await localUser("Bess Local", beside?.mail ?? null);
    await localUser("Otto Local", out?.mail ?? null);
    await stage.world.adele(IMPORT, { input: { directoryIds: [beside?.id, out?.id] } });
    await page.reload();
    await page.getByText("2 people of the directory wait for you").first().waitFor();
    await button("Decide").click();
    const decide = async (name: string, choice: string) => {
      await page.getByRole("group", { name }).getByRole("button", { name: choice }).click();
      await dialog().getByRole("button", { name: choice }).click();
    };

    await decide("Bess Beside", "Two people");
    await page.locator("main").getByText("Bess Beside was added as a user of their own.").waitFor();
    await decide("Otto Outside", "Keep out");
    await page.locator("main").getByText("Otto Outside stays out. Settings lists the exclusion.").waitFor();

    expect(await statuses("Bess")).toEqual(["ACTIVE", "ACTIVE"]);
    expect(await statuses("Otto")).toEqual(["ACTIVE"]);
    await search("Bess");
    await row("Bess Local").getByText("Same mail as somebody else here").waitFor();
    await row("Bess Beside").getByText("Same mail as somebody else here").waitFor();
    await page.getByRole("tab", { name: "Settings" }).click();
    const exclusions = page.getByRole("region", { name: "Exclusions" });
    await exclusions.getByText("kept out, because a user here has their mail address").waitFor();
    await exclusions.getByRole("button", { name: "Take back the exclusion of Otto Outside" }).click();
    await exclusions.getByText("Nobody is excluded by name.").waitFor();
    await page.getByRole("tab", { name: "Users" }).click();
  });

  it("a user made here is linked to the person an admin finds", async () => {
    const { id } = stage.world.microsoft.directory.hire({ displayName: "Linda Directory" });
    await localUser("Linda Local", "linda@elsewhere.example");
    await search("Linda Local");
    await menuOf("Linda Local", "Link to a person of the directory");
    await dialog().getByRole("searchbox", { name: "Search the directory" }).fill("Linda Dir");
    await dialog()
      .getByRole("button", { name: /Linda Directory/ })
      .click();
    await dialog().getByText("Chosen: Linda Directory").waitFor();
    await dialog().getByRole("button", { name: "Link", exact: true }).click();

    await dialog().waitFor({ state: "detached" });
    expect((await user("Linda"))?.directoryId).toBe(id);
  });

  it("of somebody deleted there goes to the same human under a new id, once the user made of that is disabled", async () => {
    const { directory } = stage.world.microsoft;
    const [oldId = ""] = await bringIn("Rita Reborn");
    const mail = (await usersNamed("Rita Reborn"))[0]?.email;
    directory.remove({ personId: oldId });
    await runBy(stage.world.adele, REFRESH_PERSON, { directoryId: oldId });
    const anew = directory.hire({ displayName: "Rita Newname", mail: mail ?? null }).id;
    await stage.world.adele(IMPORT, { input: { directoryIds: [anew] } });
    await search("Rita");
    await row("Rita Reborn").getByText("Deleted from the directory").waitFor();

    await menuOf("Rita Reborn", "Give this record to another person");
    await dialog().getByRole("searchbox", { name: "Search the directory" }).fill("Rita");
    await dialog()
      .getByRole("button", { name: /Rita Newname/ })
      .click();
    await dialog().getByRole("button", { name: "Link", exact: true }).click();
    await dialog().getByText("That person is a user here already.").waitFor();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await menuOf("Rita Newname", "Disable");
    await dialog().getByRole("button", { name: "Disable", exact: true }).click();
    await row("Rita Newname").getByText("Disabled").waitFor();
    await menuOf("Rita Reborn", "Give this record to another person");
    await dialog().getByRole("searchbox", { name: "Search the directory" }).fill("Rita");
    await dialog()
      .getByRole("button", { name: /Rita Newname/ })
      .click();
    await dialog().getByRole("button", { name: "Link", exact: true }).click();

    await dialog().waitFor({ state: "detached" });
    expect((await usersNamed("Rita")).map(({ directoryId, status }) => [directoryId, status]).sort()).toEqual(
      [
        [anew, "ACTIVE"],
        [oldId, "DISABLED"],
      ].sort(),
    );
  });
});

it("caused no error in the page, broke no content policy, and wrote nothing to the directory", () => {
  expect([adele.troubles, stage.world.microsoft.counters.writes]).toEqual([[], 0]);
});
