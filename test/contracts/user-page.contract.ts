import { expect, it } from "vitest";
import type { User } from "../../server/core/model.js";
import type { UserFilter, UserListOrder } from "../../server/use-cases/ports.js";
import { leaver, newUser } from "../store.js";
import { account, contract, later, mark, only, store } from "./contract.js";

export const pagingUsersContract = contract("paging through users", () => {
  const orders: UserListOrder[] = [
    "NAME_ASC",
    "NAME_DESC",
    "EMAIL_ASC",
    "EMAIL_DESC",
    "SIGN_IN_NAME_ASC",
    "SIGN_IN_NAME_DESC",
    "LAST_SIGN_IN_DESC",
    "CREATED_DESC",
  ];

  async function throughAllPages(order: UserListOrder, first: number): Promise<User[]> {
    const seen: User[] = [];
    for (let after: string | null = null; ;) {
      const page = await store.users.page(account, { search: "", filter: {}, order, first, after });
      expect(page.total).toBe(23);
      seen.push(...page.users);
      if (page.next === null) return seen;
      after = page.next;
    }
  }

  /** Ties in every key, and nulls in those that may be null. */
  async function peopleWithTies(): Promise<void> {
    for (let n = 0; n < 23; n++) {
      if (n % 5 === 0) later(1);
      const email = n % 3 === 0 ? null : `mail${n % 4}@contoso.com`;
      await store.users.create(account, [
        newUser(`p${n}`, {
          displayName: `Name ${n % 3}`,
          email,
          userPrincipalName: n % 2 === 0 ? null : `upn${n % 3}`,
        }),
      ]);
      const user = await only(`p${n}`);
      if (n % 2 === 0) await store.users.recordSignIn(account, user.id, new Date(Date.UTC(2026, 0, 1 + (n % 3))));
    }
  }

  it("shows every user exactly once in every order, over ties and nulls, in pages of any size", async () => {
    await peopleWithTies();

    for (const order of orders) {
      const whole = await throughAllPages(order, 100);
      expect(new Set(whole.map((user) => user.id)).size).toBe(23);
      for (const first of [1, 2, 5, 22, 23]) expect(await throughAllPages(order, first)).toEqual(whole);
    }
  });

  it("shows the rest once when rows come and go between two pages", async () => {
    await store.users.create(
      account,
      ["b", "d", "f", "h"].map((id) => newUser(id, { displayName: id })),
    );
    const query = { search: "", filter: {}, order: "NAME_ASC", first: 2 } as const;
    const one = await store.users.page(account, { ...query, after: null });

    await store.users.create(account, [newUser("a", { displayName: "a" }), newUser("e", { displayName: "e" })]);
    const two = await store.users.page(account, { ...query, first: 10, after: one.next });

    expect(one.users.map((user) => user.displayName)).toEqual(["b", "d"]);
    expect(two.users.map((user) => user.displayName)).toEqual(["e", "f", "h"]);
  });

  it("sorts names without regard to case and accents", async () => {
    await store.users.create(
      account,
      ["zoe", "Émile", "adam", "Bea"].map((name) => newUser(name, { displayName: name })),
    );

    const page = await store.users.page(account, { search: "", filter: {}, order: "NAME_ASC", first: 9, after: null });

    expect(page.users.map((user) => user.displayName)).toEqual(["adam", "Bea", "Émile", "zoe"]);
  });

  it("searches words anywhere in name, mail and sign-in name, taken literally", async () => {
    await store.users.create(account, [
      newUser("1", {
        displayName: "Anna (Sales) Meyer",
        email: "anna@contoso.com",
        userPrincipalName: "am@corp.local",
      }),
      newUser("2", { displayName: "José .* Núñez", email: null }),
      newUser("3", { displayName: "Bob", email: "meyer.bob@contoso.com" }),
    ]);
    const find = async (search: string) => {
      const page = await store.users.page(account, { search, filter: {}, order: "NAME_ASC", first: 9, after: null });
      expect(page.total).toBe(page.users.length);
      return page.users.map((user) => user.directoryId).join(" ");
    };

    expect(await find("MEYER")).toBe("1 3");
    expect(await find("meyer anna")).toBe("1");
    expect(await find("(sales)")).toBe("1");
    expect(await find("AM@corp")).toBe("1");
    expect(await find(".*")).toBe("2");
    expect(await find("jose nunez")).toBe("2");
    expect(await find("$where")).toBe("");
  });

  it("filters by what it is asked for", async () => {
    await store.users.create(account, [
      newUser("ada", { role: "ADMIN", origin: "LOCAL", managedBy: "ADMIN", directoryState: "UNKNOWN" }),
      newUser("bob", { directoryState: "BLOCKED" }),
      newUser("cyd"),
    ]);
    const since = later(5);
    await store.users.disableBySync(account, [leaver("bob")], mark());
    const find = async (filter: UserFilter) => {
      const page = await store.users.page(account, { search: "", filter, order: "NAME_ASC", first: 9, after: null });
      return page.users.map((user) => user.directoryId).join(" ");
    };

    expect(await find({ status: "DISABLED" })).toBe("bob");
    expect(await find({ origin: "LOCAL" })).toBe("ada");
    expect(await find({ managedBy: "GROUPS" })).toBe("bob cyd");
    expect(await find({ role: "ADMIN" })).toBe("ada");
    expect(await find({ directoryStates: ["UNKNOWN", "BLOCKED"] })).toBe("ada bob");
    expect(await find({ directoryStates: [] })).toBe("");
    expect(await find({ changedSince: since })).toBe("bob");
    expect(await find({ changedSince: later(1) })).toBe("");
  });

  it("refuses cursors that it did not write for this order", async () => {
    await store.users.create(account, [newUser("ada"), newUser("bob")]);
    const query = { search: "", filter: {}, first: 1 };
    const { next } = await store.users.page(account, { ...query, order: "NAME_ASC", after: null });

    for (const after of [next, "", "nonsense"])
      await expect(store.users.page(account, { ...query, order: "NAME_DESC", after })).rejects.toThrow("cursor");
  });
});
