import { createServer } from "node:net";
import { MongoClient } from "mongodb";
import { afterEach, describe, expect, it } from "vitest";
import { startMongo } from "../../demo/mongo/server.js";
import { testDatabase } from "../../test/database.js";
import { held } from "../../test/builders.js";
import { leaver, newUser, plannedChange, testStore } from "../../test/store.js";
import { DEFAULT_SETTINGS } from "../core/model.js";
import { connectStore, type Store } from "./connection.js";

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const now = () => new Date("2026-05-04T10:00:00Z");

async function connected(uri: string): Promise<Store> {
  const store = await connectStore({ uri, now, log: () => undefined });
  closing.push(() => store.close());
  return store;
}

async function databaseWith(rows: Readonly<Record<string, object[]>>): Promise<string> {
  const database = await testDatabase();
  closing.push(() => database.close());
  const client = await MongoClient.connect(database.uri);
  closing.push(() => client.close());
  for (const [collection, documents] of Object.entries(rows)) {
    await client.db().collection(collection).insertMany(documents);
  }
  return database.uri;
}

describe("connecting to MongoDB", () => {
  it("builds the unique indexes, and again at the next start", async () => {
    const uri = await databaseWith({});

    await connected(uri);
    const store = await connected(uri);

    const indexes = await store.db.collection("users").listIndexes().toArray();
    expect(indexes).toContainEqual(
      expect.objectContaining({
        name: "one_user_per_person",
        unique: true,
        partialFilterExpression: { directoryId: { $type: "string" } },
      }),
    );
    expect(await store.ready()).toBe(true);
  });

  it("refuses to start when a unique index cannot be built, and names it (F61)", async () => {
    const twin = () => ({ accountId: "a", directoryId: "ada" });
    const uri = await databaseWith({ users: [twin(), twin()] });

    await expect(connected(uri)).rejects.toThrow(/one_user_per_person.*users.*same key/);
  });

  it("refuses to start when an index of that name is another one, and names it (F61)", async () => {
    const uri = await databaseWith({ leases: [{ accountId: "a" }] });
    const client = await MongoClient.connect(uri);
    closing.push(() => client.close());
    await client.db().collection("leases").createIndex({ accountId: 1 }, { name: "one_lease_per_account" });

    await expect(connected(uri)).rejects.toThrow(/one_lease_per_account/);
  });

  it("refuses what is no connection string without repeating it", async () => {
    for (const uri of [
      "nonsense:secret",
      "mongodb://user:secret@",
      "http://user:secret@host/db",
      "mongodb://h:1:2/x",
      "",
    ]) {
      const failure = await connected(uri).catch((error: unknown) => String(error));

      expect(failure).toContain("MONGODB_URI is not a MongoDB connection string");
      expect(failure).not.toContain("secret");
    }
  });

  it("waits for a server that is not there yet, and says so", async () => {
    const port = await freePort();
    const log: object[] = [];
    const connecting = connectStore({ uri: `mongodb://127.0.0.1:${port}/late`, now, log: (event) => log.push(event) });
    await expect.poll(() => log.length, { timeout: 10_000 }).toBeGreaterThan(0);

    const mongo = await startMongo({ port });
    closing.push(() => mongo.close());
    const store = await connecting;
    closing.push(() => store.close());

    expect(JSON.stringify(log[0])).toContain("MongoDB cannot be reached");
    expect(await store.accounts.list()).toEqual([]);
  }, 30_000);

  it("gives up waiting when it is told to stop", async () => {
    const port = await freePort();
    const stop = new AbortController();
    const connecting = connectStore({
      uri: `mongodb://127.0.0.1:${port}/never`,
      now,
      log: () => stop.abort(),
      signal: stop.signal,
    });

    await expect(connecting).rejects.toThrow("abort");
  }, 30_000);

  it("asks a majority to keep every write, by whichever way it is sent (F59)", async () => {
    const store = await testStore(now);
    closing.push(() => store.close());
    const { users, changes, holds, leases, runs, settings } = store;
    const mark = { fence: 1, at: now(), writtenBy: "run:0" };
    const list = { because: [], limit: 1, version: 1, settingsVersion: 1, people: [held("ada")] };

    const sent = await store.commandsOf(async () => {
      await users.create("a", [newUser("ada", { role: "ADMIN" }), newUser("bob", { role: "ADMIN" })], mark);
      await users.disableBySync("a", [leaver("ada")], mark);
      await users.setManagedBy("a", ["bob"], { name: "Eve", at: now() });
      await users.raiseFence("a", 2);
      await changes.record("a", "r", { number: 0, at: now() }, [plannedChange("ada")]);
      await changes.except("a", "r", 0, [{ directoryId: "ada", outcome: "FAILED", because: null }]);
      const hold = await holds.raise("a", list);
      await holds.refresh("a", hold?.id ?? "", { ...list, people: [] });
      await settings.save("a", 0, DEFAULT_SETTINGS);
      await leases.acquire("a", 1000);
      const run = await runs.start("a", { trigger: "ADMIN", startedBy: null });
      await runs.finish("a", run.id, { status: "FAILED", counts: run.counts, reasons: [] });
    });

    const writes = sent.filter(({ commandName }) => /^(insert|update|delete|findAndModify)$/.test(commandName));
    expect(new Set(writes.map((write) => write.commandName)).size).toBe(4);
    for (const { command } of writes) expect(command).toMatchObject({ writeConcern: { w: "majority" } });
  });

  it("fails fast while the server is away and recovers by itself (F59)", async () => {
    const port = await freePort();
    const before = await startMongo({ port });
    const store = await connected(`mongodb://127.0.0.1:${port}/away`);

    await before.close();
    await expect.poll(() => store.ready(), { timeout: 10_000 }).toBe(false);
    await expect(store.accounts.list()).rejects.toThrow();

    const after = await startMongo({ port });
    closing.push(() => after.close());
    await expect.poll(() => store.ready(), { timeout: 20_000 }).toBe(true);
    expect(await store.accounts.list()).toEqual([]);
  }, 40_000);
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
