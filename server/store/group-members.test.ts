import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testStore, type TestStore } from "../../test/store.js";

let store: TestStore;
const first = new Date("2026-05-04T10:00:00Z");
const second = new Date("2026-05-04T11:00:00Z");

beforeAll(async () => {
  store = await testStore(() => first);
});

afterAll(() => store.close());

const read = (groupId: string, personIds: readonly string[], readAt = first) => ({ groupId, personIds, readAt });

describe("the last complete read of a group", () => {
  it("is kept per account and group, and replaced by the next", async () => {
    await store.groupMembers.save("a", [read("g1", ["ada", "bob"]), read("g2", [])]);
    await store.groupMembers.save("b", [read("g1", ["zoe"])]);
    await store.groupMembers.save("a", [read("g1", ["bob", "cyd", "dan"], second)]);

    const reads = await store.groupMembers.lastReads("a", ["g1", "g2", "unknown"]);

    expect(reads).toHaveLength(2);
    expect(reads).toContainEqual(read("g1", ["bob", "cyd", "dan"], second));
    expect(reads).toContainEqual(read("g2", []));
    expect(await store.groupMembers.lastReads("b", ["g1"])).toEqual([read("g1", ["zoe"])]);
  });

  it("is not replaced by an older one that comes late", async () => {
    await store.groupMembers.save("late", [read("g1", ["new"], second)]);
    await store.groupMembers.save("late", [read("g1", ["old"], first)]);

    expect(await store.groupMembers.lastReads("late", ["g1"])).toEqual([read("g1", ["new"], second)]);
  });

  it("is one row when two save it at once", async () => {
    await Promise.all([1, 2, 3].map(() => store.groupMembers.save("twice", [read("g1", ["ada"])])));

    expect(await store.groupMembers.lastReads("twice", ["g1"])).toEqual([read("g1", ["ada"])]);
  });

  it("tells sizes", async () => {
    await store.groupMembers.save("sizes", [read("g1", ["ada", "bob"]), read("g2", [], second)]);

    const sizes = await store.groupMembers.sizes("sizes", ["g1", "g2", "unknown"]);

    expect(sizes).toHaveLength(2);
    expect(sizes).toContainEqual({ groupId: "g1", people: 2, readAt: first });
    expect(sizes).toContainEqual({ groupId: "g2", people: 0, readAt: second });
  });

  it("tells who of some people was in which group", async () => {
    await store.groupMembers.save("among", [
      read("g1", ["ada", "bob", "bob"]),
      read("g2", ["bob", "cyd"]),
      read("g3", ["ada"]),
    ]);

    const members = await store.groupMembers.membersAmong("among", ["g1", "g2"], ["bob", "ada", "nobody"]);

    expect([...members.keys()].sort()).toEqual(["ada", "bob"]);
    expect([...(members.get("bob") ?? [])].sort()).toEqual(["g1", "g2"]);
    expect(members.get("ada")).toEqual(["g1"]);
  });

  it("holds a group of 60,000 people (F52)", async () => {
    const people = Array.from({ length: 60_000 }, (_, n) => `00000000-0000-0000-0000-${String(n).padStart(12, "0")}`);

    await store.groupMembers.save("large", [read("g1", people)]);

    const [large] = await store.groupMembers.lastReads("large", ["g1"]);
    expect(large?.personIds).toEqual(people);
    expect((await store.groupMembers.membersAmong("large", ["g1"], people)).size).toBe(60_000);
  });
});
