import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PEOPLE } from "../../demo/microsoft/registration.js";
import { ROOT } from "../../demo/paths.js";
import { startConnectedWorld, type World } from "../world.js";
import { startBrowser, type TestBrowser } from "./chromium.js";

/* What the tab says to readers of several locales. */
let chromium: TestBrowser;
let world: World;

beforeAll(async () => {
  const connected = startConnectedWorld({ tabFolder: join(ROOT, "dist/tab") });
  [chromium, world] = await Promise.all([startBrowser(), connected]);
  const { adele } = await connected;
  await adele("mutation ($id: ID!) { importUsers(input: { directoryIds: [$id] }) { __typename } }", {
    id: PEOPLE.alex,
  });
});
afterAll(async () => {
  await chromium.close();
  await world.close();
});

/** The page of a browser with this locale, after Alex has signed in on it. */
async function alexReads(locale: string, signIn: string): Promise<Page> {
  const context = await chromium.browser.newContext({ locale });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(world.url);
  await page.getByRole("button", { name: signIn }).click();
  await page.getByRole("searchbox", { name: "Search people" }).fill("Alex Wilber");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("button", { name: /Alex Wilber/ }).click();
  await page.getByRole("heading", { level: 1, name: /Alex Wilber/ }).waitFor();
  return page;
}

const language = (page: Page) => page.locator("html").getAttribute("lang");
const today = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }).format(world.now());

describe("a reader in Norway", () => {
  it("reads Norwegian words and dates, on a page that says it is Norwegian", async () => {
    const page = await alexReads("nb-NO", "Sign in with Microsoft");

    await page.getByRole("heading", { level: 1, name: "Hei, Alex Wilber" }).waitFor();
    const words = await page.locator("main").innerText();
    expect(words).toContain("Du er bruker hos Contoso.");
    expect(words).toContain(today("nb-NO"));
    expect(await language(page)).toBe("nb");
  });
});

describe("a reader in Germany, whose language we do not speak", () => {
  it("reads English words, with German dates", async () => {
    const page = await alexReads("de-DE", "Sign in with Microsoft");

    await page.getByRole("heading", { level: 1, name: "Hello, Alex Wilber" }).waitFor();
    expect(await page.locator("main").innerText()).toContain(today("de-DE"));
    expect(await language(page)).toBe("en");
  });

  it("loads another language only when theirs becomes that one, and then reads it without a reload", async () => {
    const page = await alexReads("de-DE", "Sign in with Microsoft");
    const norwegianFiles = () =>
      page.evaluate(
        () => performance.getEntriesByType("resource").filter(({ name }) => name.includes("norwegian")).length,
      );
    expect(await norwegianFiles()).toBe(0);

    await page.evaluate(`
      Object.defineProperty(navigator, "language", { value: "nb-NO" });
      window.dispatchEvent(new Event("languagechange"));
    `);

    await page.getByRole("heading", { level: 1, name: "Hei, Alex Wilber" }).waitFor();
    expect([await norwegianFiles(), await language(page)]).toEqual([1, "nb"]);
  });
});
