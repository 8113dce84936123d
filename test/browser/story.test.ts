import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GROUPS as GROUP_IDS } from "../../demo/microsoft/registration.js";
import { ROOT } from "../../demo/paths.js";
import { eventually, startWorld, type World } from "../world.js";
import { startBrowser, type TestBrowser } from "./chromium.js";

/*
 * The story of the README, played by a newcomer in a real browser: each step goes on where the one before ended.
 */
let chromium: TestBrowser;
let world: World;
let context: BrowserContext;
let page: Page;
const troubles: string[] = [];

const SECONDS_THAT_ARE_AN_HOUR = 20;

beforeAll(async () => {
  [chromium, world] = await Promise.all([
    startBrowser(),
    startWorld({ intervalSeconds: SECONDS_THAT_ARE_AN_HOUR, tabFolder: join(ROOT, "dist/tab") }),
  ]);
  context = await chromium.browser.newContext({ viewport: { width: 1200, height: 900 } });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) troubles.push(message.text());
  });
});
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  const picture = join(ROOT, "dist/test-failures", `${task.name.slice(0, 40).replace(/\W+/g, "-")}.png`);
  await page.screenshot({ path: picture, fullPage: true });
  console.error(`What the browser showed: ${picture} at ${page.url()}`);
});
afterAll(async () => {
  await chromium.close();
  await world.close();
});

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const tab = (name: string) => page.getByRole("tab", { name });

/** Picks somebody on the pretend Microsoft's sign-in page. */
async function pick(name: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search people" }).fill(name);
  await button("Search").click();
  await page
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
}

async function signInAs(name: string): Promise<void> {
  await page.goto(world.url);
  await button("Sign in with Microsoft").click();
  await pick(name);
}

async function signOut(): Promise<void> {
  const menu = page.getByRole("button", { name: /^Account menu of/ });
  if ((await menu.count()) > 0) {
    await menu.click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
  } else await button("Sign out").click();
  await button("Sign in with Microsoft").waitFor();
}

/** Ticks the first people on this page who are not ticked yet. */
async function tick(count: number): Promise<void> {
  const boxes = page
    .getByRole("table", { name: "People in the directory" })
    .getByRole("checkbox", { name: /^Select / });
  let ticked = 0;
  for (const box of await boxes.all()) {
    if (ticked === count) return;
    const name = await box.getAttribute("aria-label");
    if (name?.includes("all on this page") || (await box.isDisabled()) || (await box.isChecked())) continue;
    await box.check();
    ticked++;
  }
  expect(ticked).toBe(count);
}

async function findPeople(search: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search people" }).fill(search);
}

async function chooseGroup(name: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search groups" }).fill(name);
  await page
    .getByRole("checkbox", { name: new RegExp(`^${name}\\b`) })
    .first()
    .check();
}

const usersNamed = async (name: string) => {
  const response = page.waitForResponse((answer) => answer.url().endsWith("/graphql"));
  await page.getByRole("searchbox", { name: "Search users" }).fill(name);
  await response;
  return page.getByRole("table", { name: "Users" }).getByRole("row", { name: new RegExp(name) });
};

describe("a newcomer", () => {
  it("signs in as the directory admin, reviews the permissions, is back, and opens the account", async () => {
    await signInAs("Adele Vance");
    await heading("Open an account for your organisation").waitFor();
    const card = await page.locator("main").innerText();
    expect(card).toContain("User.Read.All");
    expect(card).toContain("GroupMember.Read.All");

    await page.getByRole("button", { name: "Review permissions" }).click();
    await page.getByRole("heading", { name: "Permissions requested" }).waitFor();
    await button("Accept").click();
    await page.getByRole("link", { name: "Back to Rollcall" }).click();
    await button("Open the account").click();

    await heading("Users").waitFor();
    await page.getByRole("table", { name: "Users" }).getByText("Adele Vance").first().waitFor();
  });

  it("imports ten people over two searches and two pages, and sees a result for each", async () => {
    await button("Add users").click();
    await page.getByRole("menuitem", { name: "Import" }).click();
    await button(/Microsoft Entra ID/).click();
    await page.getByRole("table", { name: "People in the directory" }).waitFor();

    await tick(3);
    await button("Next").click();
    await page.getByText("Page 2").first().waitFor();
    await tick(3);
    await findPeople("Alex Wilber");
    await page.getByRole("checkbox", { name: "Select Alex Wilber" }).check();
    await findPeople("an");
    await page
      .getByText("10 selected")
      .or(page.getByText(/, 7 selected/))
      .first()
      .waitFor();
    await eventually(
      () => page.getByRole("table", { name: "People in the directory" }).getByRole("row").count(),
      (rows) => rows > 4,
    );
    await tick(3);
    await page
      .getByRole("region", { name: "Selection" })
      .getByText(/^10 selected/)
      .waitFor();
    await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Add", exact: true }).click();
    await page
      .getByRole("dialog", { name: "Add 10 people?" })
      .getByRole("button", { name: "Add", exact: true })
      .click();

    await page.getByRole("heading", { name: "Result" }).waitFor();
    expect(await page.locator("main").innerText()).toContain("Added 10");
    expect(await page.getByRole("list", { name: "Added 10" }).getByRole("listitem").count()).toBe(10);
  });

  it("enables automatic import for two groups, and all their people become users", async () => {
    await page.getByRole("link", { name: "Automatic import" }).first().click();
    await heading("Automatic import").waitFor();
    await button("Enable").click();
    await chooseGroup("Sales");
    await chooseGroup("Legal");
    await button("Next").last().click();
    await page.getByRole("switch", { name: "Disable leavers" }).check();
    await button("Next").last().click();
    await page
      .getByText(/^Will add /)
      .first()
      .waitFor();
    await button("Turn on").click();

    await page.getByRole("table", { name: "Groups" }).waitFor();
    await page
      .getByText(/Last run .* added/)
      .first()
      .waitFor();
    await tab("Users").click();
    const people = await Promise.all([GROUP_IDS.sales, GROUP_IDS.legal].map((id) => peopleIn(id)));
    const wanted = new Set(people.flat());
    expect(wanted.size).toBeGreaterThan(10);
    await eventually(
      async () => (await activeUsers()).filter((id) => wanted.has(id)).length,
      (seen) => seen === wanted.size,
    );
  });

  it("hires one person into a group and removes another, runs now, and sees both followed", async () => {
    const control = await context.newPage();
    await control.goto(world.microsoft.url);
    await control.getByLabel("Name of the new person").fill("Nina Newcomer");
    await control.getByLabel("Into group").selectOption({ label: "Sales" });
    await control.getByRole("button", { name: "Hire" }).click();
    await control.getByText("Nina Newcomer").first().waitFor();
    await control.close();
    const leaver = world.microsoft.directory.people({ groupId: GROUP_IDS.legal }).find((who) => who.accountEnabled);
    world.microsoft.directory.removeFromGroup({ groupId: GROUP_IDS.legal, memberId: leaver?.id ?? "" });

    await tab("Automatic import").click();
    await button("Run now").click();
    await tab("Users").click();

    await eventually(
      async () => (await usersNamed("Nina Newcomer")).count(),
      (rows) => rows === 1,
    );
    await eventually(
      async () => (await usersNamed(leaver?.displayName ?? "")).first().innerText(),
      (row) => row.includes("Disabled"),
    );
  });

  it("sees runs start by themselves, and none after Disable", async () => {
    await tab("Automatic import").click();
    const before = await lastRunId();
    await eventually(lastRunId, (id) => id !== before, 60_000);

    await button("Disable").click();
    await page.getByRole("dialog").getByText("stay").first().waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Disable", exact: true }).click();
    await button("Enable").waitFor();
    const last = await lastRunId();
    await new Promise((resolve) => setTimeout(resolve, SECONDS_THAT_ARE_AN_HOUR * 1000 + 2000));

    expect(await lastRunId()).toBe(last);
  });

  it("reads that nobody is told of trouble, names a receiver, and reads it no more", async () => {
    await tab("Settings").click();
    const notices = page.getByRole("region", { name: "Notices" });
    await notices.getByText("Nobody will be told when something needs a person").waitFor();

    await notices.getByRole("textbox", { name: "Webhook" }).fill("http://10.0.0.1/");
    await notices.getByRole("button", { name: "Save receivers" }).click();
    await notices.getByText("The webhook must be an https address.").waitFor();
    await notices.getByText("Nobody will be told when something needs a person").waitFor();
    await notices.getByRole("textbox", { name: "Webhook" }).fill("https://hooks.contoso.example/");
    await notices.getByRole("textbox", { name: "Mail addresses" }).fill("it@contoso.example");
    await notices.getByRole("button", { name: "Save receivers" }).click();

    await notices.getByText("The receivers are saved.").waitFor();
    await notices.getByText("This installation sends no mails. Only the webhook is told.").waitFor();
    expect(await notices.innerText()).not.toContain("Nobody will be told");
  });

  it("signs out; employees land on a page of their own", async () => {
    await tab("Users").click();
    await signOut();
    await signInAs("Alex Wilber");
    await heading("Hello, Alex Wilber").waitFor();
    const own = await page.locator("main").innerText();
    expect(own).toContain("Contoso");
    expect(own).toContain("Adele Vance");
    await signOut();

    await signInAs("Nina Newcomer");
    await heading("Hello, Nina Newcomer").waitFor();
    expect(await page.locator("main").innerText()).toContain("Sales");
    await signOut();
  });

  it("and who was not imported, or is disabled, reads why, as whom, and whom to ask", async () => {
    await signInAs("Lee Gu");
    await heading("You are not among Rollcall’s users yet")
      .or(heading("You are not among Rollcall's users yet"))
      .waitFor();
    expect(await page.locator("main").innerText()).toContain("Lee Gu");
    await signOut();

    const account = await world.store.accounts.byTenant((await world.store.accounts.list())[0]?.tenantId ?? "");
    const [gone] = (await world.store.users.all(account?.id ?? "")).filter((user) => user.status === "DISABLED");
    await signInAs(gone?.displayName ?? "");
    await heading("Your user here is disabled").waitFor();
    expect(await page.locator("main").innerText()).toContain(gone?.displayName);
    await button("Use another account").click();
    await page.getByRole("heading", { name: "Pick an account" }).waitFor();
  });

  it("caused no error in the page, broke no content policy, and wrote nothing to the directory", () => {
    expect([troubles, world.microsoft.counters.writes]).toEqual([[], 0]);
  });
});

const accountId = async () => (await world.store.accounts.list())[0]?.id ?? "";
const lastRunId = async () =>
  (await world.store.runs.latest(await accountId(), { triggers: ["SCHEDULE"], first: 1 }))[0]?.id;

async function activeUsers(): Promise<string[]> {
  const users = await world.store.users.all(await accountId());
  return users.flatMap((user) => (user.status === "ACTIVE" && user.directoryId ? [user.directoryId] : []));
}

/** Ids of the group's people who are enabled members, as the automatic import takes them. */
function peopleIn(groupId: string): Promise<string[]> {
  const people = world.microsoft.directory.people({ groupId });
  return Promise.resolve(people.filter((who) => who.accountEnabled && who.userType === "Member").map((who) => who.id));
}
