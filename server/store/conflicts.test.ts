import { describe, expect, it } from "vitest";
import { newUser } from "../../test/store.js";
import { eachTestHasItsAccount, account, later, now, only, store } from "../../test/user-store.js";
import type { FoundConflict } from "../core/conflicts.js";

eachTestHasItsAccount();

const found = (directoryId: string, fields: Partial<FoundConflict> = {}): FoundConflict => ({
  directoryId,
  displayName: `Person ${directoryId}`,
  mail: `${directoryId}@contoso.example`,
  localUserIds: ["u1"],
  ...fields,
});
const names = async () => (await store.conflicts.all(account)).map((conflict) => conflict.directoryId).sort();

describe("conflicts", () => {
  it("are kept once per person, since they were first met, under the newest name", async () => {
    const first = now;
    await store.conflicts.keep(account, [found("ada")], false);
    later(60);
    await store.conflicts.keep(account, [found("ada", { displayName: "Ada Lovelace" })], false);

    expect(await store.conflicts.all(account)).toEqual([
      { ...found("ada", { displayName: "Ada Lovelace" }), since: first, byHand: false },
    ]);
  });

  it("that were met by hand stay so when a run meets them too", async () => {
    await store.conflicts.keep(account, [found("ada"), found("bob")], false);
    await store.conflicts.keep(account, [found("ada")], true);
    await store.conflicts.keep(account, [found("ada"), found("bob")], false);

    const kept = await store.conflicts.all(account);

    expect(kept.map(({ directoryId, byHand }) => [directoryId, byHand]).sort()).toEqual([
      ["ada", true],
      ["bob", false],
    ]);
  });

  it("end by person and by user, and only in their account", async () => {
    await store.conflicts.keep(
      account,
      [found("ada"), found("bob"), found("eve", { localUserIds: ["u2", "u3"] })],
      true,
    );

    await store.conflicts.end("elsewhere", ["ada", "bob"]);
    await store.conflicts.endOfUser("elsewhere", "u3");
    expect(await names()).toEqual(["ada", "bob", "eve"]);
    await store.conflicts.end(account, ["ada"]);
    await store.conflicts.endOfUser(account, "u3");

    expect(await names()).toEqual(["bob"]);
    expect(await store.conflicts.byPerson(account, "bob")).toMatchObject(found("bob"));
    expect(await store.conflicts.byPerson("elsewhere", "bob")).toBeNull();
  });

  it("are told by name, page by page", async () => {
    const people = ["éva", "Dan", "Carl", "dan", "Ana"].map((displayName, n) => found(`p${n}`, { displayName }));
    await store.conflicts.keep(account, people, false);

    const first = await store.conflicts.page(account, { first: 3, after: null });
    const second = await store.conflicts.page(account, { first: 3, after: first.next });

    const seen = [...first.conflicts, ...second.conflicts].map((conflict) => conflict.displayName.toLowerCase());
    expect([seen, first.total, second.next]).toEqual([["ana", "carl", "dan", "dan", "éva"], 5, null]);
  });
});

describe("giving a user's record to a person", () => {
  const known = { profile: newUser("x", { displayName: "Ada of the directory" }), directoryState: "ENABLED" } as const;

  it("brings what the directory knows, and leaves role, status and hands as they were", async () => {
    await store.users.create(account, [
      newUser(null, { email: "ada@contoso.example", role: "ADMIN", origin: "LOCAL" }),
    ]);
    const [local] = await store.users.all(account);
    later(1);

    const linked = await store.users.link(account, local?.id ?? "", { from: null, to: "ada", known });

    expect(linked).toMatchObject({ id: local?.id, directoryId: "ada", displayName: "Ada of the directory" });
    expect(linked).toMatchObject({ role: "ADMIN", status: "ACTIVE", origin: "LOCAL", updatedAt: now });
    expect(await only("ada")).toEqual(linked);
  });

  it("happens once of two at once, and never over somebody who is a user already", async () => {
    await store.users.create(account, [newUser(null), newUser(null), newUser("bob")]);
    const [one, two] = (await store.users.all(account)).filter((user) => user.directoryId === null);
    const link = (id: string | undefined, to: string) => store.users.link(account, id ?? "", { from: null, to, known });

    const both = await Promise.all([link(one?.id, "ada"), link(two?.id, "ada")]);

    expect(both.filter((outcome) => outcome === "TAKEN")).toHaveLength(1);
    const left = both[0] === "TAKEN" ? one : two;
    expect(await link(left?.id, "bob")).toBe("TAKEN");
  });

  it("happens only while the record is whose it was, and in its account", async () => {
    await store.users.create(account, [newUser("old")]);
    const { id } = await only("old");

    expect(await store.users.link(account, id, { from: null, to: "new", known })).toBeNull();
    expect(await store.users.link("elsewhere", id, { from: "old", to: "new", known })).toBeNull();
    expect(await store.users.link(account, "nonsense", { from: "old", to: "new", known })).toBeNull();
    expect((await only("old")).id).toBe(id);
  });
});
