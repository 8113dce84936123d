import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildTab } from "../../demo/build-tab.js";
import { CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import { ROOT } from "../../demo/paths.js";
import { startConnectedWorld, type World } from "../world.js";
import { startBrowser, type TestBrowser } from "./chromium.js";

/* What a person sees of Teams in the trial, on plain http and without an account anywhere. */
let chromium: TestBrowser;
let world: World;
let context: BrowserContext;

beforeAll(async () => {
  await buildTab();
  [chromium, world] = await Promise.all([startBrowser(), startConnectedWorld({ tabFolder: join(ROOT, "dist/tab") })]);
  context = await chromium.browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(20_000);
  await context.route("https://res.cdn.office.net/**", (route) => route.abort());
});
afterAll(async () => {
  await chromium.close();
  await world.close();
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Sign in with Microsoft" }).click();
  await page
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
}

describe("the pretend Teams of the trial", () => {
  it("is a link away from the tab, and keeps the place of a sign-in", async () => {
    const page = await context.newPage();
    await page.goto(`${world.url}/settings`);
    await signIn(page, "Adele Vance");
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();

    const [teams] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("link", { name: "As Teams shows it" }).click(),
    ]);

    const tab = teams.frameLocator("iframe");
    await tab.getByRole("button", { name: "Account menu of Adele Vance" }).waitFor();
    await teams.getByText("The tab is ready.").waitFor();
    expect(await tab.getByRole("link", { name: "As Teams shows it" }).count()).toBe(0);
  });

  it("is a link away from the control page, and shows the tab to whoever is picked", async () => {
    const page = await context.newPage();
    await page.goto(world.microsoft.url);
    await page.getByRole("link", { name: "Rollcall in Teams" }).click();
    await page.getByRole("link", { name: "Somebody else" }).click();
    await page.getByRole("searchbox", { name: "Search people" }).fill("Megan Bowen");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("button", { name: /Megan Bowen/ }).click();

    const tab = page.frameLocator("iframe");
    await tab.getByRole("heading", { name: "You are not among Rollcall's users yet" }).waitFor();
    expect(await tab.getByText("Megan Bowen").count()).toBeGreaterThan(0);
  });

  it("leads to Microsoft's page in a plain window, where teams-js has none, and notices the approval", async () => {
    world.microsoft.directory.withdrawConsent({ how: "PERMISSION_REMOVED" });
    const page = await context.newPage();
    await page.goto(`${world.microsoft.url}/teams?subPageId=settings`);
    const tab = page.frameLocator("iframe");
    await tab.getByRole("button", { name: "Check again" }).click();
    await tab
      .getByText(/Microsoft has not given the permissions yet/)
      .first()
      .waitFor();

    const [popup] = await Promise.all([
      context.waitForEvent("page"),
      tab.getByRole("button", { name: /^Review permissions/ }).click(),
    ]);
    await popup.getByRole("heading", { name: "Permissions requested" }).waitFor();
    await popup.getByRole("button", { name: "Accept" }).click();
    await popup.getByText("You can close this window.").waitFor();

    await tab.getByText("Connected", { exact: true }).first().waitFor();
    expect(world.microsoft.directory.consentOf(CONTOSO_TENANT_ID).roles).toHaveLength(2);
  });
});
