import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildTab } from "../../demo/build-tab.js";
import { CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import { ROOT } from "../../demo/paths.js";
import { readConfig } from "../../server/config.js";
import { newGroupIn } from "../contoso.js";
import { DISABLE, SETTINGS, USERS } from "../operations.js";
import { serverEnv } from "../processes/server.js";
import { enable, lastRunOf, runAfter } from "../sync-steps.js";
import { freePort, startConnectedWorld, type World } from "../world.js";
import { accessibilityFaults } from "./axe.js";
import { startBrowser, type TestBrowser } from "./chromium.js";
import { importAndUndo, turnOff, turnOn } from "./phone.js";
import { HOSTS, openInTeams, serveHosts, type InTeams } from "./teams.js";
import { startTlsFront, type TlsFront } from "./tls-front.js";

/*
 * The tab in the frame of Teams: on https and behind TLS, framed by a page at the address of Teams that speaks as Teams
 * does, with the hosts that are allowed in production.
 */
let chromium: TestBrowser;
let front: TlsFront;
let world: World;
let context: BrowserContext;
let askedFor: Set<string>;
const troubles: string[] = [];

beforeAll(async () => {
  await buildTab();
  const port = await freePort();
  [chromium, front] = await Promise.all([startBrowser(), startTlsFront(port)]);
  const inEarnest = readConfig(serverEnv({ port, mongoUri: "mongodb://nobody", microsoftUrl: "http://127.0.0.1:1" }));
  world = await startConnectedWorld({
    config: { port, publicUrl: front.url, frameAncestors: inEarnest.frameAncestors },
    tabFolder: join(ROOT, "dist/tab"),
  });
});
beforeEach(async () => {
  world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
  troubles.length = 0;
  context = await chromium.browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(20_000);
  context.on("weberror", (error) => troubles.push(error.error().message));
  context.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) troubles.push(message.text());
  });
  askedFor = await serveHosts(context, world);
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail")
    for (const [index, page] of context.pages().entries()) {
      const picture = join(ROOT, "dist/test-failures", `${task.name.slice(0, 40).replace(/\W+/g, "-")}-${index}.png`);
      await page.screenshot({ path: picture });
      console.error(`What the browser showed: ${picture} at ${page.url()}`);
    }
  await context.close();
});
afterAll(async () => {
  await chromium.close();
  await Promise.all([world.close(), front.close()]);
});

const heading = ({ tab }: InTeams, name: string) => tab.getByRole("heading", { level: 1, name });
const button = ({ tab }: InTeams, name: string) => tab.getByRole("button", { name });
/** The document of the tab, for what no locator says. */
const frameOf = ({ page }: InTeams) => page.frames()[1] ?? page.mainFrame();

describe("the tab in a frame of Microsoft's", () => {
  it.each(HOSTS)(
    "opens at %s with the viewer's name, and asks nobody else for anything but teams-js' list",
    async (host) => {
      const teams = await openInTeams(context, {}, host);

      await heading(teams, "Users").waitFor();
      await button(teams, "Account menu of Adele Vance").waitFor();
      await teams.page.getByText("The tab is ready.").first().waitFor();
      expect([...askedFor].sort()).toEqual([front.url, host, "https://res.cdn.office.net"].sort());
      expect(troubles).toEqual([]);
    },
  );

  it("keeps no token anywhere a page could leave it behind, and no cookie", async () => {
    const teams = await openInTeams(context);
    await heading(teams, "Users").waitFor();

    const kept = await frameOf(teams).evaluate(
      "[JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]",
    );
    expect(kept).toEqual(["{}", "{}", ""]);
    expect((await context.cookies()).filter(({ domain }) => domain === "localhost")).toEqual([]);
  });

  it("shows an employee a page of their own", async () => {
    const adele = world.as(PEOPLE.adele);
    await adele("mutation ($input: ImportUsersInput!) { importUsers(input: $input) { __typename } }", {
      input: { directoryIds: [PEOPLE.alex] },
    });

    const teams = await openInTeams(context, { person: `${CONTOSO_TENANT_ID}/${PEOPLE.alex}` });

    await heading(teams, "Hello, Alex Wilber").waitFor();
  });

  it("follows Teams' theme while it is open, without losing its place", async () => {
    const teams = await openInTeams(context, { subPageId: "settings" });
    await heading(teams, "Settings").waitFor();
    const seen = async () => ({
      background: await frameOf(teams).evaluate(
        "getComputedStyle(document.querySelector('.fui-FluentProvider > div')).backgroundColor",
      ),
      scheme: await frameOf(teams).evaluate("document.documentElement.style.colorScheme"),
    });
    const shown = [await seen()];
    for (const theme of ["dark", "glass", "contrast", "default"]) {
      await teams.choose("Theme", theme);
      await expect.poll(seen).not.toEqual(theme === "glass" ? {} : shown.at(-1));
      shown.push(await seen());
    }

    const [light, dark, glass, contrast, lightAgain] = shown;
    expect(dark?.scheme).toBe("dark");
    expect(glass).toEqual(dark);
    expect(contrast).toEqual({ background: "rgb(0, 0, 0)", scheme: "dark" });
    expect(lightAgain).toEqual(light);
    await heading(teams, "Settings").waitFor();
  });

  it("speaks the language that Teams speaks", async () => {
    const teams = await openInTeams(context, { locale: "nb-no" });
    await teams.tab.getByRole("heading", { level: 1 }).waitFor();
    expect(await frameOf(teams).evaluate("document.documentElement.lang")).toBe("nb");

    await teams.choose("Language", "en-gb");
    await heading(teams, "Users").waitFor();
    expect(await frameOf(teams).evaluate("document.documentElement.lang")).toBe("en");
  });

  it("opens where a deep link leads, and nowhere else for one that means nothing", async () => {
    await heading(await openInTeams(context, { subPageId: "automatic-import" }), "Automatic import").waitFor();

    const lost = await openInTeams(context, { subPageId: "https://evil.example/" });
    await heading(lost, "Users").waitFor();
  });

  it("leads to a run, and shares a link that leads there again", async () => {
    const adele = world.as(PEOPLE.adele);
    await runAfter(adele, () => enable(adele, { groupIds: [GROUPS.legal] }));
    const run = (await lastRunOf(adele))?.id ?? "";
    const teams = await openInTeams(context, { subPageId: `run/${run}` });
    await teams.tab.getByRole("heading", { name: /^Run of / }).waitFor();

    await button(teams, "Share link").click();
    await teams.page.getByRole("link", { name: /^Run of / }).click();

    await teams.page.waitForURL((url) => url.searchParams.get("subPageId") === `run/${run}`);
    await teams.tab.getByRole("heading", { name: /^Run of / }).waitFor();
    expect(troubles).toEqual([]);
  });

  it.each(["default", "dark", "contrast"])("breaks no rule of accessibility in Teams' theme %s", async (theme) => {
    const teams = await openInTeams(context, { theme });
    await heading(teams, "Users").waitFor();
    await teams.tab.getByRole("table", { name: "Users" }).waitFor();

    expect(await accessibilityFaults(frameOf(teams))).toEqual([]);
  });
});

describe("the tab in Teams on a phone", () => {
  it("imports two people by hand, and takes it back", async () => {
    const names = ["Palma Phone", "Pavel Phone"];
    names.forEach((displayName) => world.microsoft.directory.hire({ displayName }));
    const teams = await openInTeams(context, { client: "android" });

    await importAndUndo(teams, "Phone", names);

    const found = await world.as(PEOPLE.adele)(USERS, { search: "Phone", first: 10 });
    expect(found.data?.users?.nodes).toMatchObject(names.map(() => ({ status: "DISABLED" })));
    expect(troubles).toEqual([]);
  });

  it("turns automatic import on for one group in three steps, and off again", async () => {
    const adele = world.as(PEOPLE.adele);
    await adele(DISABLE);
    for (const chosen of ["syncSettings", "groupMembers"]) await world.store.db.collection(chosen).deleteMany({});
    newGroupIn(world, "Pocket crew", 3);
    const teams = await openInTeams(context, { client: "android", subPageId: "automatic-import" });

    await turnOn(teams, "Pocket crew", 3);
    expect((await adele(SETTINGS)).data?.syncSettings).toMatchObject({ enabled: true });
    await turnOff(teams);

    expect((await adele(SETTINGS)).data?.syncSettings).toMatchObject({ enabled: false });
    expect((await adele(USERS, { search: "Pocket" })).data?.users?.nodes).toHaveLength(3);
    expect(troubles).toEqual([]);
  });
});

describe("a frame of somebody else's", () => {
  it("stays empty: the browser refuses to show the tab in it", async () => {
    await context.route("https://evil.test/", (route) =>
      route.fulfill({ contentType: "text/html", body: `<iframe src="${front.url}/"></iframe>` }),
    );
    const page = await context.newPage();
    await context.grantPermissions(["local-network-access"], { origin: "https://evil.test" });
    await page.goto("https://evil.test/");

    await expect.poll(() => troubles).toEqual([expect.stringContaining("frame-ancestors")]);
    expect(await page.frameLocator("iframe").getByText("Rollcall").count()).toBe(0);
  });

  it("that may show it but does not answer as Teams, or no further, is told so, signs nobody in, and has a way on", async () => {
    // Whatever the tab asks after that, it is never told where it is
    await context.addInitScript(`window.addEventListener("message", (event) =>
      event.data?.func === "getContext" && event.stopImmediatePropagation())`);
    const halting = await openInTeams(context);
    await context.route(`${HOSTS[0]}/silent`, (route) =>
      route.fulfill({ contentType: "text/html", body: `<iframe src="${front.url}/settings"></iframe>` }),
    );
    const page = await context.newPage();
    await page.goto(`${HOSTS[0]}/silent`);

    const tab = page.frameLocator("iframe");
    await tab.getByRole("heading", { name: "Open Rollcall in a window of its own" }).waitFor();
    const way = tab.getByRole("link", { name: "Open in a new window" });
    expect(await way.getAttribute("href")).toBe(`${front.url}/settings`);
    expect([...askedFor]).not.toContain(world.microsoft.url);
    expect(await accessibilityFaults(page.frames()[1] ?? page.mainFrame())).toEqual([]);
    await heading(halting, "Open Rollcall in a window of its own").waitFor();
  });
});

describe("when Teams gives no token", () => {
  it("says so in Teams' words, leads to the approval that needs none, and goes on once there is one", async () => {
    const teams = await openInTeams(context, { token: "refused" });

    await heading(teams, "Teams did not sign you in here").waitFor();
    await teams.tab.getByText("Teams says: consent_required").first().waitFor();
    const link = await teams.tab.getByRole("link", { name: "Open in browser" }).getAttribute("href");
    expect(link).toBe(`/consent/start?tenant=${CONTOSO_TENANT_ID}`);
    expect(await accessibilityFaults(frameOf(teams))).toEqual([]);

    await teams.choose("Sign-in", "given");
    await button(teams, "Try again").click();
    await heading(teams, "Users").waitFor();
  });

  it("for somebody whom the directory blocks, says so as well", async () => {
    const teams = await openInTeams(context, { person: `${CONTOSO_TENANT_ID}/${PEOPLE.johanna}` });

    await teams.tab.getByText("Teams says: interaction_required").first().waitFor();
  });
});

describe("the approval, in a popup of Teams", () => {
  beforeEach(() => {
    world.microsoft.directory.withdrawConsent({ how: "PERMISSION_REMOVED" });
  });

  /** At the screen that needs the permissions, after the server has noticed that they are gone. */
  async function atTheGate(chosen: Record<string, string> = {}): Promise<InTeams> {
    await world.as(PEOPLE.adele)("mutation { checkConsent { __typename } }");
    const teams = await openInTeams(context, { subPageId: "add-people", ...chosen });
    await teams.tab.getByRole("button", { name: /Microsoft Entra ID/ }).click();
    await review(teams).waitFor();
    return teams;
  }
  const review = (teams: InTeams) => button(teams, "Review permissions (opens in a new window)");
  const people = ({ tab }: InTeams) => tab.getByRole("table", { name: "People in the directory" });
  const notYet = ({ tab }: InTeams) => tab.getByText(/Microsoft has not given the permissions yet/).first();

  async function popupOf(teams: InTeams): Promise<Page> {
    const [popup] = await Promise.all([context.waitForEvent("page"), review(teams).click()]);
    await popup
      .getByRole("button", { name: /Adele Vance/ })
      .first()
      .click();
    await popup.getByRole("heading", { name: "Permissions requested" }).waitFor();
    return popup;
  }

  it("given: the popup closes by itself, and the tab goes on by itself", async () => {
    const teams = await atTheGate();
    const popup = await popupOf(teams);
    const closed = popup.waitForEvent("close");
    await popup.getByRole("button", { name: "Accept" }).click();

    await closed;
    await people(teams).waitFor();
    expect(troubles).toEqual([]);
  });

  it("given, and told by Teams as cancelled: the tab asks the server, and goes on", async () => {
    const teams = await atTheGate({ popups: "cancelled" });
    const popup = await popupOf(teams);
    await popup.getByRole("button", { name: "Accept" }).click();

    await people(teams).waitFor();
    expect(await frameOf(teams).locator("body").innerText()).not.toMatch(/cancel/i);
  });

  it("denied: the popup says that nothing was approved, and the tab that the permissions are not there", async () => {
    const teams = await atTheGate();
    const popup = await popupOf(teams);
    await popup.getByRole("button", { name: "Cancel" }).click();
    await popup.getByRole("heading", { name: "Nothing was approved" }).waitFor();
    const closed = popup.waitForEvent("close");
    await popup.getByRole("link", { name: "Back to Rollcall" }).click();

    await closed;
    await notYet(teams).waitFor();
    await review(teams).waitFor();
  });

  it("closed, and given in a browser later: the tab says that it is not there, and then notices by itself", async () => {
    const teams = await atTheGate();
    const popup = await popupOf(teams);
    await popup.close();
    await notYet(teams).waitFor();

    world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });

    await people(teams).waitFor();
  });

  it("given by the administrator to whom the link was handed on: the tab notices by itself", async () => {
    const teams = await atTheGate();
    await button(teams, "Copy link for your administrator").click();

    world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });

    await people(teams).waitFor();
  });

  it("blocked: the tab says so and names the other ways, which lead to the same page", async () => {
    const teams = await atTheGate({ popups: "blocked" });
    await review(teams).click();

    await teams.tab.getByText("The new window was blocked.").first().waitFor();
    await button(teams, "Copy link for your administrator").waitFor();
    const [browser] = await Promise.all([
      context.waitForEvent("page"),
      teams.tab.getByRole("link", { name: "Open in browser" }).click(),
    ]);
    await browser
      .getByRole("button", { name: /Adele Vance/ })
      .first()
      .click();
    await browser.getByRole("button", { name: "Accept" }).click();
    await browser.getByRole("heading", { name: "Thank you" }).waitFor();

    await people(teams).waitFor();
  });

  it("on a phone, where windows show Microsoft's page badly: the browser is the first way", async () => {
    const teams = await atTheGate({ client: "android" });
    const ways = teams.tab.getByRole("region", { name: "What Rollcall needs to read" });
    expect(await ways.locator("a, button").allInnerTexts()).toEqual([
      "Open in browser",
      "Review permissions",
      "Check again",
      "Copy link for your administrator",
    ]);
  });
});
