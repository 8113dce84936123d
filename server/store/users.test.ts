import { describe, expect, it } from "vitest";
import { newUser } from "../../test/store.js";
import { eachTestHasItsAccount, account, later, now, only, store } from "../../test/user-store.js";

eachTestHasItsAccount();

describe("creating users", () => {
  it("creates each person once and never overwrites who is there", async () => {
    await store.users.create(account, [newUser("ada", { displayName: "Ada" })]);

    const outcome = await store.users.create(account, [newUser("ada", { displayName: "Other" }), newUser("bob")]);

    expect(outcome).toEqual({ done: ["bob"], untouched: ["ada"], failed: [] });
    expect(await only("ada")).toMatchObject({ displayName: "Ada", status: "ACTIVE", createdAt: now, updatedAt: now });
  });

  it("makes one record of somebody created by two at the same moment (F57)", async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => store.users.create(account, [newUser("ada")])));

    expect(outcomes.flatMap((outcome) => outcome.done)).toEqual(["ada"]);
    expect(await store.users.all(account)).toHaveLength(1);
  });

  it("takes more people than one command holds, and one person in two accounts", async () => {
    const people = Array.from({ length: 2300 }, (_, n) => newUser(`p${n}`));
    await store.users.create("another-account", [newUser("p7")]);

    const outcome = await store.users.create(account, people);

    expect(outcome.done).toHaveLength(2300);
    expect(await store.users.all(account)).toHaveLength(2300);
  });

  it("takes any number of users without a directory id", async () => {
    await store.users.create(account, [newUser(null), newUser(null)]);

    expect(await store.users.all(account)).toHaveLength(2);
  });

  it("stores hostile text as text (F51)", async () => {
    const hostile = '\u202Eevil {"$where":"1"} __proto__ <script> 😀';

    await store.users.create(account, [newUser("ada", { displayName: hostile, department: "$where" })]);

    expect(await only("ada")).toMatchObject({ displayName: hostile, department: "$where" });
  });
});

describe("finding users", () => {
  it("finds by id, by directory id, and only in the account", async () => {
    await store.users.create(account, [newUser("ada"), newUser("bob")]);
    const ada = await only("ada");

    expect(await store.users.byIds(account, [ada.id, ada.id, "nonsense", "0".repeat(24)])).toEqual([ada]);
    expect(await store.users.byIds("elsewhere", [ada.id])).toEqual([]);
    expect(await store.users.byDirectoryIds(account, ["ada", "nobody"])).toEqual([ada]);
  });

  it("answers 100,000 unknown ids with nobody", async () => {
    const ids = Array.from({ length: 100_000 }, (_, n) => n.toString(16).padStart(24, "0"));

    expect(await store.users.byIds(account, ids)).toEqual([]);
  });

  it("finds unlinked users by mail without regard to case, and no linked ones (F44)", async () => {
    await store.users.create(account, [
      newUser(null, { displayName: "Local", email: "Jo.Doe@Contoso.com" }),
      newUser("jo", { email: "jo.doe@contoso.com" }),
    ]);

    const found = await store.users.unlinkedByEmail(account, ["JO.DOE@contoso.com"]);

    expect(found.map((user) => user.displayName)).toEqual(["Local"]);
  });

  it("lists the admins of the account", async () => {
    await store.users.create(account, [newUser("ada", { role: "ADMIN" }), newUser("bob")]);

    expect((await store.users.admins(account)).map((user) => user.directoryId)).toEqual(["ada"]);
  });
});

describe("recording a sign-in", () => {
  it("keeps the latest and is not a change of the user", async () => {
    await store.users.create(account, [newUser("ada")]);
    const ada = await only("ada");
    const at = later(60);

    await store.users.recordSignIn(account, ada.id, at);
    await store.users.recordSignIn(account, ada.id, new Date(at.getTime() - 5000));
    await store.users.recordSignIn("elsewhere", ada.id, later(60));

    expect(await only("ada")).toEqual({ ...ada, lastSignInAt: at });
  });
});
