import { expect, it } from "vitest";
import { newUser } from "../store.js";
import { account, contract, later, mark, now, only, store } from "./contract.js";

export const creatingUsersContract = contract("creating users", () => {
  it("creates each person once and never overwrites who is there", async () => {
    await store.users.create(account, [newUser("ada", { displayName: "Ada" })]);

    const outcome = await store.users.create(account, [
      newUser("ada", { displayName: "Other" }),
      newUser("bob"),
      newUser("bob", { displayName: "Twice in one list" }),
    ]);

    expect(outcome).toEqual({ done: ["bob"], untouched: ["ada"], failed: [] });
    expect(await only("ada")).toMatchObject({ displayName: "Ada", createdAt: now });
    expect((await only("bob")).displayName).toBe("Person bob");
  });

  it("makes them active, as of now, with what is known of them", async () => {
    const bob = newUser("bob", {
      origin: "MANUAL",
      managedBy: "ADMIN",
      jobTitle: "Buyer",
      groupIds: ["g2", "g1", "g2"],
    });
    await store.users.create(account, [bob]);

    expect(await only("bob")).toEqual({
      ...bob,
      id: (await only("bob")).id,
      groupIds: ["g1", "g2"],
      status: "ACTIVE",
      statusSince: now,
      disabledBy: null,
      disabledReason: null,
      disabledAt: null,
      disableApproved: false,
      keptBy: null,
      goneSince: null,
      createdAt: now,
      updatedAt: now,
      lastSignInAt: null,
    });
  });

  it("gives them the moment and the mark of the run that made them", async () => {
    const step = mark({ at: later(-5) });
    later(5);

    await store.users.create(account, [newUser("ada")], step);

    expect(await only("ada")).toMatchObject({ createdAt: step.at, updatedAt: step.at, statusSince: step.at });
    expect(await store.users.marksOf(account, ["ada"])).toEqual(new Map([["ada", step.writtenBy]]));
  });

  it("makes one record of somebody created by several at the same moment (F57)", async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => store.users.create(account, [newUser("ada")])));

    expect(outcomes.flatMap((outcome) => outcome.done)).toEqual(["ada"]);
    expect(await store.users.all(account)).toHaveLength(1);
  });

  it("takes one person in two accounts, and any number of users without a directory id", async () => {
    await store.users.create("elsewhere", [newUser("ada")]);
    await store.users.create(account, [newUser("ada"), newUser(null), newUser(null)]);

    expect(await store.users.all(account)).toHaveLength(3);
    expect(await store.users.all("elsewhere")).toHaveLength(1);
  });

  it("stores hostile text as text (F51)", async () => {
    const hostile = '\u202Eevil {"$where":"1"} __proto__ <script> 😀';

    await store.users.create(account, [newUser("ada", { displayName: hostile, department: "$where" })]);

    expect(await only("ada")).toMatchObject({ displayName: hostile, department: "$where" });
  });
});

export const findingUsersContract = contract("finding users", () => {
  it("finds by id, by directory id, and only in the account", async () => {
    await store.users.create(account, [newUser("ada"), newUser("bob")]);
    const ada = await only("ada");

    expect(await store.users.byIds(account, [ada.id, ada.id, "nonsense", "0".repeat(24)])).toEqual([ada]);
    expect(await store.users.byIds("elsewhere", [ada.id])).toEqual([]);
    expect(await store.users.byDirectoryIds(account, ["ada", "nobody"])).toEqual([ada]);
    expect(await store.users.byDirectoryIds("elsewhere", ["ada"])).toEqual([]);
  });

  it("finds unlinked users by mail without regard to case, and no linked ones (F44)", async () => {
    await store.users.create(account, [
      newUser(null, { displayName: "Local", email: "Jo.Doe@Contoso.com" }),
      newUser(null, { displayName: "Accented", email: "jó.doe@contoso.com" }),
      newUser(null, { displayName: "Without mail", email: null }),
      newUser("jo", { email: "jo.doe@contoso.com" }),
    ]);

    const found = await store.users.unlinkedByEmail(account, [" JO.DOE@contoso.com"]);

    expect(found.map((user) => user.displayName)).toEqual(["Local"]);
    expect(await store.users.unlinkedByEmail("elsewhere", ["jo.doe@contoso.com"])).toEqual([]);
  });

  it("tells which mails several users have, without regard to case (F43)", async () => {
    await store.users.create(account, [
      newUser("one", { email: "Shared@Contoso.com" }),
      newUser("two", { email: "shared@contoso.com" }),
      newUser("three", { email: "own@contoso.com" }),
      newUser(null, { email: null }),
      newUser(null, { email: null }),
    ]);
    await store.users.create("elsewhere", [newUser("four", { email: "own@contoso.com" })]);

    const asked = ["SHARED@contoso.com", "own@contoso.com", "nobodys@contoso.com"];

    expect([...(await store.users.sharedEmails(account, asked))]).toEqual(["SHARED@contoso.com"]);
    expect((await store.users.sharedEmails(account, [])).size).toBe(0);
  });

  it("lists the admins of the account by name", async () => {
    await store.users.create(account, [
      newUser("zoe", { role: "ADMIN", displayName: "Zoe" }),
      newUser("ada", { role: "ADMIN", displayName: "Ada" }),
      newUser("bob"),
    ]);

    expect((await store.users.admins(account)).map((user) => user.directoryId)).toEqual(["ada", "zoe"]);
  });

  it("tells of each person the latest write of a run, and nothing of those whom none has written", async () => {
    await store.users.create(account, [newUser("ada"), newUser("bob")], mark());
    await store.users.create(account, [newUser("cyd")]);
    const latest = mark();
    await store.users.update(account, [{ directoryId: "bob", directoryState: "BLOCKED" }], latest);
    await store.users.setRole(account, (await only("bob")).id, "ADMIN");

    const marks = await store.users.marksOf(account, ["bob", "cyd", "nobody"]);

    expect(marks).toEqual(new Map([["bob", latest.writtenBy]]));
    expect(await store.users.marksOf("elsewhere", ["bob"])).toEqual(new Map());
  });
});

export const signInsContract = contract("recording a sign-in", () => {
  it("keeps the latest and is not a change of the user", async () => {
    await store.users.create(account, [newUser("ada")]);
    const ada = await only("ada");
    const at = later(60);

    await store.users.recordSignIn(account, ada.id, at);
    await store.users.recordSignIn(account, ada.id, new Date(at.getTime() - 5000));
    await store.users.recordSignIn("elsewhere", ada.id, later(60));
    await store.users.recordSignIn(account, "nonsense", now);

    expect(await only("ada")).toEqual({ ...ada, lastSignInAt: at });
  });
});
