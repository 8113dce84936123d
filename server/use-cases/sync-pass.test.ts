import { expect, it } from "vitest";
import { NOW, settings } from "../../test/builders.js";
import { storesInMemory } from "../../test/fakes/stores.js";
import { newUser } from "../../test/store.js";
import { NO_USAGE } from "../core/run-counts.js";
import { ok } from "../core/result.js";
import { inEnglish } from "../core/sentences.js";
import type { Look } from "../core/second-look.js";
import { runScheduled } from "./run-sync.js";
import type { RunSyncDeps } from "./run-deps.js";
import type { Directory } from "./ports.js";

/* A run over stores in memory, where a directory says what a test wants it to say. */

const AWAY: Look = { found: "PRESENT", accountEnabled: true, kind: "MEMBER", groupIds: new Set() };

/** An account without any group, whose admin agreed to Ada and Bob being disabled; `look` is what is seen of Bob. */
async function withoutGroups(look: { now: Look }) {
  let now = NOW;
  const stores = storesInMemory(() => now);
  const consent = { state: "GRANTED", checkedAt: NOW, grantedAt: NOW } as const;
  const account = await stores.accounts.create({ tenantId: "contoso", name: "Contoso", consent });
  const { id = "" } = account ?? {};
  await stores.users.create(id, [newUser("eve", { role: "ADMIN" }), newUser("ada"), newUser("bob")]);
  const preview = { choice: "", settingsVersion: 0, leaverIds: ["ada", "bob"], read: 2 };
  const { id: previewId } = await stores.previews.save(id, preview);
  await stores.settings.save(id, 0, settings({ groups: [], previewId }));

  const directory = {
    measured: async <T>(work: () => Promise<T>) => ({ value: await work(), usage: NO_USAGE }),
    readGroups: () => Promise.resolve(ok([])),
    lookUpGroups: () => Promise.resolve(ok([])),
    lookAgain: (ids: readonly string[]) =>
      Promise.resolve(ok(new Map(ids.map((one) => [one, one === "bob" ? look.now : AWAY])))),
  } as unknown as Directory;
  const deps = {
    ...stores,
    directories: () => directory,
    now: () => now,
    intervalSeconds: 3600,
    stopping: new AbortController().signal,
  } as unknown as RunSyncDeps;

  return {
    /** The last run, after that of the next hour has had its turn. */
    anHourLater: async () => {
      now = new Date(now.getTime() + 3_600_000);
      await runScheduled(deps, id);
      const [last] = await stores.runs.latest(id, { triggers: ["SCHEDULE", "CATCH_UP"], first: 1 });
      return last;
    },
    active: async () =>
      (await stores.users.all(id)).flatMap((user) => (user.status === "ACTIVE" ? user.directoryId : [])).sort(),
    runs: async () => (await stores.runs.page(id, { filter: {}, first: 100, after: null })).runs.length,
  };
}

it("without a group left, one of those agreed to who gives no clear answer is asked about again, and no run claims success before", async () => {
  const look: { now: Look } = { now: { found: "UNKNOWN" } };
  const { anHourLater, active, runs } = await withoutGroups(look);

  const first = await anHourLater();
  expect(first).toMatchObject({ status: "PARTIAL", counts: { disabled: 1, skipped: 1 } });
  expect(inEnglish(first?.reasons ?? [])).toBe(
    "There was no clear answer about 1 person who seems to have left, so they were left alone. The next run asks again.",
  );
  expect(await active()).toEqual(["bob", "eve"]);

  look.now = AWAY;
  expect(await anHourLater()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1, skipped: 0 } });
  expect(await active()).toEqual(["eve"]);

  await anHourLater();
  expect(await runs()).toBe(2);
});
