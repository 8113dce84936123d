import { afterAll, afterEach, beforeAll, describe, it } from "vitest";
import type { SwitchName } from "../../demo/microsoft/faults/switches.js";
import { RATE_LIMITS } from "../../server/api/rate-limit.js";
import { setStage, type Stage } from "../browser/visit.js";
import { OTHER_SWITCHES } from "../gallery/other-switches.js";
import type { State } from "../gallery/state.js";
import { STATES } from "../gallery/states.js";
import { fault, ON, RUN_NOW } from "../gallery/ways.js";
import { showsItself } from "./seen.js";
import { isPlayable, openWalker, type Walker } from "./walker.js";

/*
 * `npm run test:walk`: every way of docs/screens.md that a program can go, and every other switch of the faults page. It
 * takes longer than a test run may: one way for each switch, button and choice is gone by test/long/ways.test.ts.
 */

const states = STATES.filter(isPlayable);
const switches = Object.entries(OTHER_SWITCHES).flatMap(([name, leadsTo]) => {
  const state = STATES.find((one) => one.name === leadsTo);
  return state ? [[name, { ...state, way: [ON, fault(name as SwitchName), RUN_NOW] } satisfies State] as const] : [];
});

let stage: Stage;
let walker: Walker;

beforeAll(async () => {
  stage = await setStage({ waits: true, rateLimits: { address: RATE_LIMITS.address } });
  const { url, microsoft } = stage.world;
  walker = await openWalker(stage.chromium.browser, { url, microsoftUrl: microsoft.url });
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await walker.picture(task.name);
});
afterAll(async () => {
  await walker.close();
  await stage.close();
});

describe("the way to", () => {
  it.each(states.map((state) => [state.name, state] as const))("%s leads there", async (_, state) => {
    await showsItself(await walker.walk(state), state);
  });
});

describe("the switch", () => {
  it.each(switches)("%s leads to the state it is said to lead to", async (_, state) => {
    await showsItself(await walker.walk(state), state);
  });
});
