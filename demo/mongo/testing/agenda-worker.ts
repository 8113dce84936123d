import { appendFileSync } from "node:fs";
import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";

/** A worker of the queue as a process of its own: it writes down each job it begins and ends. */
const [uri = "", file = ""] = process.argv.slice(2);
const agenda = new Agenda({
  backend: new MongoBackend({ address: uri }),
  processEvery: 50,
  defaultConcurrency: 3,
  // As our server's queue: Agenda goes on with what it has locked beyond that, also while it drains
  defaultLockLimit: 3,
  defaultLockLifetime: 2000,
});
agenda.on("error", () => undefined);
agenda.define("count", async (job) => {
  const { n, milliseconds } = job.attrs.data as { n: number; milliseconds: number };
  appendFileSync(file, `begun ${n}\n`);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  appendFileSync(file, `done ${n}\n`);
});
await agenda.start();
process.once("SIGTERM", () => void agenda.drain().then(() => process.exit(0)));
console.log("ready");
