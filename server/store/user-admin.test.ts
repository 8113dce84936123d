import { describe, expect, it } from "vitest";
import { newUser } from "../../test/store.js";
import { eachTestHasItsAccount, account, later, now, only, store } from "../../test/user-store.js";

eachTestHasItsAccount();

describe("what an admin does to one user", () => {
  it("disables and enables, and takes the user over when told so", async () => {
    await store.users.create(account, [newUser("ada")]);
    const { id } = await only("ada");

    const off = await store.users.setStatusByAdmin(account, id, { status: "DISABLED", disabledBy: "ADMIN" });
    later(1);
    const on = await store.users.setStatusByAdmin(account, id, {
      status: "ACTIVE",
      managedBy: "ADMIN",
      disabledBy: null,
    });

    expect(off).toMatchObject({
      status: "DISABLED",
      disabledBy: "ADMIN",
      disabledReason: "BY_ADMIN",
      managedBy: "GROUPS",
    });
    expect(on).toMatchObject({ status: "ACTIVE", disabledBy: null, managedBy: "ADMIN", updatedAt: now });
    expect(await only("ada")).toEqual(on);
  });

  it("writes nothing when the user is so already", async () => {
    await store.users.create(account, [newUser("ada")]);
    const ada = await only("ada");
    later(1);

    expect(await store.users.setStatusByAdmin(account, ada.id, { status: "ACTIVE", disabledBy: null })).toEqual(ada);
    expect(await store.users.setRole(account, ada.id, "EMPLOYEE")).toEqual(ada);
  });

  it("names and removes admins", async () => {
    await store.users.create(account, [newUser("ada", { role: "ADMIN" }), newUser("bob")]);
    const [ada, bob] = [await only("ada"), await only("bob")];

    expect(await store.users.setRole(account, bob.id, "ADMIN")).toMatchObject({ role: "ADMIN" });
    expect(await store.users.setRole(account, ada.id, "EMPLOYEE")).toMatchObject({ role: "EMPLOYEE" });
  });

  it("answers null for nobody and for people of other accounts", async () => {
    await store.users.create(account, [newUser("ada")]);
    const { id } = await only("ada");

    for (const [where, who] of [
      ["elsewhere", id],
      [account, "nonsense"],
      [account, "0".repeat(24)],
    ] as const) {
      expect(await store.users.setRole(where, who, "ADMIN")).toBeNull();
      expect(await store.users.setStatusByAdmin(where, who, { status: "DISABLED", disabledBy: "ADMIN" })).toBeNull();
    }
    expect((await only("ada")).role).toBe("EMPLOYEE");
  });
});
