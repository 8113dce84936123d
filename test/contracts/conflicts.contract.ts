import { expect, it } from "vitest";
import type { FoundConflict } from "../../server/core/conflicts.js";
import { account, contract, later, now, store } from "./contract.js";

const found = (directoryId: string, fields: Partial<FoundConflict> = {}): FoundConflict => ({
  directoryId,
  displayName: `Person ${directoryId}`,
  mail: `${directoryId}@contoso.example`,
  localUserIds: ["u1"],
  ...fields,
});
const names = async () => (await store.conflicts.all(account)).map((conflict) => conflict.directoryId).sort();

export const conflictsContract = contract("the conflicts of an account", () => {
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

  it("are nothing where none was met", async () => {
    await store.conflicts.keep(account, [], true);
    await store.conflicts.end(account, ["ada"]);

    expect([await names(), await store.conflicts.page(account, { first: 3, after: null })]).toEqual([
      [],
      { conflicts: [], next: null, total: 0 },
    ]);
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
