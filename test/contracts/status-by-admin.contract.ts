import { expect, it } from "vitest";
import type { User } from "../../server/core/model.js";
import { leaver, newUser } from "../store.js";
import { account, contract, later, mark, now, only, store } from "./contract.js";

const byAdmin = (user: User, status: User["status"]) => store.users.setStatusByAdmin(account, user.id, { status });

export const statusByAdminContract = contract("an admin's own disable and enable", () => {
  it("disables and enables, and leaves the user in the hands of the groups unless told otherwise", async () => {
    await store.users.create(account, [newUser("ada")]);
    const ada = await only("ada");
    later(1);

    const off = await byAdmin(ada, "DISABLED");
    const disabledAt = now;
    later(1);
    const on = await byAdmin(ada, "ACTIVE");

    const set = { status: "DISABLED", disabledBy: "ADMIN", disabledReason: "BY_ADMIN" } as const;
    expect(off).toEqual({ ...ada, ...set, disabledAt, statusSince: disabledAt, updatedAt: disabledAt });
    expect(on).toEqual({ ...ada, statusSince: now, updatedAt: now });
    expect(await only("ada")).toEqual(on);
  });

  it("writes nothing when the user is so already", async () => {
    await store.users.create(account, [newUser("ada")]);
    const ada = await only("ada");
    later(1);

    expect(await byAdmin(ada, "ACTIVE")).toEqual(ada);
    expect(await store.users.setRole(account, ada.id, "EMPLOYEE")).toEqual(ada);
    expect(await only("ada")).toEqual(ada);
  });

  it("makes a disable of the sync the admin's own (R4)", async () => {
    await store.users.create(account, [newUser("ada")]);
    await store.users.disableBySync(account, [leaver("ada", { approved: true })], mark());
    later(1);

    expect(await byAdmin(await only("ada"), "DISABLED")).toMatchObject({
      disabledBy: "ADMIN",
      disabledReason: "BY_ADMIN",
      disabledAt: now,
      disableApproved: false,
      statusSince: now,
    });
  });

  it("keeps the user when told who keeps them, also one who is so already, but names nobody anew", async () => {
    await store.users.create(account, [newUser("ada"), newUser("bob", { managedBy: "ADMIN" })]);
    const [ada, bob] = [await only("ada"), await only("bob")];
    const keptBy = { name: "Eve", at: later(1) };
    const keep = (user: User) => store.users.setStatusByAdmin(account, user.id, { status: "ACTIVE", keptBy });

    expect(await keep(ada)).toEqual({ ...ada, managedBy: "ADMIN", keptBy, updatedAt: now });
    expect(await keep(bob)).toEqual(bob);
  });

  it("carries the moment and the mark of an undo", async () => {
    await store.users.create(account, [newUser("ada")]);
    const step = mark({ at: later(5) });
    later(1);

    const { id } = await only("ada");
    await store.users.setStatusByAdmin(account, id, { status: "DISABLED", mark: step });

    expect(await only("ada")).toMatchObject({ statusSince: step.at, disabledAt: step.at });
    expect(await store.users.marksOf(account, ["ada"])).toEqual(new Map([["ada", step.writtenBy]]));
  });

  it("happens only since the moment it is about, or is overtaken", async () => {
    await store.users.create(account, [newUser("ada")]);
    const step = mark({ at: later(5) });
    await store.users.disableBySync(account, [leaver("ada")], step);
    const { id } = await only("ada");
    const undo = () => store.users.setStatusByAdmin(account, id, { status: "ACTIVE", onlySince: step.at });

    later(1);
    const first = await undo();
    const again = await undo();
    await byAdmin(await only("ada"), "DISABLED");

    expect(first).toMatchObject({ status: "ACTIVE", disabledBy: null, statusSince: now });
    expect([again, await undo()]).toEqual(["OVERTAKEN", "OVERTAKEN"]);
    expect((await only("ada")).status).toBe("DISABLED");
  });

  it("is overtaken for all but one of several who are about the same moment", async () => {
    await store.users.create(account, [
      newUser("ada", { role: "ADMIN" }),
      newUser("bob", { role: "ADMIN" }),
      newUser("cyd"),
    ]);

    for (const directoryId of ["ada", "cyd"]) {
      const { id, statusSince } = await only(directoryId);
      const change = { status: "DISABLED", onlySince: statusSince } as const;
      later(1);
      const answers = await Promise.all([1, 2, 3, 4].map(() => store.users.setStatusByAdmin(account, id, change)));

      expect(answers.filter((answer) => answer === "OVERTAKEN")).toHaveLength(3);
      expect(answers).toContainEqual(await only(directoryId));
    }
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
      expect(await store.users.setStatusByAdmin(where, who, { status: "DISABLED" })).toBeNull();
    }
    expect(await only("ada")).toMatchObject({ role: "EMPLOYEE", status: "ACTIVE" });
  });
});
