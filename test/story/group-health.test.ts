import { afterAll, beforeAll, expect, it } from "vitest";
import { CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import { refreshUsers } from "../../server/use-cases/refresh-users.js";
import { SETTINGS } from "../operations.js";
import * as steps from "../sync-steps.js";
import { workerOf } from "../worker.js";
import { newGroupIn } from "../contoso.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";

/* S10: what is to be known of each chosen group, as the API tells it. */

let world: World & { readonly adele: Ask };
beforeAll(async () => {
  world = await startConnectedWorld();
});
afterAll(async () => {
  expect(world.microsoft.counters.writes).toBe(0);
  await world.close();
});

interface GroupView {
  readonly displayName: string;
  readonly health: readonly { readonly code: string; readonly message: string; readonly since: string | null }[];
}

const groups = async () => (await world.adele(SETTINGS)).data?.syncSettings?.groups as readonly GroupView[];
const codes = async () =>
  Object.fromEntries((await groups()).map((group) => [group.displayName, group.health.map(({ code }) => code)]));
const runNow = () => steps.runNow(world.adele);

const newGroup = (name: string, people: number) => newGroupIn(world, name, people);

it("S10: tells which group is empty, shrunk, missing, unreadable, and after a day which is renamed or hidden", async () => {
  const { directory, faults } = world.microsoft;
  const made = ["Well", "Shrinks", "Goes", "Breaks", "Renamed", "Hides"].map((name) => newGroup(name, 6));
  const [, shrinks, goes, breaks, renamed, hides] = made;
  const all = [...made, newGroup("Empty", 0)].map(({ id }) => id);
  await steps.runAfter(world.adele, () => steps.enable(world.adele, { groupIds: all }));
  const first = await codes();

  for (const memberId of shrinks?.members.slice(0, 4) ?? [])
    directory.removeFromGroup({ groupId: shrinks?.id ?? "", memberId });
  directory.deleteGroup({ groupId: goes?.id ?? "" });
  directory.renameGroup({ groupId: renamed?.id ?? "", displayName: "Renamed since" });
  directory.hideMembers({ groupId: hides?.id ?? "" });
  faults.add({ name: "breaks", path: `/v1.0/groups/${breaks?.id}/*members`, action: { kind: "STATUS", status: 500 } });
  await runNow();
  const later = await codes();
  await refreshUsers(workerOf(world), (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "");
  const nextDay = await codes();
  faults.remove("breaks");
  await runNow();

  const well = { Well: [], Shrinks: [], Goes: [], Breaks: [], Renamed: [], Hides: [], Empty: ["EMPTY"] };
  // That its people are hidden and not gone is asked once a day, or before somebody would be disabled for it
  const after = { ...well, Shrinks: ["SHRUNK"], Goes: ["MISSING"], Breaks: ["INCOMPLETE"], Hides: ["SHRUNK"] };
  expect(first).toEqual(well);
  expect(later).toMatchObject(after);
  const { Renamed: _, ...rest } = after;
  expect(nextDay).toEqual({ ...rest, "Renamed since": ["RENAMED"], Hides: ["HIDDEN", "SHRUNK"] });
  expect(await codes()).toMatchObject({ Breaks: [], Hides: ["HIDDEN", "SHRUNK"] });
  expect((await steps.statusOf(world.adele))?.health).toMatchObject({ state: "GROUP_HIDDEN" });
  expect((await groups()).flatMap(({ health }) => health.map(({ message }) => message))).toEqual(
    expect.arrayContaining([
      "Was called “Renamed” when it was chosen.",
      "Lost more than half of its people: it had 6.",
    ]),
  );

  directory.showMembers({ groupId: hides?.id ?? "" });
  await runNow();
  expect(await codes()).toMatchObject({ Hides: [] });
});
