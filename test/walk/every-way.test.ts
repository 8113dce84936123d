import type { SwitchName } from "../../demo/microsoft/faults/switches.js";
import { RATE_LIMITS } from "../../server/api/rate-limit.js";
import { OTHER_SWITCHES } from "../gallery/other-switches.js";
import type { State } from "../gallery/state.js";
import { STATES } from "../gallery/states.js";
import { fault, ON, RUN_NOW } from "../gallery/ways.js";
import { goWays } from "./go-ways.js";
import { isPlayable } from "./walker.js";

/*
 * `npm run test:walk`: every way of docs/screens.md that a program can go, and every other switch of the faults page. It
 * takes longer than a test run may: one way for each switch, button and choice is gone by test/long/ways.test.ts.
 */

const states = STATES.filter(isPlayable);
const switches = Object.entries(OTHER_SWITCHES).flatMap(([name, leadsTo]) => {
  const state = STATES.find((one) => one.name === leadsTo);
  return state ? [[name, { ...state, way: [ON, fault(name as SwitchName), RUN_NOW] } satisfies State] as const] : [];
});

goWays(
  { "the way to": states.map((state) => [state.name, state] as const), "the switch": switches },
  { rateLimits: { address: RATE_LIMITS.address } },
);
