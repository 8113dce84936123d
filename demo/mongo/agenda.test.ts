import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startMongo, type RunningMongo } from "./server.js";

let dir: string;
let mongo: RunningMongo;
let agendas: Agenda[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "agenda-"));
  mongo = await startMongo({ dir });
});
afterEach(async () => {
  for (const agenda of agendas) await agenda.stop();
  agendas = [];
  await mongo.close();
  rmSync(dir, { recursive: true, force: true });
});

function makeAgenda(): Agenda {
  const backend = new MongoBackend({ address: `${mongo.uri}/agenda?serverSelectionTimeoutMS=5000` });
  // A job whose end is not written, because the database was away, stays locked for so long; ten minutes by default
  const agenda = new Agenda({ backend, processEvery: 50, defaultConcurrency: 5, defaultLockLifetime: 3_000 });
  agenda.on("error", () => undefined);
  agendas.push(agenda);
  return agenda;
}

async function jobs(): Promise<Record<string, unknown>[]> {
  const client = await MongoClient.connect(mongo.uri);
  const all = await client.db("agenda").collection("agendaJobs").find().toArray();
  await client.close();
  return all;
}

describe("Agenda", () => {
  it("runs now and scheduled jobs, each once, and notes a failing one", async () => {
    const ran: string[] = [];
    const agenda = makeAgenda();
    agenda.define("note", (job) => {
      ran.push(String((job.attrs.data as { text: string }).text));
      return Promise.resolve();
    });
    agenda.define("fail", () => Promise.reject(new Error("on purpose")));
    await agenda.start();

    await agenda.now("note", { text: "now" });
    await agenda.schedule(new Date(Date.now() + 300), "note", { text: "later" });
    await agenda.now("fail", {});

    await expect.poll(() => ran.toSorted(), { timeout: 10_000 }).toEqual(["later", "now"]);
    await expect
      .poll(async () => (await jobs()).find(({ name }) => name === "fail")?.failReason, { timeout: 10_000 })
      .toBe("on purpose");
  }, 30_000);

  it("keeps one job for unique with insertOnly, and one for every()", async () => {
    const agenda = makeAgenda();
    agenda.define("sync", () => Promise.resolve());
    await agenda.start();

    for (let round = 0; round < 3; round++) {
      await agenda
        .create("sync", { account: "a1", round })
        .unique({ "data.account": "a1" }, { insertOnly: true })
        .schedule(new Date(Date.now() + 3_600_000))
        .save();
      await agenda.every("1 hour", "sync");
    }

    const all = await jobs();
    expect(all).toHaveLength(2);
    expect(all.find(({ data }) => data !== undefined && data !== null)).toMatchObject({
      data: { account: "a1", round: 0 },
    });
  }, 30_000);

  it("repeats every second, also after the database was restarted in the middle", async () => {
    let ran = 0;
    const agenda = makeAgenda();
    agenda.define("tick", () => {
      ran++;
      return Promise.resolve();
    });
    await agenda.start();
    await agenda.every("1 second", "tick");
    await expect.poll(() => ran, { timeout: 15_000 }).toBeGreaterThanOrEqual(2);

    const { port } = mongo;
    await mongo.close();
    mongo = await startMongo({ dir, port });
    const before = ran;

    await expect.poll(() => ran, { timeout: 20_000 }).toBeGreaterThanOrEqual(before + 2);
    expect(await jobs()).toHaveLength(1);
  }, 60_000);

  it("shares 50 jobs between two workers with none run twice", async () => {
    const ran: number[] = [];
    const workers = [makeAgenda(), makeAgenda()];
    for (const worker of workers)
      worker.define("count", (job) => {
        ran.push(Number((job.attrs.data as { n: number }).n));
        return Promise.resolve();
      });
    for (const worker of workers) await worker.start();

    for (let n = 0; n < 50; n++) await workers[n % 2]?.now("count", { n });

    await expect.poll(() => ran.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(50);
    expect(ran.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  }, 60_000);
});
