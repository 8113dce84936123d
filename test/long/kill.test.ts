import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildTab } from "../../demo/build-tab.js";
import { anApproval, anOrdinaryRun } from "../processes/kill-scenes.js";
import { differences, killedRuns, writePoints, type KilledRuns } from "../processes/killed-run.js";

/*
 * SIGKILL after every single write of a run, and before the first: whatever was done by then, the next run ends where one
 * ends that nobody disturbed, and the history tells what was.
 */

let runs: KilledRuns;

beforeAll(() => buildTab());
beforeEach(async () => {
  runs = await killedRuns();
});
afterEach(async () => {
  expect(runs.microsoft.counters.writes).toBe(0);
  await runs.close();
});

describe("killed at each of its writes", () => {
  it.each([
    ["an ordinary run", anOrdinaryRun],
    ["the run of an approval", anApproval],
  ])(
    "F54: %s is made good by the next one",
    async (_, scene) => {
      const start = await scene(runs);
      const { commands, end } = await runs.undisturbed(start);
      const points = writePoints(commands, start);
      expect(points.length).toBeGreaterThanOrEqual(15);
      expect(end.untrue).toEqual([]);
      expect(end.done.length).toBeGreaterThan(6);

      const wrong: object[] = [];
      for (const point of points) {
        const found = differences(end, await runs.killedAt(start, point));
        if (found.length > 0) wrong.push({ ...point, found });
      }

      expect(wrong).toEqual([]);
    },
    900_000,
  );
});
