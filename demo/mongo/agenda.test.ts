import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { kill, killAll, startDatabase, startProgram, type Program } from "./testing/process.js";

/* Agenda over the database as a process of its own, with workers that are processes too where it matters. */

const WORKER = fileURLToPath(new URL("./testing/agenda-worker.ts", import.meta.url));
const SLOW = { timeout: 40_000, interval: 50 };

let dir: string;
let database: Program;
let address: string;
let client: MongoClient;
let agendas: Agenda[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "agenda-"));
  writeFileSync(join(dir, "ran"), "");
  database = await startDatabase(join(dir, "data"));
  address = `${database.said}/agenda?serverSelectionTimeoutMS=5000`;
  client = await MongoClient.connect(address);
});
afterEach(async () => {
  for (const agenda of agendas) await agenda.stop();
  agendas = [];
  await client.close();
  killAll();
  rmSync(dir, { recursive: true, force: true });
});

function makeAgenda(): Agenda {
  const agenda = new Agenda({ backend: new MongoBackend({ address }), processEvery: 50, defaultLockLifetime: 2000 });
  agenda.on("error", () => undefined);
  agendas.push(agenda);
  return agenda;
}

const jobs = () => client.db().collection("agendaJobs").find().toArray();
const startWorker = (milliseconds: number) => startProgram(WORKER, [address, join(dir, "ran"), String(milliseconds)]);

/** The numbers of the jobs that workers began, or were done with, in their order. */
function ran(what: "begun" | "done"): number[] {
  const lines = readFileSync(join(dir, "ran"), "utf8").trim().split("\n");
  return lines.filter((line) => line.startsWith(what)).map((line) => Number(line.split(" ")[1]));
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const once = (numbers: number[]): number[] => [...new Set(numbers)].toSorted((a, b) => a - b);

async function queueJobs(count: number): Promise<void> {
  const agenda = makeAgenda();
  agenda.define("count", () => Promise.resolve());
  await agenda.ready;
  for (const n of upTo(count)) await agenda.now("count", { n });
}

describe("one process", () => {
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
      .poll(async () => (await jobs()).find(({ name }) => name === "fail"), SLOW)
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

    for (const round of upTo(3)) {
      await agenda
        .create("sync", { account: "a1", round })
        .unique({ "data.account": "a1" }, { insertOnly: true })
        .schedule(new Date(Date.now() + 3_600_000))
        .save();
      await agenda.every("1 second", "tick");
    }
    await agenda.create("sync", { account: "a2" }).repeatEvery("1 hour").save();

    await expect.poll(() => ticks, SLOW).toBeGreaterThanOrEqual(2);
    const all = await jobs();
    expect(all.filter(({ name }) => name === "tick")).toHaveLength(1);
    expect(all.find(({ data }) => (data as { account?: string } | null)?.account === "a1")).toMatchObject({
      data: { round: 0 },
    });
    expect(all).toHaveLength(3);
  });

  it("waits on drain for what is under way, and leaves the rest", async () => {
    await queueJobs(12);
    const worker = await startWorker(1000);
    await expect.poll(() => ran("begun").length, SLOW).toBeGreaterThanOrEqual(1);
    const begun = ran("begun");

    const code = await kill(worker, "SIGTERM");

    expect(code).toBe(0);
    expect(ran("done")).toEqual(expect.arrayContaining(begun));
    expect(ran("done").length).toBeLessThan(12);
  });
});

describe("two processes", () => {
  it("share 50 jobs and run none twice", async () => {
    await Promise.all([startWorker(5), startWorker(5)]);

    await queueJobs(50);

    await expect.poll(() => ran("done").length, SLOW).toBeGreaterThanOrEqual(50);
    expect(ran("begun").toSorted((a, b) => a - b)).toEqual(upTo(50));
  });

  it("go on when one is killed: what it had begun is begun again, nothing else is", async () => {
    const [one] = await Promise.all([startWorker(30), startWorker(30)]);
    await queueJobs(30);
    await expect.poll(() => ran("done").length, SLOW).toBeGreaterThanOrEqual(5);

    await kill(one);

    await expect.poll(() => once(ran("done")), SLOW).toEqual(upTo(30));
    // Three at a time are under way in a process
    expect(ran("begun").length).toBeLessThanOrEqual(30 + 3);
  });

  it("go on when the database is killed and comes back: every job is done, those under way perhaps twice", async () => {
    await Promise.all([startWorker(30), startWorker(30)]);
    await queueJobs(30);
    await expect.poll(() => ran("done").length, SLOW).toBeGreaterThanOrEqual(5);

    await kill(database);
    database = await startDatabase(join(dir, "data"), Number(new URL(address).port));

    await expect.poll(() => once(ran("done")), SLOW).toEqual(upTo(30));
    expect(ran("begun").length).toBeLessThanOrEqual(30 + 2 * 3);
  });
});
