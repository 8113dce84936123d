import { expect, it } from "vitest";
import { newUser } from "../store.js";
import { account, contract, later, now, only, store } from "./contract.js";

export const managingUsersContract = contract("whose hands a user is in", () => {
  it("goes over to the groups and back to an admin, with who keeps them; who changed is told", async () => {
    await store.users.create(account, [newUser("ada"), newUser("bob", { managedBy: "ADMIN" }), newUser("cyd")]);
    const [ada, bob, cyd] = [await only("ada"), await only("bob"), await only("cyd")];
    const keptBy = { name: "Eve", at: later(1) };

    const kept = await store.users.setManagedBy(account, ["ada", "ada", "bob", "nobody"], keptBy);
    expect(kept).toEqual(["ada"]);
    expect(await only("ada")).toEqual({ ...ada, managedBy: "ADMIN", keptBy, updatedAt: now });
    expect([await only("bob"), await only("cyd")]).toEqual([bob, cyd]);

    later(1);
    const handedOver = await store.users.setManagedBy(account, ["ada", "bob", "cyd"], null);
    expect([...handedOver].sort()).toEqual(["ada", "bob"]);
    expect(await only("ada")).toEqual({ ...ada, updatedAt: now });
    expect(await only("bob")).toEqual({ ...bob, managedBy: "GROUPS", updatedAt: now });
    expect(await only("cyd")).toEqual(cyd);
  });

  it.each([
    ["to an admin", "GROUPS", ["Ada", "Eve", "Fay"]],
    ["to the groups", "ADMIN", [null, null, null]],
  ] as const)("goes over %s once of several who ask at once, and one of them is told", async (_, managedBy, names) => {
    const people = Array.from({ length: 300 }, (_, n) => `p${n}`);
    await store.users.create(
      account,
      people.map((id) => newUser(id, { managedBy })),
    );

    const asked = names.map((name, n) => {
      const at = new Date(now.getTime() + n);
      return store.users.setManagedBy(account, people, name === null ? null : { name, at });
    });
    const told = await Promise.all(asked);

    expect(told.flat().sort()).toEqual([...people].sort());
    const keepers = new Map(told.flatMap((ids, n) => ids.map((id) => [id, names[n]] as const)));
    const users = await store.users.all(account);
    expect(
      users.filter(({ directoryId, keptBy }) => (keptBy?.name ?? null) !== keepers.get(directoryId ?? "")),
    ).toEqual([]);
  });

  it("is nobody's business in another account", async () => {
    await store.users.create(account, [newUser("ada")]);

    expect(await store.users.setManagedBy("elsewhere", ["ada"], { name: "Eve", at: now })).toEqual([]);
    expect(await store.users.setManagedBy(account, [], null)).toEqual([]);
    expect((await only("ada")).managedBy).toBe("GROUPS");
  });
});

export const rolesContract = contract("naming admins", () => {
  it("names and removes them", async () => {
    await store.users.create(account, [newUser("ada", { role: "ADMIN" }), newUser("bob")]);
    const [ada, bob] = [await only("ada"), await only("bob")];
    later(1);

    expect(await store.users.setRole(account, bob.id, "ADMIN")).toEqual({ ...bob, role: "ADMIN", updatedAt: now });
    expect(await store.users.setRole(account, ada.id, "EMPLOYEE")).toEqual({
      ...ada,
      role: "EMPLOYEE",
      updatedAt: now,
    });
    expect((await store.users.admins(account)).map((user) => user.id)).toEqual([bob.id]);
  });
});
