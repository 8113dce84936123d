import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leaver, newUser, testStore, type TestStore } from "../../test/store.js";
import type { User } from "../core/model.js";
import type { UserStore } from "../use-cases/ports.js";
import type { Store } from "./connection.js";

/** Two connections, as two processes have them. */
let one: TestStore;
let two: Store;
let now = new Date();

beforeAll(async () => {
  one = await testStore(() => now);
  two = await one.another();
});

afterAll(() => one.close());

async function admins(account: string, ids: readonly string[]) {
  await one.users.create(
    account,
    ids.map((id) => newUser(id, { role: "ADMIN" })),
  );
  return new Map((await one.users.all(account)).map((user) => [user.directoryId ?? "", user.id]));
}

const demote = (users: UserStore, account: string, id: string) => users.setRole(account, id, "EMPLOYEE");
const disable = (users: UserStore, account: string, id: string) =>
  users.setStatusByAdmin(account, id, { status: "DISABLED" });

async function activeAdmins(account: string): Promise<readonly User[]> {
  return (await one.users.admins(account)).filter((user) => user.status === "ACTIVE");
}

describe("the last admin, over two connections (R7, F64)", () => {
  it("stays in each of twenty races of two requests, and one of the two passes", async () => {
    const pairs = [
      [demote, demote],
      [disable, disable],
      [demote, disable],
      [bySync, bySync],
    ] as const;

    for (let n = 0; n < 20; n++) {
      const account = `race-${n}`;
      const ids = await admins(account, ["ada", "bob"]);
      const [first, second] = pairs[n % pairs.length] ?? pairs[0];
      const answers = await Promise.all([
        first(one.users, account, ids.get("ada") ?? ""),
        second(two.users, account, ids.get("bob") ?? ""),
      ]);

      expect(await activeAdmins(account)).toHaveLength(1);
      expect(answers.filter((answer) => answer !== "LAST_ADMIN")).toHaveLength(1);
    }
  }, 20_000);

  it("stays when ten admins all take out each other at once", async () => {
    const names = Array.from({ length: 10 }, (_, n) => `admin-${n}`);
    const ids = await admins("crowd", names);

    await Promise.all(
      names.map((name, n) => (n % 2 ? demote : disable)(n % 3 ? one.users : two.users, "crowd", ids.get(name) ?? "")),
    );

    expect(await activeAdmins("crowd")).toHaveLength(1);
  });

  it("can be taken out when the process that was taking out the other died on the way, once its time is over", async () => {
    const ids = await admins("died", ["ada", "bob"]);
    await one.db
      .collection("users")
      .updateOne(
        { accountId: "died", directoryId: "bob" },
        { $set: { leaving: { op: "of-a-dead-process", until: new Date(now.getTime() + 10_000) } } },
      );

    now = new Date(now.getTime() + 20_000);

    expect(await demote(one.users, "died", ids.get("ada") ?? "")).toMatchObject({ role: "EMPLOYEE" });
    expect(await demote(one.users, "died", ids.get("bob") ?? "")).toBe("LAST_ADMIN");
  });
});

async function bySync(users: UserStore, account: string, id: string) {
  const [user] = await users.byIds(account, [id]);
  const outcome = await users.disableBySync(account, [leaver(user?.directoryId ?? "")], {
    fence: 1,
    at: now,
    writtenBy: `run:${id}`,
  });
  return outcome.failed.length > 0 ? "LAST_ADMIN" : user;
}
