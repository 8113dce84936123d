import { expect, it } from "vitest";
import { held, minutesBefore, NOW, settings } from "../../test/builders.js";
import { storesInMemory } from "../../test/fakes/stores.js";
import { goOnAfter } from "./run-sync.js";
import type { RequestedRun } from "./ports.js";

const ACCOUNT = "contoso";

/** An account whose hold an admin approved, by a clock that is ten minutes behind; what then goes on after a run. */
async function approvedMeanwhile() {
  const stores = storesInMemory(() => NOW);
  await stores.settings.save(ACCOUNT, 0, settings());
  const hold = { because: [], limit: 1, settingsVersion: 1, people: [held("ada")] };
  const { id = "" } = (await stores.holds.raise(ACCOUNT, hold)) ?? {};
  await stores.holds.approve(ACCOUNT, id, { version: 1, by: "Ada Admin", at: minutesBefore(10) });

  const requested: RequestedRun[] = [];
  const nothing = () => Promise.resolve();
  const scheduler = {
    scheduleHourly: nothing,
    cancelHourly: nothing,
    scheduleDaily: nothing,
    nextHourlyAt: () => Promise.resolve(null),
    runNow: (run: RequestedRun) => Promise.resolve(void requested.push(run)),
  };
  const deps = { ...stores, scheduler, now: () => NOW, stopping: new AbortController().signal };
  const before = await stores.settings.get(ACCOUNT);
  return {
    id,
    goOn: async (approval: string | null) => {
      await goOnAfter(deps, ACCOUNT, { settings: before, approval });
      const runs = await Promise.all(requested.map(({ runId }) => stores.runs.byId(ACCOUNT, runId)));
      return runs.map((run) => [run?.trigger, run?.startedBy]);
    },
  };
}

it("a hold that was approved during a run is carried out after it, whatever the clock said that approved it", async () => {
  const { goOn } = await approvedMeanwhile();

  expect(await goOn(null)).toEqual([["APPROVAL", "Ada Admin"]]);
});

it("an approval that the run took up and could not carry out waits for the next hour", async () => {
  const { id, goOn } = await approvedMeanwhile();

  expect(await goOn(`${id} 1`)).toEqual([]);
});
