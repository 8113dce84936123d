import { expect, it } from "vitest";
import { commandsPer, leaver, newUser, store, thisFileHasItsStore } from "../../test/store.js";

thisFileHasItsStore();

const mark = { fence: 1, at: new Date(), writtenBy: "run:1" };

it("2,300 people are written in three commands (P12), whatever is done to them", async () => {
  const ids = Array.from({ length: 2300 }, (_, n) => `p${n}`);
  const { users } = store;

  const creating = await store.commandsOf(() =>
    users.create(
      "a",
      ids.map((id) => newUser(id)),
    ),
  );
  const updating = await store.commandsOf(() =>
    users.update(
      "a",
      ids.map((directoryId) => ({ directoryId, groupIds: ["g1"] })),
      mark,
    ),
  );
  const disabling = await store.commandsOf(() =>
    users.disableBySync(
      "a",
      ids.map((id) => leaver(id)),
      mark,
    ),
  );
  const enabling = await store.commandsOf(() => users.reenableBySync("a", ids, mark));

  expect(commandsPer(creating)).toEqual({ insert: 3 });
  expect([updating, disabling, enabling].map((sent) => commandsPer(sent).update)).toEqual([3, 3, 3]);
  expect((await users.all("a")).filter((user) => user.status === "ACTIVE" && user.groupIds[0] === "g1")).toHaveLength(
    2300,
  );
});

it("who was written is told also where the database tells only how many", async () => {
  await store.users.create("b", [newUser("ada"), newUser("bob"), newUser("cyd", { directoryState: "BLOCKED" })]);

  const outcome = await store.users.update(
    "b",
    ["ada", "bob", "cyd", "nobody"].map((directoryId) => ({ directoryId, directoryState: "BLOCKED" as const })),
    { ...mark, writtenBy: "run:2" },
  );

  expect(outcome).toEqual({ done: ["ada", "bob"], untouched: ["cyd", "nobody"], failed: [] });
});

it("100,000 unknown ids are answered with nobody", async () => {
  const ids = Array.from({ length: 100_000 }, (_, n) => n.toString(16).padStart(24, "0"));

  expect(await store.users.byIds("c", ids)).toEqual([]);
});

it("the others are written when one cannot be, and that one is named (F60)", async () => {
  await store.users.create("d", [newUser("ada"), newUser("bob"), newUser("cyd")]);
  // Nothing of ours refuses a single update, so an index that an operator added stands for whatever may.
  await store.db.collection("users").createIndex({ accountId: 1, email: 1 }, { name: "strange", unique: true });

  const outcome = await store.users.update(
    "d",
    ["ada", "bob", "cyd"].map((directoryId) => ({
      directoryId,
      profile: newUser(directoryId, { email: directoryId === "cyd" ? "cyd@new.com" : "same@new.com" }),
    })),
    { ...mark, writtenBy: "run:3" },
  );
  await store.db.collection("users").dropIndex("strange");

  expect(outcome.done).toEqual(["ada", "cyd"]);
  expect(outcome.failed).toMatchObject([{ directoryId: "bob" }]);
  const emails = (await store.users.byDirectoryIds("d", ["bob", "cyd"])).map((user) => user.email);
  expect(emails.sort()).toEqual(["bob@contoso.com", "cyd@new.com"]);
});

it("a cursor in which somebody wrote a query is refused", async () => {
  await store.users.create("e", [newUser("ada"), newUser("bob")]);
  const query = { search: "", filter: {}, first: 1, order: "NAME_DESC" } as const;
  const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  for (const bad of [
    ["NAME_DESC", { $ne: 1 }, "0".repeat(24)],
    ["NAME_DESC", "a", { $gt: "" }],
  ])
    await expect(store.users.page("e", { ...query, after: json(bad) })).rejects.toThrow("cursor");
});
