import { MongoClient } from "mongodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../../test/database.js";
import { aggregations } from "./aggregations.js";
import { indexes } from "./indexes.js";
import { queries } from "./queries.js";
import { reading } from "./reading.js";
import { refusals } from "./refusals.js";
import type { Row } from "./row.js";
import { updates } from "./updates.js";
import { writing } from "./writing.js";

/* What MongoDB answers, by its manual. Runs on any MONGODB_URI: on MongoDB itself it tests the table. */

let database: TestDatabase;
let client: MongoClient;

beforeAll(async () => {
  database = await testDatabase();
  client = await MongoClient.connect(database.uri);
  await writeExpiring();
});
afterAll(async () => {
  await client.close();
  await database.close();
});

const people = () => client.db().collection("people");

beforeEach(async () => {
  await people().drop();
});

async function check({ given = [], run, answer, notHere }: Row): Promise<void> {
  if (given.length > 0) await people().insertMany(structuredDocs(given));
  const outcome = await run(people(), client.db()).catch((error: unknown) => {
    if (notHere === undefined || !(error instanceof Error)) throw error;
    return error;
  });
  if (outcome instanceof Error) expect(outcome.message).toContain(notHere);
  else expect(outcome).toEqual(answer);
}

/** The driver writes an _id into what it inserts. */
const structuredDocs = (docs: readonly object[]): object[] => docs.map((doc) => ({ ...doc }));

const TABLE = { queries, updates, reading, writing, indexes, aggregations, refusals };

describe.each(Object.entries(TABLE))("the table: %s", (_name, rows) => {
  it.each(rows.map((row) => [row.what, row] as const))("%s", (_what, row) => check(row));
});

/** Written before all rows and looked at after them, because MongoDB looks once a minute. */
async function writeExpiring(): Promise<void> {
  const logs = client.db().collection<{ _id: number; at: unknown }>("logs");
  await logs.createIndex({ at: 1 }, { expireAfterSeconds: 600 });
  const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1000);
  await logs.insertMany([
    { _id: 1, at: ago(700) },
    { _id: 2, at: ago(500) },
    { _id: 3, at: "never" },
    { _id: 4, at: [new Date(), ago(700)] },
  ]);
}

describe("TTL", () => {
  it("removes within a minute what is over, and leaves the rest", async () => {
    const left = async (): Promise<unknown[]> =>
      (await client.db().collection("logs").find().toArray()).map(({ _id }) => _id as unknown);

    await expect.poll(left, { timeout: 90_000, interval: 500 }).toEqual([2, 3]);
  }, 100_000);
});
