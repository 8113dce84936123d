import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildTab } from "../../demo/build-tab.js";
import { CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import { ROOT } from "../../demo/paths.js";
import { IMPORT } from "../operations.js";
import { enable, runAfter, startRun } from "../sync-steps.js";
import { startConnectedWorld, type World } from "../world.js";
import { startBrowser, type TestBrowser } from "./chromium.js";

/*
 * Nothing jumps while a page loads: whoever aims at a button must not hit another one. Each answer comes later than the
 * one before, as on a slow line, so that every state between is painted.
 */
const HARDLY_TO_BE_SEEN = 0.01;
const LATER_EACH_MS = 150;
const DESKTOP = { width: 1200, height: 800 };
const PHONE = { width: 390, height: 800 };

let chromium: TestBrowser;
let world: World;
let context: BrowserContext;

beforeAll(async () => {
  await buildTab();
  [chromium, world] = await Promise.all([startBrowser(), startConnectedWorld({ tabFolder: join(ROOT, "dist/tab") })]);
  const adele = world.as(PEOPLE.adele);
  await runAfter(adele, () => enable(adele, { groupIds: [GROUPS.sales, GROUPS.legal] }));
});
beforeEach(async () => {
  context = await chromium.browser.newContext({ viewport: DESKTOP });
  context.setDefaultTimeout(20_000);
});
afterEach(() => context.close());
afterAll(async () => {
  await chromium.close();
  await world.close();
});

/** Signs in, so that the way to Microsoft and back is not part of the load. */
async function signedIn(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(world.url);
  await page.getByRole("button", { name: "Sign in with Microsoft" }).click();
  await page
    .getByRole("button", { name: /Adele Vance/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  return page;
}

/** The sum of what moved without anybody's doing, and what it was, since the page last loaded. */
const SHIFTS = `new Promise((resolve) => {
  const shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) shifts.push({ value, moved: sources.map(({ node, previousRect, currentRect }) =>
        [node?.textContent?.slice(0, 60), previousRect.y, currentRect.y].join(" ")) });
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(shifts), 500);
})`;

async function shiftsAt(path: string, ready: (page: Page) => Promise<void>, size = DESKTOP) {
  const page = await signedIn();
  await page.setViewportSize(size);
  let asked = 0;
  await page.route("**/graphql", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, LATER_EACH_MS * ++asked));
    await route.continue();
  });
  await page.goto(`${world.url}${path}`);
  await ready(page);
  return page.evaluate<{ value: number; moved: string[] }[]>(SHIFTS);
}

function expectStill(shifts: { value: number; moved: string[] }[]): void {
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  expect(sum, JSON.stringify(shifts)).toBeLessThan(HARDLY_TO_BE_SEEN);
}

const users = (page: Page) => page.getByRole("table", { name: "Users" }).getByRole("row").nth(3).waitFor();
const groups = (page: Page) => page.getByRole("table", { name: "Groups" }).getByRole("row").nth(2).waitFor();
const trouble = (page: Page) => page.getByText("Nobody was disabled").first().waitFor();

const heldAndGroups = async (page: Page) => {
  await page.getByRole("region", { name: "Waiting for your decision" }).waitFor();
  await page.getByRole("region", { name: "People here by hand" }).waitFor();
  await page.getByText("Groups", { exact: true }).first().waitFor();
};

/** Eleven of a team leave at once, over the brake; one of another was here by hand before. Once for all tests. */
async function peopleAreHeld(): Promise<void> {
  const adele = world.as(PEOPLE.adele);
  if (team.made) return;
  team.made = true;
  const { directory } = world.microsoft;
  const memberIds = Array.from({ length: 12 }, (_, n) => directory.hire({ displayName: `Held Person ${n}` }).id);
  const { id: groupId } = directory.createGroup({ displayName: "Held", tenantId: CONTOSO_TENANT_ID, memberIds });
  await adele(IMPORT, { input: { directoryIds: memberIds.slice(0, 1) } });
  await runAfter(adele, () => enable(adele, { groupIds: [GROUPS.legal, groupId], disableLeavers: true }));
  for (const memberId of memberIds.slice(1)) directory.removeFromGroup({ groupId, memberId });
  await runAfter(adele, () => startRun(adele));
}
const team = { made: false };

describe("nothing moves", () => {
  it("while Users loads", async () => {
    expectStill(await shiftsAt("/users", users));
  });

  it("while Automatic import loads", async () => {
    expectStill(await shiftsAt("/automatic-import", groups));
  });

  it.each([DESKTOP, PHONE])(
    "while Automatic import loads, with people held and people here by hand: %o",
    async (size) => {
      await peopleAreHeld();
      expectStill(await shiftsAt("/automatic-import", heldAndGroups, size));
    },
  );

  it("while Users loads and there is trouble to tell", async () => {
    world.microsoft.directory.withdrawConsent({ how: "PERMISSION_REMOVED" });
    await world.as(PEOPLE.adele)("mutation { checkConsent { __typename } }");
    try {
      expectStill(await shiftsAt("/users", async (page) => void (await Promise.all([users(page), trouble(page)]))));
    } finally {
      world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    }
  });
});
