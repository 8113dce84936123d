import { describe, expect, it } from "vitest";
import { newUser } from "../../test/store.js";
import { eachTestHasItsAccount, account, later, now, only, store } from "../../test/user-store.js";

eachTestHasItsAccount();

describe("updating users", () => {
  it("changes only the given fields, and their search keys", async () => {
    await store.users.create(account, [newUser("ada", { displayName: "Ada Old" })]);

    const outcome = await store.users.update(
      account,
      [{ directoryId: "ada", profile: { ...newUser("ada"), displayName: "Ada New" }, groupIds: ["g2", "g1"] }],
      1,
    );

    expect(outcome.done).toEqual(["ada"]);
    expect(await only("ada")).toMatchObject({ displayName: "Ada New", groupIds: ["g1", "g2"], status: "ACTIVE" });
    const found = await store.users.page(account, {
      search: "ada new",
      filter: {},
      order: "NAME_ASC",
      first: 1,
      after: null,
    });
    expect(found.total).toBe(1);
  });

  it("writes nobody who is so already (F68), and tells who was written", async () => {
    await store.users.create(account, [newUser("ada", { groupIds: ["g1", "g2"] }), newUser("bob"), newUser("cyd")]);
    const before = now;
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
      1,
    );

    expect(outcome).toEqual({ done: ["bob", "cyd"], untouched: ["ada", "nobody"], failed: [] });
    expect((await only("ada")).updatedAt).toEqual(before);
    expect((await only("bob")).updatedAt).toEqual(now);
    expect((await only("cyd")).goneSince).toEqual(now);
  });

  it("writes the others when one cannot be written, and names that one (F60)", async () => {
    await store.users.create(account, [newUser("ada"), newUser("bob"), newUser("cyd")]);
    // Nothing of ours refuses a single update, so an index that an operator added stands for whatever may.
    await store.db.collection("users").createIndex({ accountId: 1, email: 1 }, { name: "strange", unique: true });

    const outcome = await store.users.update(
      account,
      ["ada", "bob", "cyd"].map((directoryId) => ({
        directoryId,
        profile: newUser(directoryId, { email: directoryId === "cyd" ? "cyd@new.com" : "same@new.com" }),
      })),
      1,
    );
    await store.db.collection("users").dropIndex("strange");

    expect(outcome.done).toEqual(["ada", "cyd"]);
    expect(outcome.failed).toMatchObject([{ directoryId: "bob" }]);
    expect((await only("cyd")).email).toBe("cyd@new.com");
    expect((await only("bob")).email).toBe("bob@contoso.com");
  });

  it("refuses the writes of a holder whose lease went to somebody else (F56)", async () => {
    await store.users.create(account, [newUser("ada"), newUser("bob"), newUser("cyd", { role: "ADMIN" })]);
    await store.users.create(account, [newUser("dan", { role: "ADMIN" })]);
    await store.users.disableBySync(account, [{ directoryId: "bob", reason: "LEFT_GROUPS" }], 1);

    await store.users.raiseFence(account, 2);
    const ofOldHolder = [
      await store.users.update(account, [{ directoryId: "ada", directoryState: "BLOCKED" }], 1),
      await store.users.disableBySync(account, [{ directoryId: "ada", reason: "LEFT_GROUPS" }], 1),
      await store.users.disableBySync(account, [{ directoryId: "cyd", reason: "LEFT_GROUPS" }], 1),
      await store.users.reenableBySync(account, ["bob"], 1),
    ];
    const ofNewHolder = await store.users.update(account, [{ directoryId: "ada", directoryState: "BLOCKED" }], 2);

    expect(ofOldHolder.flatMap((outcome) => outcome.done)).toEqual([]);
    expect(ofOldHolder.flatMap((outcome) => outcome.untouched)).toEqual(["ada", "ada", "cyd", "bob"]);
    expect(ofNewHolder.done).toEqual(["ada"]);
  });
});

describe("disabling and re-enabling by the sync", () => {
  it("disables only active users managed by groups, with the reason", async () => {
    await store.users.create(account, [newUser("ada"), newUser("kept", { managedBy: "ADMIN" })]);

    const outcome = await store.users.disableBySync(
      account,
      ["ada", "kept", "nobody"].map((directoryId) => ({ directoryId, reason: "LEFT_GROUPS" as const })),
      1,
    );

    expect(outcome).toEqual({ done: ["ada"], untouched: ["kept", "nobody"], failed: [] });
    expect(await only("ada")).toMatchObject({
      status: "DISABLED",
      disabledBy: "SYNC",
      disabledReason: "LEFT_GROUPS",
      disabledAt: now,
      updatedAt: now,
    });
  });

  it("re-enables whom it disabled, and nobody an admin disabled (R4, F35)", async () => {
    await store.users.create(account, [newUser("ada"), newUser("bob"), newUser("cyd")]);
    await store.users.disableBySync(
      account,
      ["ada", "bob"].map((directoryId) => ({ directoryId, reason: "LEFT_GROUPS" as const })),
      1,
    );
    for (const id of ["bob", "cyd"]) {
      const { id: userId } = await only(id);
      await store.users.setStatusByAdmin(account, userId, { status: "DISABLED", disabledBy: "ADMIN" });
    }

    const outcome = await store.users.reenableBySync(account, ["ada", "bob", "cyd"], 1);

    expect(outcome).toEqual({ done: ["ada"], untouched: ["bob", "cyd"], failed: [] });
    expect(await only("ada")).toMatchObject({
      status: "ACTIVE",
      disabledBy: null,
      disabledReason: null,
      disabledAt: null,
    });
    expect(await only("bob")).toMatchObject({ status: "DISABLED", disabledBy: "ADMIN", disabledReason: "BY_ADMIN" });
  });

  it("does nothing when asked for nobody", async () => {
    const nothing = { done: [], untouched: [], failed: [] };

    expect(await store.users.create(account, [])).toEqual(nothing);
    expect(await store.users.update(account, [], 1)).toEqual(nothing);
    expect(await store.users.disableBySync(account, [], 1)).toEqual(nothing);
    expect(await store.users.reenableBySync(account, [], 1)).toEqual(nothing);
  });
});
