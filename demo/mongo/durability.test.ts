import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "./database.js";
import { HEADER, readFrame } from "./frames.js";
import { startMongo } from "./server.js";
import { firstLine, kill, killAll, MAIN, startDatabase, startProgram } from "./testing/process.js";

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "mongo-"));
});
afterEach(() => {
  killAll();
  rmSync(dir, { recursive: true, force: true });
});

const file = (): string => join(dir, "data.log");

function docs(database: Database, ns: string): unknown[] {
  return [...(database.collections.get(ns)?.docs.values() ?? [])];
}

function ids(database: Database, ns: string): unknown[] {
  return Array.from(database.collections.get(ns)?.docs.values() ?? [], ({ _id }) => _id);
}

async function withThree(): Promise<number[]> {
  const database = openDatabase(dir);
  const ends: number[] = [];
  for (const _id of [1, 2, 3]) {
    database.write({ op: "insert", ns: "d.c", doc: { _id, text: "x".repeat(100) } });
    await database.flush();
    ends.push(statSync(file()).size);
  }
  await database.close();
  return ends;
}

describe("what was acknowledged", () => {
  it("is there after a restart: inserts, updates, deletes, drops and indexes", async () => {
    const first = openDatabase(dir);
    first.write({ op: "index", ns: "d.a", spec: { name: "n_1", key: { n: 1 }, unique: true } });
    for (const _id of [1, 2, 3]) first.write({ op: "insert", ns: "d.a", doc: { _id, n: _id } });
    first.write({ op: "put", ns: "d.a", doc: { _id: 1, n: 10 } });
    first.write({ op: "remove", ns: "d.a", id: 2 });
    first.write({ op: "insert", ns: "d.gone", doc: { _id: 1 } });
    first.write({ op: "drop", ns: "d.gone" });
    await first.close();

    const second = openDatabase(dir);

    expect(docs(second, "d.a")).toEqual([
      { _id: 1, n: 10 },
      { _id: 3, n: 3 },
    ]);
    expect(() => second.write({ op: "insert", ns: "d.a", doc: { _id: 9, n: 10 } })).toThrow("E11000");
    expect([...second.collections.keys()]).toEqual(["d.a"]);
    await second.close();
  });

  it("shares one write of the file with all that came in the same turn", async () => {
    const database = openDatabase(dir);

    await Promise.all(
      [1, 2, 3].map((_id) => {
        database.write({ op: "insert", ns: "d.c", doc: { _id } });
        return database.flush();
      }),
    );

    const bytes = readFileSync(file());
    expect(readFrame(bytes, 0)?.length).toBe(bytes.length - HEADER);
    await database.close();
    const again = openDatabase(dir);
    expect(ids(again, "d.c")).toEqual([1, 2, 3]);
    await again.close();
  });

  it("survives a rewrite of the file, which makes it smaller", async () => {
    const first = openDatabase(dir, 20_000);
    first.write({ op: "insert", ns: "d.c", doc: { _id: 0, n: -1 } });
    first.write({ op: "index", ns: "d.c", spec: { name: "n_1", key: { n: 1 }, unique: true } });
    let written = 0;
    for (let n = 0; n < 400; n++) {
      first.write({ op: "put", ns: "d.c", doc: { _id: 0, n, text: "x".repeat(200) } });
      await first.flush();
      written += 200;
    }
    await first.close();

    const second = openDatabase(dir);

    expect(statSync(file()).size).toBeLessThan(written / 2);
    expect(docs(second, "d.c")).toMatchObject([{ n: 399 }]);
    expect(second.collections.get("d.c")?.indexes).toHaveLength(1);
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
      const database = openDatabase(dir);
      expect(ids(database, "d.c")).toEqual([1, 2]);
      await database.close();
      expect(statSync(file()).size).toBe(second);
    }
  });

  it("takes writes after its torn end was cut", async () => {
    await withThree();
    appendFileSync(file(), Buffer.from("RCF1 half a frame"));

    const database = openDatabase(dir);
    database.write({ op: "insert", ns: "d.c", doc: { _id: 4 } });
    await database.close();
    const again = openDatabase(dir);

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

    expect(() => openDatabase(dir)).toThrow(`damaged at byte ${first}`);

    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });
});

describe("a full disk", () => {
  it("is answered with an error, nothing half-written stays, and reading and starting again still work", async () => {
    const command = `trap "" XFSZ; ulimit -f 400; exec "${process.execPath}" --import tsx "${MAIN}" --port 0 --dir "${dir}"`;
    const program = await firstLine(spawn("sh", ["-c", command]));
    const client = await MongoClient.connect(program.said);
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
    await kill(program);
    const database = openDatabase(dir);

    expect(refusal).toMatchObject({ code: 14031 });
    expect(count).toBe(stored);
    expect(ids(database, "d.items")).toHaveLength(stored);
    await database.close();
  }, 30_000);
});

describe("a folder", () => {
  it("is refused while a living process holds it, and taken over from a dead one", async () => {
    const holder = await startDatabase(dir);

    expect(() => openDatabase(dir)).toThrow(`in use by another embedded database (process ${holder.child.pid ?? ""})`);
    await kill(holder);
    const database = openDatabase(dir);

    expect(() => openDatabase(dir)).toThrow("in use");
    await database.close();
    await openDatabase(dir).close();
  });

  it("is taken over by one of several that come at once", async () => {
    const { pid = 0 } = spawnSync("true");
    symlinkSync(String(pid), join(dir, "lock.1"));

    const started = await Promise.allSettled([startDatabase(dir), startDatabase(dir), startDatabase(dir)]);

    expect(started.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
  });
});

describe("the program", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("stops cleanly on %s with everything kept", async (signal) => {
    const program = await startDatabase(dir);
    const client = await MongoClient.connect(program.said);
    await client.db("d").collection("c").insertOne({ n: 1 });
    await client.close();

    expect(await kill(program, signal)).toBe(0);

    const database = openDatabase(dir);
    expect(ids(database, "d.c")).toHaveLength(1);
    await database.close();
  });

  it("stops when its starter is gone", async () => {
    const env = { ...process.env, EXIT_WITH_PARENT: "1" };
    const { child } = await startProgram(MAIN, ["--port", "0", "--dir", dir], { env });
    const exited = once(child, "exit");

    child.stdin?.end();

    expect(await exited).toEqual([0, null]);
  });

  it("says in one line what is wrong with a port in use or a bad argument", async () => {
    const other = await startMongo({});

    await expect(startProgram(MAIN, ["--port", String(other.port)])).rejects.toThrow("port is in use");
    await expect(startProgram(MAIN, ["--port", "much"])).rejects.toThrow("--port much is no port\n");
    await expect(startProgram(MAIN, ["--prot", "1"])).rejects.toThrow("usage: --port");
    await other.close();
  });

  it("listens on 127.0.0.1 and nowhere else", async () => {
    const mongo = await startMongo({});

    const elsewhere = MongoClient.connect(mongo.uri.replace("127.0.0.1", "127.0.0.2"), {
      serverSelectionTimeoutMS: 500,
    });

    expect(mongo.uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+$/);
    await expect(elsewhere).rejects.toThrow("ECONNREFUSED");
    await mongo.close();
  });
});
