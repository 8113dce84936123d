import { expect, it } from "vitest";
import { leaver, newUser } from "../store.js";
import { account, contract, later, mark, now, only, store } from "./contract.js";

const enabled = { status: "ACTIVE", disabledBy: null, disabledReason: null, disabledAt: null, disableApproved: false };

export const statusBySyncContract = contract("disabling and re-enabling by the sync", () => {
  it("disables active users, with the reason, the moment and its mark", async () => {
    await store.users.create(account, [newUser("ada")]);
    const step = mark({ at: later(5) });
    later(1);

    const outcome = await store.users.disableBySync(account, [leaver("ada"), leaver("nobody")], step);

    expect(outcome).toEqual({ done: ["ada"], untouched: ["nobody"], failed: [] });
    expect(await only("ada")).toMatchObject({
      status: "DISABLED",
      disabledBy: "SYNC",
      disabledReason: "LEFT_GROUPS",
      disabledAt: step.at,
      disableApproved: false,
      statusSince: step.at,
      updatedAt: step.at,
      directoryState: "ENABLED",
    });
    expect(await store.users.marksOf(account, ["ada"])).toEqual(new Map([["ada", step.writtenBy]]));
  });

  it("remembers what an admin agreed to, and what the directory said of them", async () => {
    await store.users.create(account, [
      newUser("ada"),
      newUser("bob", { role: "ADMIN" }),
      newUser("cyd", { role: "ADMIN" }),
    ]);

    const said = { approved: true, reason: "DELETED_IN_DIRECTORY", directoryState: "DELETED" } as const;
    await store.users.disableBySync(account, [leaver("ada", said), leaver("bob", said)], mark());

    const told = { disableApproved: true, disabledReason: "DELETED_IN_DIRECTORY", directoryState: "DELETED" };
    expect([await only("ada"), await only("bob")]).toMatchObject([told, told]);
  });

  it("disables those only who are still managed by whom it takes them to be", async () => {
    await store.users.create(account, [
      newUser("ada"),
      newUser("kept", { managedBy: "ADMIN" }),
      newUser("gone", { managedBy: "ADMIN" }),
    ]);

    const outcome = await store.users.disableBySync(
      account,
      [leaver("ada", { managedBy: "ADMIN" }), leaver("kept"), leaver("gone", { managedBy: "ADMIN" })],
      mark(),
    );

    expect(outcome).toEqual({ done: ["gone"], untouched: ["ada", "kept"], failed: [] });
  });

  it("does not disable twice: the first reason and moment stay", async () => {
    await store.users.create(account, [newUser("ada")]);
    await store.users.disableBySync(account, [leaver("ada")], mark());
    const ada = await only("ada");
    later(60);

    const again = await store.users.disableBySync(account, [leaver("ada", { reason: "EXCLUDED" })], mark());

    expect(again.untouched).toEqual(["ada"]);
    expect(await only("ada")).toEqual(ada);
  });

  it("re-enables whom it disabled, and nobody an admin disabled (R4, F35)", async () => {
    await store.users.create(account, [newUser("ada"), newUser("bob"), newUser("cyd"), newUser("dan")]);
    await store.users.disableBySync(account, [leaver("ada", { approved: true }), leaver("bob")], mark());
    for (const id of ["bob", "cyd"])
      await store.users.setStatusByAdmin(account, (await only(id)).id, { status: "DISABLED" });
    const step = mark({ at: later(5) });

    const outcome = await store.users.reenableBySync(account, ["ada", "bob", "cyd", "dan", "nobody"], step);

    expect(outcome).toEqual({ done: ["ada"], untouched: ["bob", "cyd", "dan", "nobody"], failed: [] });
    expect(await only("ada")).toMatchObject({ ...enabled, statusSince: step.at, updatedAt: step.at });
    expect(await only("bob")).toMatchObject({ status: "DISABLED", disabledBy: "ADMIN", disabledReason: "BY_ADMIN" });
    expect(await store.users.marksOf(account, ["ada"])).toEqual(new Map([["ada", step.writtenBy]]));
  });

  it("does not re-enable whom an admin took out of the groups' hands meanwhile (R4)", async () => {
    await store.users.create(account, [newUser("ada")]);
    await store.users.disableBySync(account, [leaver("ada")], mark());
    await store.users.setManagedBy(account, ["ada"], { name: "Eve", at: now });

    const outcome = await store.users.reenableBySync(account, ["ada"], mark());

    expect(outcome).toEqual({ done: [], untouched: ["ada"], failed: [] });
    expect(await only("ada")).toMatchObject({ status: "DISABLED", disabledBy: "SYNC", managedBy: "ADMIN" });
  });
});
