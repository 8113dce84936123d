import { expect, it } from "vitest";
import { account, contract, later, now, store } from "./contract.js";

const read = (groupId: string, personIds: readonly string[], readAt = now) => ({ groupId, personIds, readAt });
const save = (...reads: ReturnType<typeof read>[]) => store.groupMembers.save(account, reads);

export const groupMembersContract = contract("the last complete read of a group", () => {
  it("is kept per account and group, and replaced by the next", async () => {
    await save(read("g1", ["ada", "bob"]), read("g2", []));
    const g2 = read("g2", []);
    await store.groupMembers.save("elsewhere", [read("g1", ["zoe"])]);
    later(60);
    await save(read("g1", ["bob", "cyd", "dan"]));

    const reads = await store.groupMembers.lastReads(account, ["g1", "g2", "unknown"]);

    expect(reads).toHaveLength(2);
    expect(reads).toContainEqual(read("g1", ["bob", "cyd", "dan"]));
    expect(reads).toContainEqual(g2);
    expect((await store.groupMembers.lastReads("elsewhere", ["g1"]))[0]?.personIds).toEqual(["zoe"]);
  });

  it("is not replaced by an older one that comes late", async () => {
    const old = read("g1", ["old"]);
    later(60);
    await save(read("g1", ["new"]));
    await save(old);

    expect(await store.groupMembers.lastReads(account, ["g1"])).toEqual([read("g1", ["new"])]);
  });

  it("is one when several save it at once", async () => {
    await Promise.all([1, 2, 3].map(() => save(read("g1", ["ada"]))));

    expect(await store.groupMembers.lastReads(account, ["g1"])).toEqual([read("g1", ["ada"])]);
  });

  it("tells sizes", async () => {
    const before = now;
    await save(read("g1", ["ada", "bob"]), read("g2", [], later(60)));

    const sizes = await store.groupMembers.sizes(account, ["g1", "g2", "unknown"]);

    expect(sizes).toHaveLength(2);
    expect(sizes).toContainEqual({ groupId: "g1", people: 2, readAt: before });
    expect(sizes).toContainEqual({ groupId: "g2", people: 0, readAt: now });
  });

  it("tells who of some people was in which group", async () => {
    await save(read("g1", ["ada", "bob", "bob"]), read("g2", ["bob", "cyd"]), read("g3", ["ada"]));

    const members = await store.groupMembers.membersAmong(account, ["g1", "g2"], ["bob", "ada", "nobody"]);

    expect([...members.keys()].sort()).toEqual(["ada", "bob"]);
    expect([...(members.get("bob") ?? [])].sort()).toEqual(["g1", "g2"]);
    expect(members.get("ada")).toEqual(["g1"]);
  });
});
