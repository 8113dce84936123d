import { expect, it } from "vitest";
import { newUser } from "../store.js";
import { account, contract, later, now, only, store } from "./contract.js";

export const linkingUsersContract = contract("giving a user's record to a person", () => {
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
