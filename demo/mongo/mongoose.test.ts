import mongoose, { Schema, type Connection } from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../test/database.js";

let database: TestDatabase;
let connection: Connection;

const userSchema = new Schema(
  {
    accountId: { type: Schema.Types.ObjectId, required: true },
    directoryId: String,
    mail: String,
    tags: [String],
    address: { city: String },
    count: { type: Number, default: 0 },
  },
  { timestamps: true, optimisticConcurrency: true },
);
userSchema.index(
  { accountId: 1, directoryId: 1 },
  { unique: true, partialFilterExpression: { directoryId: { $type: "string" } } },
);

const accountId = new mongoose.Types.ObjectId();

beforeAll(async () => {
  database = await testDatabase();
  connection = await mongoose.createConnection(database.uri).asPromise();
});
afterAll(async () => {
  await connection.close();
  await database.close();
});

function makeModel(name: string) {
  return connection.model(name, userSchema);
}

describe("mongoose", () => {
  it("builds unique indexes at start, and syncIndexes finds nothing to do", async () => {
    const User = makeModel("Indexed");

    await User.init();
    await User.create({ accountId, directoryId: "d1" });

    await expect(User.create({ accountId, directoryId: "d1" })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { accountId: 1, directoryId: 1 },
    });
    await User.create([{ accountId }, { accountId }]);
    expect(await User.syncIndexes()).toEqual([]);
    expect(await User.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
  });

  it("keeps timestamps, defaults and casts", async () => {
    const User = makeModel("Stamped");
    const user = await User.create({ accountId: accountId.toHexString(), mail: "a@b.c" });

    const changed = await User.findOneAndUpdate(
      { mail: "a@b.c" },
      { $set: { "address.city": "Ulm" }, $inc: { count: 2 } },
      { returnDocument: "after" },
    );

    expect(changed?.address?.city).toBe("Ulm");
    expect(changed?.count).toBe(2);
    expect(changed?.createdAt).toEqual(user.createdAt);
    expect(changed?.updatedAt.getTime()).toBeGreaterThanOrEqual(user.updatedAt.getTime());
  });

  it("refuses a save over a newer version", async () => {
    const User = makeModel("Versioned");
    const { _id } = await User.create({ accountId, tags: ["a"] });
    const mine = await User.findById(_id);
    const theirs = await User.findById(_id);

    theirs?.tags.push("b");
    await theirs?.save();
    if (mine) mine.mail = "late";

    await expect(mine?.save()).rejects.toThrow("version");
    expect((await User.findById(_id))?.tags).toEqual(["a", "b"]);
  });

  it("writes in bulk: upserts, updates, deletes, and reports duplicates", async () => {
    const User = makeModel("Bulk");
    await User.init();
    const upserts = ["a", "b", "c"].map((directoryId) => ({
      updateOne: { filter: { accountId, directoryId }, update: { $set: { mail: `${directoryId}@x.y` } }, upsert: true },
    }));

    const made = await User.bulkWrite(upserts, { ordered: false });
    const again = await User.bulkWrite([...upserts, { deleteOne: { filter: { directoryId: "c" } } }], {
      ordered: false,
    });
    const clash = User.bulkWrite(
      [
        { insertOne: { document: { accountId, directoryId: "a" } } },
        { insertOne: { document: { accountId, directoryId: "z" } } },
      ],
      { ordered: false },
    );

    expect(made.upsertedCount).toBe(3);
    expect(again).toMatchObject({ matchedCount: 3, upsertedCount: 0, deletedCount: 1 });
    await expect(clash).rejects.toMatchObject({ code: 11000 });
    expect((await User.find({ accountId }).sort({ directoryId: 1 })).map((user) => user.directoryId)).toEqual([
      "a",
      "b",
      "z",
    ]);
  });

  it("iterates a cursor, populates, counts and runs $in with thousands of ids", async () => {
    const User = makeModel("Cursor");
    const Post = connection.model("Post", new Schema({ author: { type: Schema.Types.ObjectId, ref: "Cursor" } }));
    const users = await User.insertMany(
      Array.from({ length: 2500 }, (_, n) => ({ accountId, mail: `${n}@x.y`, count: n })),
    );
    await Post.create({ author: users[7]?._id ?? null });

    const seen: number[] = [];
    for await (const { count } of User.find({ accountId }).sort({ count: -1 }).cursor({ batchSize: 400 }))
      seen.push(count);
    const post = await Post.findOne().populate<{ author: { mail: string } }>("author");

    expect(seen).toEqual(Array.from({ length: 2500 }, (_, n) => 2499 - n));
    expect(post?.author.mail).toBe("7@x.y");
    expect(await User.countDocuments({ _id: { $in: users.map((user) => user._id) } })).toBe(2500);
  });
});
