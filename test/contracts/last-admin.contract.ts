import { expect, it } from "vitest";
import type { User } from "../../server/core/model.js";
import { leaver, newUser } from "../store.js";
import { account, contract, mark, only, store } from "./contract.js";

const admins = (...ids: string[]) =>
  store.users.create(
    account,
    ids.map((id) => newUser(id, { role: "ADMIN" })),
  );

const demote = async (directoryId: string) => store.users.setRole(account, (await only(directoryId)).id, "EMPLOYEE");

async function disable(directoryId: string) {
  return store.users.setStatusByAdmin(account, (await only(directoryId)).id, { status: "DISABLED" });
}

async function activeAdmins(): Promise<readonly User[]> {
  return (await store.users.admins(account)).filter((user) => user.status === "ACTIVE");
}

export const lastAdminContract = contract("the last admin (R7, F64)", () => {
  it("can be neither demoted nor disabled, by an admin or by the sync", async () => {
    await admins("ada");

    const bySync = await store.users.disableBySync(account, [leaver("ada")], mark());

    expect([await demote("ada"), await disable("ada")]).toEqual(["LAST_ADMIN", "LAST_ADMIN"]);
    expect(bySync.done).toEqual([]);
    expect(bySync.failed).toMatchObject([{ directoryId: "ada" }]);
    expect(await activeAdmins()).toHaveLength(1);
  });

  it("is the last also beside admins who are disabled here or blocked or deleted in the directory", async () => {
    await admins("ada", "off");
    await disable("off");
    await store.users.create(account, [
      newUser("blocked", { role: "ADMIN", directoryState: "BLOCKED" }),
      newUser("deleted", { role: "ADMIN", directoryState: "DELETED" }),
    ]);
    await store.users.create("elsewhere", [newUser("zoe", { role: "ADMIN" })]);

    expect(await demote("ada")).toBe("LAST_ADMIN");
  });

  it("is not the last beside one of whom the directory says nothing", async () => {
    await admins("ada");
    await store.users.create(account, [newUser("bob", { role: "ADMIN", directoryState: "UNKNOWN" })]);

    expect(await demote("ada")).toMatchObject({ role: "EMPLOYEE" });
  });

  it("stays when the sync disables all of several, and the employees go", async () => {
    await admins("ada", "bob", "cyd");
    await store.users.create(account, [newUser("dan")]);

    const outcome = await store.users.disableBySync(
      account,
      ["ada", "bob", "cyd", "dan"].map((id) => leaver(id)),
      mark(),
    );

    expect(outcome.done).toHaveLength(3);
    expect(outcome.done).toContain("dan");
    expect(outcome.failed).toHaveLength(1);
    expect(await activeAdmins()).toHaveLength(1);
  });

  it("stays when all admins take out each other at once", async () => {
    const names = ["ada", "bob", "cyd", "dan"];
    await admins(...names);

    await Promise.all(names.map((name, n) => (n % 2 ? demote : disable)(name)));

    expect(await activeAdmins()).toHaveLength(1);
  });

  it("does not keep a disabled admin from being demoted", async () => {
    await admins("ada", "off");
    await disable("off");

    expect(await demote("off")).toMatchObject({ role: "EMPLOYEE" });
  });
});
