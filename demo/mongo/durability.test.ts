import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "./database.js";
import { startMongo } from "./server.js";

let dir: string;
let children: ChildProcess[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "mongo-"));
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  rmSync(dir, { recursive: true, force: true });
});

const file = (): string => join(dir, "data.log");

/** Starts the real program on the folder and resolves with its URI once it listens. */
async function startProcess(
  args = ["--port", "0", "--dir", dir],
  env = {},
): Promise<{ child: ChildProcess; uri: string }> {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", main, ...args], { env: { ...process.env, ...env } });
  children.push(child);
  let out = "";
  for await (const chunk of child.stdout) {
    out += String(chunk);
    if (out.includes("\n")) break;
  }
  return { child, uri: out.trim() };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, "exit");
  child.kill(signal);
  const [code] = (await exited) as [number | null];
  return code;
}

function ids(database: Database, ns: string): unknown[] {
  return Array.from(database.collections.get(ns)?.rows.values() ?? [], ({ doc }) => doc._id);
}

async function withThree(): Promise<number[]> {
  const database = await openDatabase(dir);
  const ends: number[] = [];
  for (const _id of [1, 2, 3]) {
    database.insert("d.c", { _id, text: "x".repeat(100) });
    await database.flush();
    ends.push(statSync(file()).size);
  }
  await database.close();
  return ends;
}

describe("what was acknowledged", () => {
  it("is there after kill -9 in the middle of writing, with its indexes", async () => {
    const { child, uri } = await startProcess();
    const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 2000 });
    const items = client.db("d").collection<{ _id: number; key: string }>("items");
    await items.createIndex({ key: 1 }, { unique: true });
    const acknowledged: number[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 100_000; n++) {
        const _id = writer * 1_000_000 + n;
        await items.insertOne({ _id, key: `k${_id}` });
        acknowledged.push(_id);
      }
    });
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(300);

    const stopped = Promise.allSettled(writers);
    await kill(child, "SIGKILL");
    await stopped;
    await client.close();
    const again = await startMongo({ dir });
    const reader = await MongoClient.connect(again.uri);
    const found = new Set(
      (await reader.db("d").collection<{ _id: number }>("items").find().toArray()).map(({ _id }) => _id),
    );
    const duplicate = reader.db("d").collection("items").insertOne({ key: "k0" });

    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
    await expect(duplicate).rejects.toMatchObject({ code: 11000 });
    await reader.close();
    await again.close();
  }, 60_000);

  it("is there after a restart: inserts, updates, deletes, drops and indexes", async () => {
    const first = await openDatabase(dir);
    first.createIndex("d.a", { name: "n_1", key: { n: 1 }, unique: true });
    for (const _id of [1, 2, 3]) first.insert("d.a", { _id, n: _id });
    const a = first.ensure("d.a");
    const [one, two] = [...a.rows.values()];
    if (one) first.replace(a, one, { _id: 1, n: 10 });
    if (two) first.remove(a, two);
    first.insert("d.gone", { _id: 1 });
    first.drop("d.gone");
    await first.close();

    const second = await openDatabase(dir);

    expect(Array.from(second.ensure("d.a").rows.values(), ({ doc }) => doc)).toEqual([
      { _id: 1, n: 10 },
      { _id: 3, n: 3 },
    ]);
    expect(() => second.insert("d.a", { _id: 9, n: 10 })).toThrow("E11000");
    expect([...second.collections.keys()]).toEqual(["d.a"]);
    await second.close();
  });

  it("survives a rewrite of the file, which makes it smaller", async () => {
    const first = await openDatabase(dir, 20_000);
    first.insert("d.c", { _id: 0, n: -1 });
    first.createIndex("d.c", { name: "n_1", key: { n: 1 }, unique: true });
    let written = 0;
    for (let n = 0; n < 400; n++) {
      const collection = first.ensure("d.c");
      const [row] = collection.rows.values();
      if (row) first.replace(collection, row, { _id: 0, n, text: "x".repeat(200) });
      await first.flush();
      written += 200;
    }
    await first.close();

    const second = await openDatabase(dir);

    expect(statSync(file()).size).toBeLessThan(written / 2);
    expect(second.ensure("d.c").rows.values().next().value?.doc.n).toBe(399);
    expect(second.ensure("d.c").indexes).toHaveLength(1);
    await second.close();
  });
});

describe("a file that is not whole", () => {
  it("is cut back to its last whole write, wherever the torn one ends", async () => {
    const [, second = 0, third = 0] = await withThree();
    const whole = readFileSync(file());

    for (let size = second; size < third; size += 13) {
      writeFileSync(file(), whole);
      truncateSync(file(), size);
      const database = await openDatabase(dir);
      expect(ids(database, "d.c")).toEqual([1, 2]);
      await database.close();
      expect(statSync(file()).size).toBe(second);
    }
  });

  it("takes writes after its torn end was cut", async () => {
    await withThree();
    appendFileSync(file(), Buffer.from("RCF1 half a frame"));

    const database = await openDatabase(dir);
    database.insert("d.c", { _id: 4 });
    await database.close();
    const again = await openDatabase(dir);

    expect(ids(again, "d.c")).toEqual([1, 2, 3, 4]);
    await again.close();
  });

  it.each([
    ["a byte of a document", 60],
    ["the length of a frame", 5],
    ["the mark of a frame", 0],
  ])("with %s changed in the middle is refused with the offset, and left as it is", async (_what, within) => {
    const [first = 0] = await withThree();
    const bytes = readFileSync(file());
    bytes[first + within] = (bytes[first + within] ?? 0) ^ 0x55;
    writeFileSync(file(), bytes);

    await expect(openDatabase(dir)).rejects.toThrow(`damaged at byte ${first}`);

    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });
});

describe("a full disk", () => {
  it("is answered with an error, nothing half-written stays, and reading and starting again still work", async () => {
    const main = fileURLToPath(new URL("./main.ts", import.meta.url));
    const command = `trap "" XFSZ; ulimit -f 400; exec "${process.execPath}" --import tsx "${main}" --port 0 --dir "${dir}"`;
    const child = spawn("sh", ["-c", command]);
    children.push(child);
    const [uri] = (await once(child.stdout, "data")) as [Buffer];
    const client = await MongoClient.connect(uri.toString().trim());
    const items = client.db("d").collection<{ _id: number; text: string }>("items");
    let stored = 0;
    let refusal: unknown;
    while (refusal === undefined && stored < 1000)
      await items.insertOne({ _id: stored, text: "x".repeat(5000) }).then(
        () => stored++,
        (error: unknown) => (refusal = error),
      );

    const count = await items.countDocuments({});
    await client.close();
    await kill(child, "SIGKILL");
    const database = await openDatabase(dir);

    expect(refusal).toMatchObject({ code: 14031 });
    expect(count).toBe(stored);
    expect(ids(database, "d.items")).toHaveLength(stored);
    await database.close();
  }, 30_000);
});

describe("a folder", () => {
  it("is refused while a living process holds it, and taken over from a dead one", async () => {
    const { child } = await startProcess();
    const holder = String(child.pid);

    await expect(openDatabase(dir)).rejects.toThrow(`process ${holder}`);
    await kill(child, "SIGKILL");
    const database = await openDatabase(dir);

    await expect(openDatabase(dir)).rejects.toThrow("in use");
    await database.close();
    await (await openDatabase(dir)).close();
  }, 30_000);
});

describe("the program", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "stops cleanly on %s with everything kept",
    async (signal) => {
      const { child, uri } = await startProcess();
      const client = await MongoClient.connect(uri);
      await client.db("d").collection("c").insertOne({ n: 1 });
      await client.close();

      expect(await kill(child, signal)).toBe(0);

      const database = await openDatabase(dir);
      expect(ids(database, "d.c")).toHaveLength(1);
      await database.close();
    },
    30_000,
  );

  it("stops when its starter is gone", async () => {
    const { child } = await startProcess(undefined, { EXIT_WITH_PARENT: "1" });
    const exited = once(child, "exit");

    child.stdin?.end();

    expect(await exited).toEqual([0, null]);
  }, 30_000);

  it("says in one line what is wrong with a port in use or a bad argument", async () => {
    const other = await startMongo({});
    const failing = async (args: string[]): Promise<[unknown, string]> => {
      const main = fileURLToPath(new URL("./main.ts", import.meta.url));
      const child = spawn(process.execPath, ["--import", "tsx", main, ...args]);
      children.push(child);
      let text = "";
      child.stderr.on("data", (chunk) => (text += String(chunk)));
      const [code] = (await once(child, "close")) as unknown[];
      return [code, text.trim()];
    };

    expect(await failing(["--port", String(other.port)])).toEqual([1, expect.stringContaining("port is in use")]);
    expect(await failing(["--port", "much"])).toEqual([1, "embedded database: --port much is no port"]);
    await other.close();
  }, 30_000);
});
