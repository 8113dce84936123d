import { join } from "node:path";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { buildTab } from "../../demo/build-tab.js";
import { ROOT } from "../../demo/paths.js";
import { startConnectedWorld, type Ask, type World, type WorldOptions } from "../world.js";
import { startBrowser, type TestBrowser } from "./chromium.js";

/** So long that no run starts by itself in the middle of a test. */
const AN_HOUR_OF_SECONDS = 100_000;

export interface Stage {
  readonly world: World & { readonly adele: Ask };
  readonly chromium: TestBrowser;
  close(): Promise<void>;
}

/** The product with its built tab, Contoso's account opened by Adele, and a browser to look at it. */
export async function setStage(options: WorldOptions = {}): Promise<Stage> {
  await buildTab();
  const [chromium, world] = await Promise.all([
    startBrowser(),
    startConnectedWorld({ intervalSeconds: AN_HOUR_OF_SECONDS, tabFolder: join(ROOT, "dist/tab"), ...options }),
  ]);
  return {
    world,
    chromium,
    async close() {
      await chromium.close();
      await world.close();
    },
  };
}

/** One person at one browser, with what went wrong in their pages. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page and of the content policy; a good visit has none. */
  readonly troubles: readonly string[];
  /** A picture of what the browser shows, for a test that failed. */
  picture(name: string): Promise<void>;
}

/** Opens the tab and signs in as this person, on the pretend Microsoft's page as anybody would. */
export async function visit(
  { browser }: TestBrowser,
  world: Pick<World, "url">,
  name: string,
  { path = "/", ...options }: BrowserContextOptions & { readonly path?: string } = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) troubles.push(message.text());
  });

  await page.goto(world.url + path);
  await page.getByRole("button", { name: "Sign in with Microsoft" }).click();
  await chooseAccount(page, name);

  return {
    context,
    page,
    troubles,
    async picture(task) {
      const path = join(ROOT, "dist/test-failures", `${task.slice(0, 40).replace(/\W+/g, "-")}.png`);
      await page.screenshot({ path, fullPage: true });
      console.error(`What the browser showed: ${path} at ${page.url()}`);
    },
  };
}

/** On the pretend Microsoft's page, and back to the tab. */
export async function chooseAccount(page: Page, name: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search people" }).fill(name);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
}
