import { expect, it } from "vitest";
import { commandsPer, held, store, thisFileHasItsStore } from "../../test/store.js";

thisFileHasItsStore();

const PEOPLE = Array.from({ length: 3000 }, (_, n) =>
  held(`p${n}`, { displayName: `Person ${String(n).padStart(4, "0")}` }),
);
const list = { because: ["NOBODY_LEFT"], limit: 500, settingsVersion: 1 } as const;

it("a hold of 3,000 people is written and read in a few commands, and paged by name", async () => {
  const writing = await store.commandsOf(() => store.holds.raise("large", { ...list, people: PEOPLE }));
  const { id } = (await store.holds.head("large")) ?? { id: "" };

  const page = await store.holds.people("large", id, { first: 500, after: null });
  const next = await store.holds.people("large", id, { first: 500, after: page.next });

  expect(commandsPer(writing)).toMatchObject({ insert: 1, update: 3 });
  expect(await store.holds.head("large")).toMatchObject({ counts: { DISABLE: 3000, CREATE: 0, REENABLE: 0 } });
  expect((await store.holds.open("large"))?.people).toHaveLength(3000);
  expect([...page.people, ...next.people]).toEqual(PEOPLE.slice(0, 1000));
});

it("a list that a run made anew writes only who came and who left, and keeps the rows of all others", async () => {
  const { id } = (await store.holds.raise("anew", { ...list, people: PEOPLE })) ?? { id: "" };
  const rows = () =>
    store.db
      .collection("heldPeople")
      .find({ accountId: "anew" }, { sort: { nameKey: 1 } })
      .toArray();
  const before = await rows();

  const people = [...PEOPLE.slice(10).reverse(), held("new", { displayName: "Zoe", since: 2 })];
  const writing = await store.commandsOf(() => store.holds.refresh("anew", id, { ...list, version: 2, people }));

  const after = await rows();
  expect(after.slice(0, -1)).toEqual(before.slice(10));
  expect(after.at(-1)).toMatchObject({ directoryId: "new", since: 2 });
  expect(commandsPer(writing)).toMatchObject({ delete: 1, update: 2 });
});

it("nobody is shown a hold whose list is still being written: they would approve more people than they saw", async () => {
  let raising = true;
  const raised = store.holds.raise("growing", { ...list, people: PEOPLE }).finally(() => (raising = false));

  const seen: (number | undefined)[] = [];
  while (raising) seen.push((await store.holds.head("growing"))?.counts.DISABLE);
  await raised;

  expect(seen.length).toBeGreaterThan(1);
  expect(seen.filter((count) => count !== undefined && count < PEOPLE.length)).toEqual([]);
});

it("a hold that could not be raised leaves no list behind", async () => {
  await store.holds.raise("second", { ...list, people: [held("ada")] });

  expect(await store.holds.raise("second", { ...list, people: PEOPLE })).toBeNull();

  expect(await store.db.collection("heldPeople").countDocuments({ accountId: "second" })).toBe(1);
});
