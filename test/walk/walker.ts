import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { ACTS } from "../../demo/microsoft/control/acts.js";
import { titleOf } from "../../demo/microsoft/faults/switches.js";
import { ROOT } from "../../demo/paths.js";
import type { State } from "../gallery/state.js";
import { nameInWords } from "../gallery/way-words.js";
import type { Leg, Somebody } from "../gallery/way.js";
import { ADMINS, inBrowser, openInTeams, signIn } from "./browser.js";
import { openDesk, type Addresses, type Desk } from "./desk.js";
import { elsewhereThan, goTo, goToScreen, playSteps, type Surface } from "./tab.js";

/** Goes the written way to a state, in a trial that runs: by the pages of the pretend Microsoft, the browser and the tab. */
export interface Walker {
  /** Where the way ended. */
  walk(state: State): Promise<Surface>;
  /** Of where it stands, for a way that led elsewhere. */
  picture(task: string): Promise<void>;
  close(): Promise<void>;
}

/** Whether every leg is one that can be played. */
export const isPlayable = ({ way }: State): boolean => way.every((leg) => !("words" in leg));

const isMidway = (leg: Leg): boolean => "before" in leg && leg.before !== undefined;

export async function openWalker(browser: Browser, trial: Addresses): Promise<Walker> {
  const desk = await openDesk(browser, trial);
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: "en-GB" });
  context.setDefaultTimeout(20_000);
  await context.route("https://res.cdn.office.net/**", (route) => route.abort());

  return {
    async walk(state) {
      await context.setOffline(false);
      const before = context.pages();
      const page = await context.newPage();
      await Promise.all(before.map((one) => one.close()));
      return goTheWay(page, trial, desk, state);
    },
    async picture(task) {
      const path = join(ROOT, "dist/test-failures", `way-${task.slice(0, 40).replace(/\W+/g, "-")}.png`);
      await context.pages()[0]?.screenshot({ path });
      console.error(`Where the way led: ${path}`);
    },
    async close() {
      await context.close();
      await desk.close();
    },
  };
}

async function goTheWay(page: Page, trial: Addresses, desk: Desk, state: State): Promise<Surface> {
  const { way, path, stepsThere: steps = state.steps ?? [] } = state;
  let who: Somebody = "adele";
  let teams: Record<string, string> | null = null;
  let tab: Surface | null = null;
  let isThere = false;

  /** From another screen, so that nothing of the state's own was asked for when it is come to. */
  const open = async (): Promise<Surface> => {
    if (tab) return tab;
    tab = teams ? await openInTeams(page, trial, who, teams) : await signIn(page, trial.url, who);
    if (!(await tab.getByRole("tab").first().isVisible())) return tab;
    const isVisited = way.some((leg) => "browser" in leg && !isMidway(leg));
    if (isVisited) await goToScreen(page, tab, path, ADMINS.includes(who));
    await goTo(tab, elsewhereThan(path));
    return tab;
  };

  const take = async (leg: Leg): Promise<void> => {
    if ("given" in leg) {
      await desk.arrange(leg.given);
      if (leg.given === "new") who = "nestor";
    } else if ("as" in leg) {
      [who, tab] = [leg.as, null];
    } else if ("teams" in leg) {
      teams = { ...(teams ?? {}), [leg.teams[0]]: leg.teams[1] };
      tab = null;
    } else if ("fault" in leg) await desk.flip(titleOf(leg.fault) ?? "", leg.group);
    else if ("act" in leg) await desk.press(ACTS[leg.act], leg);
    else if ("browser" in leg) await inBrowser(page, await open(), leg.browser);
    else if ("at" in leg) await playSteps(await goTo(await open(), leg.at), leg.steps);
    else if ("address" in leg) {
      await open();
      await page.goto(trial.url + leg.address);
      isThere = true;
    } else throw new Error(`Nobody but a person can do this: ${leg.words}`);
  };

  await desk.tidy();
  for (const leg of way) if (!isMidway(leg)) await take(leg);
  const surface = await open();
  if (!isThere) await goToScreen(page, surface, path, ADMINS.includes(who));
  const midway = new Set(way.filter(isMidway));
  await playSteps(surface, steps, async (name) => {
    for (const leg of midway)
      if ("before" in leg && leg.before === nameInWords(name)) {
        midway.delete(leg);
        await take(leg);
      }
  });
  return surface;
}
