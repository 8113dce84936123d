import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "bson";
import { MongoClient } from "mongodb";
import { HEADER, readFrame } from "../demo/mongo/frames.js";
import { kill, startDatabase } from "../demo/mongo/testing/process.js";
import type { Bench, Row } from "./bench.js";
import { bytes, medians, wallTime, type Gauge } from "./measure.js";

const AT_ONCE = 100;

/** P11: the embedded database as a process of its own, asked by the driver. Its aims are a share of what it may take. */
export const database: Bench = {
  id: "P11",
  async run(scaled) {
    const folder = await mkdtemp(join(tmpdir(), "bench-database-"));
    try {
      return [
        await upserts(join(folder, "upserts"), scaled(10_000)),
        ...(await manyUsers(join(folder, "users"), scaled(100_000), scaled(2_000))),
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

/** Milliseconds, told as how many of something there were in a second. */
const rate = (count: number): Gauge => ({
  measure: (work) => wallTime.measure(work),
  words: (ms) => `${Math.round((count / ms) * 1000)}/s`,
});

async function row(what: string, allowed: number, gauge: Gauge, both: Parameters<typeof medians>[1]): Promise<Row> {
  const { ours, reference } = await medians(gauge, both);
  return { what, aim: 1, ours: gauge.words(ours), reference: gauge.words(reference), value: ours / allowed };
}

const user = (n: number) => ({
  accountId: "account-1",
  directoryId: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
  displayName: `Person Number ${n}`,
  givenName: "Person",
  surname: `Number ${n}`,
  email: `person.${n}@contoso.example`,
  department: `Department ${n % 20}`,
  status: "ACTIVE",
  groupIds: [`group-${n % 20}`],
  createdAt: new Date(1_700_000_000_000 + n),
});

/** So many pieces of work, of which so many are under way at once. */
async function atOnce(count: number, lanes: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function upserts(dir: string, count: number): Promise<Row> {
  const program = await startDatabase(dir);
  const client = await MongoClient.connect(program.said);
  const users = client.db("bench").collection("users");
  await users.createIndex({ directoryId: 1 }, { unique: true });
  const file = await open(join(dir, "plain"), "w");
  let round = 0;
  const upsert = (n: number) =>
    users.updateOne({ directoryId: user(n).directoryId }, { $set: { ...user(n), round } }, { upsert: true });
  try {
    return await row(
      `${count} durable upserts, ${AT_ONCE} at once, of 5 s; beside append + fdatasync`,
      5000,
      rate(count),
      {
        async ours() {
          round++;
          await atOnce(count, AT_ONCE, upsert);
        },
        async reference() {
          for (let n = 0; n < count; n += AT_ONCE) {
            const docs = Array.from({ length: AT_ONCE }, (_, i) => serialize({ ...user(n + i), round }));
            await file.write(Buffer.concat(docs));
            await file.datasync();
          }
        },
      },
    );
  } finally {
    await file.close();
    await client.close();
    await kill(program);
  }
}

async function manyUsers(dir: string, count: number, finds: number): Promise<Row[]> {
  const program = await startDatabase(dir);
  const client = await MongoClient.connect(program.said);
  const users = client.db("bench").collection("users");
  await users.createIndex({ directoryId: 1 }, { unique: true });
  for (let n = 0; n < count; n += 1000)
    await users.insertMany(Array.from({ length: Math.min(1000, count - n) }, (_, i) => user(n + i)));
  const plain = new Map(Array.from({ length: count }, (_, n) => [user(n).directoryId, user(n)]));
  const wanted = Array.from({ length: finds }, (_, i) => user((i * 7919) % count).directoryId);

  const found = await row(`findOne by a unique key of ${count}, of 500/s; beside a Map`, finds * 2, rate(finds), {
    ours: () => atOnce(finds, 1, async (n) => check(await users.findOne({ directoryId: wanted[n] }))),
    reference: () => wanted.forEach((id) => check(plain.get(id))),
  });
  const held = await row(`memory with ${count} users, of 1 GB; beside a Map of them`, 1e9, bytes, {
    ours: async () =>
      Number(((await client.db("bench").admin().serverStatus()).mem as { resident: number }).resident) * 2 ** 20,
    reference: () => heapOf(() => new Map(Array.from({ length: count }, (_, n) => [n, user(n)]))),
  });
  await client.close();
  await kill(program);
  const opened = await row(
    `a log of ${count} documents opened, of 5 s; beside reading it into a Map`,
    5000,
    rate(count),
    {
      ours: async () => kill(await startDatabase(dir)),
      reference: async () => check(readIntoMap(await readFile(join(dir, "data.log")))),
    },
  );
  return [found, held, opened];
}

function check(found: unknown): void {
  if (!found) throw new Error("It is not there.");
}

function heapOf(make: () => unknown): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const made = make();
  globalThis.gc?.();
  const after = process.memoryUsage().heapUsed;
  check(made);
  return after - before;
}

function readIntoMap(file: Buffer): Map<number, unknown> {
  const docs = new Map<number, unknown>();
  for (let offset = 0, payload = readFrame(file, 0); payload; payload = readFrame(file, offset)) {
    for (let at = 0; at < payload.length; at += payload.readInt32LE(at))
      docs.set(docs.size, deserialize(payload.subarray(at, at + payload.readInt32LE(at))));
    offset += HEADER + payload.length;
  }
  return docs;
}
