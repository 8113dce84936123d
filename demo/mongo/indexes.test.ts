import { MongoBulkWriteError, MongoClient, ObjectId, type Collection, type Document } from "mongodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "./database.js";
import { removeExpired } from "./expire.js";
import { startMongo, type RunningMongo } from "./server.js";

let mongo: RunningMongo;
let client: MongoClient;
let users: Collection<Document>;

beforeAll(async () => {
  mongo = await startMongo({});
  client = await MongoClient.connect(mongo.uri);
  users = client.db("ix").collection<Document>("users");
});
afterAll(async () => {
  await client.close();
  await mongo.close();
});
beforeEach(async () => {
  await users.drop();
});

describe("a duplicate key", () => {
  it("has MongoDB's exact shape", async () => {
    await users.createIndex({ accountId: 1, mail: 1 }, { unique: true });
    await users.insertOne({ accountId: 1, mail: "a@b.c" });

    const again = users.insertOne({ accountId: 1, mail: "a@b.c" });

    await expect(again).rejects.toMatchObject({
      code: 11000,
      keyPattern: { accountId: 1, mail: 1 },
      keyValue: { accountId: 1, mail: "a@b.c" },
      message:
        'E11000 duplicate key error collection: ix.users index: accountId_1_mail_1 dup key: { accountId: 1, mail: "a@b.c" }',
    });
  });

  it("names the _id index and shows object ids and null", async () => {
    const id = new ObjectId();
    await users.createIndex({ mail: 1 }, { unique: true });
    await users.insertOne({ _id: id });

    await expect(users.insertOne({ _id: id, mail: "x" })).rejects.toThrow(
      `index: _id_ dup key: { _id: ObjectId('${id.toHexString()}') }`,
    );
    await expect(users.insertOne({})).rejects.toThrow("index: mail_1 dup key: { mail: null }");
  });

  it("comes from updates, upserts and findAndModify too, and changes nothing", async () => {
    await users.createIndex({ n: 1 }, { unique: true });
    await users.insertMany([{ n: 1 }, { n: 2 }]);

    await expect(users.updateOne({ n: 1 }, { $set: { n: 2 } })).rejects.toMatchObject({ code: 11000 });
    await expect(users.updateOne({ k: 1 }, { $set: { n: 2 } }, { upsert: true })).rejects.toMatchObject({
      code: 11000,
    });
    await expect(users.findOneAndUpdate({ n: 1 }, { $set: { n: 2 } })).rejects.toMatchObject({
      code: 11000,
      keyValue: { n: 2 },
    });
    expect((await users.find().sort({ n: 1 }).toArray()).map((doc): unknown => doc.n)).toEqual([1, 2]);
  });

  it("stops an ordered bulk and is only noted in an unordered one", async () => {
    await users.createIndex({ n: 1 }, { unique: true });
    const docs = [{ n: 1 }, { n: 1 }, { n: 2 }];

    const ordered = await users.insertMany(docs.map((doc) => ({ ...doc }))).catch((error: unknown) => error);
    await users.deleteMany({});
    const unordered = await users.insertMany(docs, { ordered: false }).catch((error: unknown) => error);

    if (!(ordered instanceof MongoBulkWriteError) || !(unordered instanceof MongoBulkWriteError))
      throw new Error("no bulk error");
    expect(ordered.insertedCount).toBe(1);
    expect(unordered.insertedCount).toBe(2);
    expect([unordered.writeErrors].flat()[0]).toMatchObject({ index: 1, code: 11000 });
    expect(await users.countDocuments({})).toBe(2);
  });
});

describe("kinds of unique indexes", () => {
  it("sparse ignores the missing but not null", async () => {
    await users.createIndex({ mail: 1 }, { unique: true, sparse: true });

    await users.insertMany([{}, {}, { mail: null }]);

    await expect(users.insertOne({ mail: null })).rejects.toMatchObject({ code: 11000 });
  });

  it("partial covers only what its filter finds, before and after an update", async () => {
    await users.createIndex(
      { directoryId: 1 },
      { unique: true, partialFilterExpression: { directoryId: { $type: "string" } } },
    );
    await users.insertMany([{ directoryId: null }, { directoryId: null }, { directoryId: "d1" }]);

    await expect(users.insertOne({ directoryId: "d1" })).rejects.toMatchObject({ code: 11000 });
    await users.updateOne({ directoryId: "d1" }, { $set: { directoryId: null } });
    await users.insertOne({ directoryId: "d1" });
    expect(await users.countDocuments({ directoryId: "d1" })).toBe(1);
    expect(await users.countDocuments({ directoryId: null })).toBe(3);
  });

  it("an array stands under each of its elements", async () => {
    await users.createIndex({ mails: 1 }, { unique: true });
    await users.insertOne({ mails: ["a", "b"] });

    await expect(users.insertOne({ mails: ["c", "b"] })).rejects.toMatchObject({
      code: 11000,
      keyValue: { mails: "b" },
    });
    expect(await users.findOne({ mails: "a" })).toMatchObject({ mails: ["a", "b"] });
  });
});

describe("createIndexes", () => {
  it("fails on duplicates that are there, and leaves no index", async () => {
    await users.insertMany([{ n: 1 }, { n: 1 }]);

    await expect(users.createIndex({ n: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await users.indexes()).toMatchObject([{ name: "_id_" }]);
  });

  it("takes the same index twice, and refuses conflicts with 85 and 86", async () => {
    await users.createIndex({ n: 1 });

    await expect(users.createIndex({ n: 1 })).resolves.toBe("n_1");
    await expect(users.createIndex({ n: 1 }, { name: "other" })).rejects.toMatchObject({ code: 85 });
    await expect(users.createIndex({ n: 1 }, { unique: true })).rejects.toMatchObject({ code: 86 });
    await expect(users.createIndex({ n: 1 }, { expireAfterSeconds: 5 })).rejects.toMatchObject({ code: 85 });
    await expect(users.createIndex({ m: 1 }, { name: "n_1" })).rejects.toMatchObject({ code: 86 });
  });

  it("lists and drops by name and key", async () => {
    await users.createIndexes([{ key: { a: 1, b: -1 } }, { key: { c: 1 }, expireAfterSeconds: 60 }]);

    await users.dropIndex("c_1");

    expect(await users.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: "_id_" },
      { v: 2, key: { a: 1, b: -1 }, name: "a_1_b_-1" },
    ]);
    await expect(users.dropIndex("nope")).rejects.toMatchObject({ code: 27 });
  });
});

describe("expiry", () => {
  it("removes what is over and leaves the rest", async () => {
    const database = await openDatabase(undefined);
    const now = Date.now();
    database.createIndex("ix.logs", { name: "at_1", key: { at: 1 }, expireAfterSeconds: 60 });
    database.insert("ix.logs", { _id: 1, at: new Date(now - 61_000) });
    database.insert("ix.logs", { _id: 2, at: new Date(now - 59_000) });
    database.insert("ix.logs", { _id: 3, at: "never" });
    database.insert("ix.logs", { _id: 4, at: [new Date(now), new Date(0)] });

    const removed = removeExpired(database, now);

    expect(removed).toBe(2);
    expect(Array.from(database.collections.get("ix.logs")?.rows.values() ?? [], ({ doc }) => doc._id)).toEqual([2, 3]);
  });
});

describe("a catalogue", () => {
  it("lists, creates and drops collections and databases", async () => {
    const db = client.db("catalogue");
    await db.createCollection("one");
    await db.collection("two").insertOne({});

    expect((await db.listCollections().toArray()).map(({ name }) => name).toSorted()).toEqual(["one", "two"]);
    await expect(db.createCollection("one")).rejects.toMatchObject({ code: 48 });
    expect((await client.db("admin").admin().listDatabases()).databases.map(({ name }) => name)).toContain("catalogue");
    await db.dropDatabase();
    expect(await db.listCollections().toArray()).toEqual([]);
  });
});
