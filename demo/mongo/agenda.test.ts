import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import { MongoClient } from "mongodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../test/database.js";
import { kill, killAll, startDatabase, startProgram } from "./testing/process.js";

/* Agenda with workers that are processes where it matters. Runs on any MONGODB_URI, but for what kills the database. */

const WORKER = fileURLToPath(new URL("./testing/agenda-worker.ts", import.meta.url));
/** That a database was killed shows at the next heartbeat, which takes its time on a busy machine. */
const PATIENT = { timeout: 180_000 };
const SLOW = { timeout: 150_000, interval: 50 };

let database: TestDatabase;
let client: MongoClient;
let dir: string;
let agendas: Agenda[] = [];

beforeAll(async () => {
  database = await testDatabase();
  client = await MongoClient.connect(database.uri);
});
afterAll(async () => {
  await client.close();
  await database.close();
});
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "agenda-"));
  writeFileSync(join(dir, "ran"), "");
});
afterEach(async () => {
  for (const agenda of agendas) await agenda.stop();
  agendas = [];
  killAll();
  rmSync(dir, { recursive: true, force: true });
  await jobs().deleteMany({});
});

const jobs = () => client.db().collection("agendaJobs");

function makeAgenda(address = database.uri): Agenda {
  const agenda = new Agenda({ backend: new MongoBackend({ address }), processEvery: 50, defaultLockLifetime: 2000 });
  agenda.on("error", () => undefined);
  agendas.push(agenda);
  return agenda;
}

const startWorker = (address = database.uri) => startProgram(WORKER, [address, join(dir, "ran")]);

/** The numbers of the jobs that workers began, or were done with, in their order. */
function ran(what: "begun" | "done"): number[] {
  const lines = readFileSync(join(dir, "ran"), "utf8").trim().split("\n");
  return lines.filter((line) => line.startsWith(what)).map((line) => Number(line.split(" ")[1]));
}

const from = (first: number, end: number): number[] => Array.from({ length: end - first }, (_, n) => first + n);
const once = (numbers: number[]): number[] => [...new Set(numbers)].toSorted((a, b) => a - b);

/** Asks for jobs of these numbers that take so many milliseconds each. */
async function queueJobs(numbers: number[], milliseconds: number, address?: string): Promise<void> {
  const agenda = makeAgenda(address);
  agenda.define("count", () => Promise.resolve());
  await agenda.ready;
  for (const n of numbers) await agenda.now("count", { n, milliseconds });
}

describe("one process", PATIENT, () => {
  it("runs jobs now and when they are scheduled, each once, and notes why one failed", async () => {
    const texts: string[] = [];
    const agenda = makeAgenda();
    agenda.define("note", (job) => {
      texts.push((job.attrs.data as { text: string }).text);
      return Promise.resolve();
    });
    agenda.define("fail", () => Promise.reject(new Error("on purpose")));
    await agenda.start();

    await agenda.now("note", { text: "now" });
    await agenda.schedule(new Date(Date.now() + 300), "note", { text: "later" });
    await agenda.now("fail", {});

    await expect.poll(() => texts, SLOW).toEqual(["now", "later"]);
    await expect
      .poll(() => jobs().findOne({ name: "fail" }), SLOW)
      .toMatchObject({ failReason: "on purpose", failCount: 1, lockedAt: null });
  });

  it("keeps one job of unique() and one of every(), and repeats it", async () => {
    let ticks = 0;
    const agenda = makeAgenda();
    agenda.define("sync", () => Promise.resolve());
    agenda.define("tick", () => {
      ticks++;
      return Promise.resolve();
    });
    await agenda.start();

    for (const round of from(0, 3)) {
      await agenda
        .create("sync", { account: "a1", round })
        .unique({ "data.account": "a1" }, { insertOnly: true })
        .schedule(new Date(Date.now() + 3_600_000))
        .save();
      await agenda.every("1 second", "tick");
    }
    await agenda.create("sync", { account: "a2" }).repeatEvery("1 hour").save();

    await expect.poll(() => ticks, SLOW).toBeGreaterThanOrEqual(2);
    const all = await jobs().find().toArray();
    expect(all.filter(({ name }) => name === "tick")).toHaveLength(1);
    expect(all.find(({ data }) => (data as { account?: string } | null)?.account === "a1")).toMatchObject({
      data: { round: 0 },
    });
    expect(all).toHaveLength(3);
  });
});

describe("two processes", PATIENT, () => {
  it("share jobs, go on when one is killed, and the other waits on drain for what is under way", async () => {
    const [one, two] = await Promise.all([startWorker(), startWorker()]);

    await queueJobs(from(0, 50), 5);
    await expect.poll(() => ran("done").length, SLOW).toBeGreaterThanOrEqual(50);
    expect(ran("begun").toSorted((a, b) => a - b)).toEqual(from(0, 50));

    await queueJobs(from(50, 80), 30);
    await expect.poll(() => ran("done").length, SLOW).toBeGreaterThanOrEqual(55);
    await kill(one);
    await expect.poll(() => once(ran("done")), SLOW).toEqual(from(0, 80));
    // What it had begun is begun again, nothing else: three at a time are under way in a process
    expect(ran("begun").length).toBeLessThanOrEqual(80 + 3);

    await queueJobs(from(80, 92), 500);
    await expect.poll(() => ran("begun"), SLOW).toContain(80);
    const begun = ran("begun");
    expect(await kill(two, "SIGTERM")).toBe(0);
    expect(ran("done")).toEqual(expect.arrayContaining(begun));
    expect(once(ran("done")).length).toBeLessThan(92);
  });

  it("embedded only: go on when the database is killed and comes back; what was under way is perhaps done twice", async ({
    skip,
  }) => {
    skip(process.env.MONGODB_URI !== undefined, "it kills its database, which nobody may do to that of MONGODB_URI");
    const folder = join(dir, "data");
    const program = await startDatabase(folder);
    const address = `${program.said}/agenda?heartbeatFrequencyMS=500`;
    await Promise.all([startWorker(address), startWorker(address)]);
    await queueJobs(from(0, 30), 30, address);
    await expect.poll(() => ran("done").length, SLOW).toBeGreaterThanOrEqual(5);

    await kill(program);
    await startDatabase(folder, Number(new URL(address).port));

    await expect.poll(() => once(ran("done")), SLOW).toEqual(from(0, 30));
    expect(ran("begun").length).toBeLessThanOrEqual(30 + 2 * 3);
  });
});
