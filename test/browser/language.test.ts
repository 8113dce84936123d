import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PEOPLE } from "../../demo/microsoft/registration.js";
import { ROOT } from "../../demo/paths.js";
import { english } from "../../teams-app/src/texts/english.js";
import { norwegian } from "../../teams-app/src/texts/nb/norwegian.js";
import { textsOf } from "../texts-of.js";
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

/** The page of a browser with this locale, after somebody has signed in on it. */
async function signedIn(name: string, locale: string, signIn: string): Promise<Page> {
  const context = await chromium.browser.newContext({ locale });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(world.url);
  await page.getByRole("button", { name: signIn }).click();
  await page.getByRole("searchbox", { name: "Search people" }).fill(name);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await page.getByRole("heading", { level: 1, name: /^(?!Pick)/ }).waitFor();
  return page;
}

const language = (page: Page) => page.locator("html").getAttribute("lang");
const today = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }).format(world.now());

describe("a reader in Norway", () => {
  it("reads Norwegian words and dates, on a page that says it is Norwegian", async () => {
    const page = await signedIn("Alex Wilber", "nb-NO", "Logg på med Microsoft");

    await page.getByRole("heading", { level: 1, name: "Hei, Alex Wilber" }).waitFor();
    const words = await page.locator("main").innerText();
    expect(words).toContain("Du er bruker hos Contoso.");
    expect(words).toContain(today("nb-NO"));
    expect(await language(page)).toBe("nb");
  });
});

describe("an admin in Norway", () => {
  it("reads no English on any screen, but what the server says and the directory holds", async () => {
    const page = await signedIn("Adele Vance", "nb-NO", "Logg på med Microsoft");
    const left: string[] = [];
    for (const screen of Object.values(norwegian.common.tabs)) {
      await page.getByRole("tab", { name: screen, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: screen }).waitFor();
      await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
      left.push(...englishIn(await page.locator("body").innerText()));
    }

    expect(left).toEqual([]);
  });
});

/** The English texts in what is seen; a short one only where it stands alone, for "Directory" is in a name. */
function englishIn(seen: string): string[] {
  const translated = new Map(textsOf(norwegian));
  const lines = new Set(seen.split("\n").map((line) => line.trim()));
  return textsOf(english).flatMap(([place, text]) => {
    const shown = lines.has(text) || (text.length > 12 && seen.includes(text));
    return shown && translated.get(place) !== text ? [`${place}: ${text}`] : [];
  });
}

describe("a reader in Germany, whose language we do not speak", () => {
  it("reads English words, with German dates", async () => {
    const page = await signedIn("Alex Wilber", "de-DE", "Sign in with Microsoft");

    await page.getByRole("heading", { level: 1, name: "Hello, Alex Wilber" }).waitFor();
    expect(await page.locator("main").innerText()).toContain(today("de-DE"));
    expect(await language(page)).toBe("en");
  });

  it("loads another language only when theirs becomes that one, and then reads it without a reload", async () => {
    const page = await signedIn("Alex Wilber", "de-DE", "Sign in with Microsoft");
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
