import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { say } from "../../server/core/sentences.js";
import { refreshUsers } from "../../server/use-cases/refresh-users.js";
import { IMPORT, UPDATE } from "../operations.js";
import { workerOf } from "../worker.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";

/* The option of the daily refresh: whoever an admin manages, and the directory blocks or has deleted, is disabled. */

let world: World & { readonly adele: Ask };
let accountId: string;
let people: readonly string[];

beforeEach(async () => {
  world = await startConnectedWorld();
  accountId = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
  people = Array.from({ length: 10 }, (_, n) => world.microsoft.directory.hire({ displayName: `By Hand ${n}` }).id);
  await world.adele(IMPORT, { input: { directoryIds: people } });
});
afterEach(() => world.close());

const switchOn = () => world.adele(UPDATE, { input: { version: 0, disableGone: true } });
const refresh = async () => {
  await refreshUsers(workerOf(world), accountId);
  const [run] = await world.store.runs.latest(accountId, { triggers: ["REFRESH"], first: 1 });
  return run;
};
const disabled = async () =>
  (await world.store.users.all(accountId))
    .filter((user) => user.status === "DISABLED")
    .map((user) => [user.directoryId, user.disabledBy, user.disabledReason]);

describe("who is blocked or deleted in the directory, and managed by an admin", () => {
  it("gets a badge and stays, as long as the option is off", async () => {
    world.microsoft.directory.block({ personId: people[0] ?? "" });

    const run = await refresh();

    const [user] = await world.store.users.byDirectoryIds(accountId, [people[0] ?? ""]);
    expect([run?.status, user?.directoryState, await disabled()]).toEqual(["SUCCEEDED", "BLOCKED", []]);
  });

  it("is disabled with the option, with the reason, and enabled ones are left alone", async () => {
    await switchOn();
    world.microsoft.directory.block({ personId: people[0] ?? "" });
    world.microsoft.directory.remove({ personId: people[1] ?? "" });

    const run = await refresh();

    expect([run?.status, run?.counts.disabled]).toEqual(["SUCCEEDED", 2]);
    expect((await disabled()).sort()).toEqual(
      [
        [people[0], "SYNC", "BLOCKED_IN_DIRECTORY"],
        [people[1], "SYNC", "DELETED_IN_DIRECTORY"],
      ].sort(),
    );
  });

  it("is held when they are more than the brake lets a day disable", async () => {
    await switchOn();
    for (const personId of people.slice(0, 5)) world.microsoft.directory.block({ personId });

    const run = await refresh();

    expect([run?.status, run?.counts.held, await disabled()]).toEqual(["HELD", 5, []]);
    expect(run?.reasons).toEqual([say("GONE_HELD", { count: 5 })]);
  });

  it("stays when a second look at them gives no clear answer", async () => {
    await switchOn();
    world.microsoft.directory.block({ personId: people[0] ?? "" });
    const fault = world.microsoft.faults.add({
      path: `/v1.0/users/${people[0] ?? ""}`,
      action: { kind: "STATUS", status: 500 },
    });

    const run = await refresh();

    expect([fault.hits > 0, run?.counts.disabled, await disabled()]).toEqual([true, 0, []]);
  });

  it("stays when they are the last admin", async () => {
    await switchOn();
    world.microsoft.directory.block({ personId: PEOPLE.adele });

    await refresh();

    expect(await disabled()).toEqual([]);
  });
});
