import { expect, it } from "vitest";
import { store, thisFileHasItsStore } from "../../test/store.js";

thisFileHasItsStore();

const people = Array.from({ length: 60_000 }, (_, n) => `00000000-0000-0000-0000-${String(n).padStart(12, "0")}`);

it("the last read of a group holds 60,000 people (F52)", async () => {
  await store.groupMembers.save("large", [{ groupId: "g1", personIds: people, readAt: new Date() }]);

  const [large] = await store.groupMembers.lastReads("large", ["g1"]);
  expect(large?.personIds).toEqual(people);
  expect((await store.groupMembers.membersAmong("large", ["g1"], people)).size).toBe(60_000);
});

it("a preview holds 60,000 leavers (F52)", async () => {
  const { id } = await store.previews.save("large", { choice: "{}", settingsVersion: 1, leaverIds: people, read: 0 });

  expect((await store.previews.byId("large", id))?.leaverIds).toEqual(people);
});
