import { afterAll, afterEach, beforeAll, describe, it } from "vitest";
import { setStage, type Stage } from "../browser/visit.js";
import type { State } from "../gallery/state.js";
import type { WorldOptions } from "../world.js";
import { showsItself } from "./seen.js";
import { openWalker, type Walker } from "./walker.js";

/** Tests that go the way of each of these, one after the other in one trial; each group has a title of its own. */
export function goWays(
  groups: Record<string, readonly (readonly [name: string, state: State])[]>,
  options: WorldOptions,
) {
  let stage: Stage;
  let walker: Walker;

  beforeAll(async () => {
    stage = await setStage({ waits: true, ...options });
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

  describe.each(Object.entries(groups))("%s", (_, ways) => {
    it.each(ways)("%s leads there", async (_name, state) => {
      await showsItself(await walker.walk(state), state);
    });
  });
}
