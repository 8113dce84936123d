import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { buildPage } from "../../demo/build-tab.js";
import { ROOT } from "../../demo/paths.js";
import { ORIGIN } from "./builders.js";
import type { State, Step } from "./state.js";

export type Theme = "light" | "dark" | "contrast";

export interface Gallery {
  readonly page: Page;
  /** Errors of the page since the last state was shown. */
  readonly troubles: string[];
  /** Shows a state in the light theme, plays its steps and waits until it says what it has to say. */
  show(state: State): Promise<void>;
  theme(theme: Theme): Promise<void>;
  accessibilityFaults(run: "everything" | "colours"): Promise<string[]>;
  layoutFaults(): Promise<string[]>;
  motionFaults(): Promise<string[]>;
}

const FOLDER = join(ROOT, "dist/gallery");
export const DESKTOP = { width: 1200, height: 800 };

/** Builds the gallery and opens it in one page, with everything standing still that a picture could catch moving. */
export async function openGallery(browser: Browser): Promise<Gallery> {
  await buildPage(join(ROOT, "test/gallery/vite.config.ts"));
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: "en-GB",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(10_000);
  await context.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(FOLDER, pathname);
    await route.fulfill({ path: (await isFile(file, pathname)) ? file : join(FOLDER, "index.html") });
  });

  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  await page.goto(ORIGIN);

  const theme = async (wanted: Theme) => {
    await page.emulateMedia({ colorScheme: wanted === "light" ? "light" : "dark" });
    await page.evaluate(`gallery.theme(${JSON.stringify(wanted === "light" ? "default" : wanted)})`);
    await settle(page);
  };

  return {
    page,
    troubles,
    theme,
    async show(state) {
      troubles.length = 0;
      await page.mouse.move(0, 0);
      // What an open dialog did to the page around it outlives a dialog that is taken away
      if ((await page.getByRole("dialog").count()) > 0) await page.goto(ORIGIN);
      await theme("light");
      await page.evaluate(`gallery.show(${JSON.stringify(state.name)})`);
      if (state.heading !== null)
        await page.getByRole("heading", { name: state.heading, exact: true }).first().waitFor();
      for (const step of state.steps ?? []) await play(page, step);
      await page.mouse.move(0, 0);
      for (const words of state.says) await onPage(page, words).waitFor();
      await settle(page);
    },
    accessibilityFaults: (run) => page.evaluate<string[]>(`gallery.accessibilityFaults(${JSON.stringify(run)})`),
    layoutFaults: () => page.evaluate<string[]>("gallery.layoutFaults()"),
    motionFaults: () => page.evaluate<string[]>("gallery.motionFaults()"),
  };
}

/** The live region says the words of a notice for a moment, before or after they stand where they are read. */
const onPage = (page: Page, words: string): Locator =>
  page.locator("body > :not([data-tabster-never-hide])").getByText(words).first();

async function play(page: Page, step: Step): Promise<void> {
  if ("read" in step) return onPage(page, step.read).waitFor();
  if ("type" in step) {
    const [role, name, text] = step.type;
    return page.getByRole(role, { name }).fill(text);
  }
  if ("confirm" in step)
    return page.getByRole("dialog").last().getByRole("button", { name: step.confirm, exact: true }).click();
  if ("tick" in step) throw new Error("Whom to tick is known here.");
  const [role, name] = step.click;
  await page.getByRole(role, { name, exact: true }).click();
}

const TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

/** Fonts are there, and a dialog that closed has given the page free. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    "document.querySelector('[role=dialog]') || !document.querySelector('#root[aria-hidden]')",
  );
  await page.evaluate("document.fonts.ready");
  // A theme is told of, drawn a frame later, and only then fades in
  await page.evaluate(TWO_FRAMES);
  await page.evaluate("gallery.stillness()");
  await page.evaluate(TWO_FRAMES);
}

async function isFile(file: string, pathname: string): Promise<boolean> {
  if (!pathname.includes(".")) return false;
  return access(file).then(
    () => true,
    () => false,
  );
}
