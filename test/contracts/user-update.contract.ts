import { expect, it } from "vitest";
import { leaver, newUser } from "../store.js";
import { account, contract, later, mark, now, only, store } from "./contract.js";

export const updatingUsersContract = contract("updating users by a run", () => {
  it("changes only the given fields, and what they are found by", async () => {
    await store.users.create(account, [newUser("ada", { displayName: "Ada Old" })]);
    const before = await only("ada");
    later(10);

    const renamed = { ...newUser("ada", { role: "ADMIN" }), displayName: "Ada New" };
    const outcome = await store.users.update(
      account,
      [{ directoryId: "ada", profile: renamed, groupIds: ["g2", "g1"] }],
      mark(),
    );

    expect(outcome.done).toEqual(["ada"]);
    expect(await only("ada")).toEqual({
      ...before,
      displayName: "Ada New",
      groupIds: ["g1", "g2"],
      updatedAt: now,
    });
    const query = { search: "ada new", filter: {}, order: "NAME_ASC", first: 1, after: null } as const;
    expect((await store.users.page(account, query)).total).toBe(1);
  });

  it("writes nobody who is so already (F68), and tells who was written", async () => {
    await store.users.create(account, [newUser("ada", { groupIds: ["g1", "g2"] }), newUser("bob"), newUser("cyd")]);
    const before = await only("ada");
    later(10);

    const outcome = await store.users.update(
      account,
      [
        { directoryId: "ada", profile: newUser("ada"), groupIds: ["g2", "g1"], directoryState: "ENABLED" },
        { directoryId: "bob", directoryState: "BLOCKED" },
        { directoryId: "cyd", goneSince: now },
        { directoryId: "nobody", directoryState: "BLOCKED" },
        { directoryId: "ada" },
      ],
      mark(),
    );

    expect(outcome).toEqual({ done: ["bob", "cyd"], untouched: ["ada", "nobody"], failed: [] });
    expect(await only("ada")).toEqual(before);
    expect((await only("bob")).updatedAt).toEqual(now);
    expect((await only("cyd")).goneSince).toEqual(now);
    expect(await store.users.marksOf(account, ["ada"])).toEqual(new Map());
  });

  it("refuses the writes of a holder whose lease went to somebody else (F56)", async () => {
    const [old, new_] = [mark({ fence: 1 }), mark({ fence: 2 })];
    await store.users.create(account, [newUser("ada"), newUser("bob"), newUser("cyd", { role: "ADMIN" })]);
    await store.users.create(account, [newUser("dan", { role: "ADMIN" })]);
    await store.users.create("elsewhere", [newUser("ada")]);
    await store.users.disableBySync(account, [leaver("bob")], old);

    await store.users.raiseFence(account, 2);
    await store.users.raiseFence(account, 1);
    const blocked = [{ directoryId: "ada", directoryState: "BLOCKED" }] as const;
    const ofOldHolder = [
      await store.users.update(account, blocked, old),
      await store.users.disableBySync(account, [leaver("ada")], old),
      await store.users.disableBySync(account, [leaver("cyd")], old),
      await store.users.reenableBySync(account, ["bob"], old),
    ];

    expect(ofOldHolder.flatMap((outcome) => outcome.done)).toEqual([]);
    expect(ofOldHolder.flatMap((outcome) => outcome.untouched)).toEqual(["ada", "ada", "cyd", "bob"]);
    expect((await store.users.update(account, blocked, new_)).done).toEqual(["ada"]);
    expect((await store.users.update("elsewhere", blocked, old)).done).toEqual(["ada"]);
  });

  it("does nothing when asked for nobody", async () => {
    const nothing = { done: [], untouched: [], failed: [] };

    expect(await store.users.create(account, [])).toEqual(nothing);
    expect(await store.users.update(account, [], mark())).toEqual(nothing);
    expect(await store.users.disableBySync(account, [], mark())).toEqual(nothing);
    expect(await store.users.reenableBySync(account, [], mark())).toEqual(nothing);
  });
});
