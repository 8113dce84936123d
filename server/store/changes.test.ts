import { expect, it } from "vitest";
import { commandsPer, plannedChange, store, thisFileHasItsStore } from "../../test/store.js";

thisFileHasItsStore();

it("2,300 changes are recorded and excepted in three commands each, and told in their order", async () => {
  const [before, after] = [
    { department: "$where", jobTitle: null },
    { department: "a.b", jobTitle: "" },
  ];
  const planned = Array.from({ length: 2300 }, (_, n) =>
    plannedChange(`p${n}`, { displayName: '$where {"$gt":""} __proto__', action: "UPDATE", before, after }),
  );
  const failed = planned.map(({ directoryId }) => ({ directoryId, outcome: "FAILED", because: "no room" }) as const);

  const recording = await store.commandsOf(() =>
    store.changes.record("a", "r", { number: 0, at: new Date() }, planned),
  );
  const lastStep = await store.changes.lastStep("a", "r");
  const excepting = await store.commandsOf(() => store.changes.except("a", "r", 0, failed));

  expect([commandsPer(recording), commandsPer(excepting)]).toEqual([{ insert: 3 }, { update: 3 }]);
  const { changes } = await store.changes.page("a", "r", { actions: null, first: 2300, after: null });
  expect(changes).toMatchObject(planned.map((change) => ({ ...change, outcome: "FAILED", because: "no room" })));
  expect(lastStep?.directoryIds).toHaveLength(2300);
});
