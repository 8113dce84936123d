import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newUser, testStore, type TestStore } from "../../test/store.js";
import type { DirectoryState, User } from "../core/model.js";
import type { UserStore } from "../use-cases/ports.js";
import type { Store } from "./connection.js";

/** Two connections, as two processes have them. */
let one: TestStore;
let two: Store;
let now = new Date("2026-05-04T10:00:00Z");

beforeAll(async () => {
  one = await testStore(() => now);
  two = await one.another();
});

afterAll(() => one.close());

async function admins(account: string, ids: readonly string[], directoryState: DirectoryState = "ENABLED") {
  await one.users.create(
    account,
    ids.map((id) => newUser(id, { role: "ADMIN", directoryState })),
  );
  return new Map((await one.users.all(account)).map((user) => [user.directoryId ?? "", user.id]));
}

const demote = (users: UserStore, account: string, id: string) => users.setRole(account, id, "EMPLOYEE");
const disable = (users: UserStore, account: string, id: string) =>
  users.setStatusByAdmin(account, id, { status: "DISABLED", disabledBy: "ADMIN" });

async function activeAdmins(account: string): Promise<readonly User[]> {
  return (await one.users.admins(account)).filter((user) => user.status === "ACTIVE");
}

describe("the last admin (R7, F64)", () => {
  it("can be neither demoted nor disabled, by an admin or by the sync", async () => {
    const id = (await admins("last", ["ada"])).get("ada") ?? "";

    const bySync = await one.users.disableBySync("last", [{ directoryId: "ada", reason: "LEFT_GROUPS" }], 1);

    expect(await demote(one.users, "last", id)).toBe("LAST_ADMIN");
    expect(await disable(one.users, "last", id)).toBe("LAST_ADMIN");
    expect(bySync.done).toEqual([]);
    expect(bySync.failed).toMatchObject([{ directoryId: "ada" }]);
    expect(await activeAdmins("last")).toHaveLength(1);
  });

  it("is the last also beside admins who are disabled here or blocked or deleted in the directory", async () => {
    const ids = await admins("others", ["ada", "off"]);
    await admins("others", ["blocked"], "BLOCKED");
    await admins("others", ["deleted"], "DELETED");
    await disable(one.users, "others", ids.get("off") ?? "");

    expect(await demote(one.users, "others", ids.get("ada") ?? "")).toBe("LAST_ADMIN");
  });

  it("is not the last beside one of whom the directory says nothing", async () => {
    const ids = await admins("unknown", ["ada"]);
    await admins("unknown", ["bob"], "UNKNOWN");

    expect(await demote(one.users, "unknown", ids.get("ada") ?? "")).toMatchObject({ role: "EMPLOYEE" });
  });

  it("stays when the sync disables all of several", async () => {
    await admins("sync", ["ada", "bob", "cyd"]);

    const outcome = await one.users.disableBySync(
      "sync",
      ["ada", "bob", "cyd"].map((directoryId) => ({ directoryId, reason: "LEFT_GROUPS" as const })),
      1,
    );

    expect(outcome.done).toHaveLength(2);
    expect(outcome.failed).toHaveLength(1);
    expect(await activeAdmins("sync")).toHaveLength(1);
  });

  it("a disabled admin can be demoted", async () => {
    const ids = await admins("disabled", ["ada", "off"]);
    await disable(one.users, "disabled", ids.get("off") ?? "");

    expect(await demote(one.users, "disabled", ids.get("off") ?? "")).toMatchObject({ role: "EMPLOYEE" });
  });

  it("stays in each of twenty races of two requests over two connections, and one of the two passes", async () => {
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
  const outcome = await users.disableBySync(
    account,
    [{ directoryId: user?.directoryId ?? "", reason: "LEFT_GROUPS" }],
    1,
  );
  return outcome.failed.length > 0 ? "LAST_ADMIN" : user;
}
