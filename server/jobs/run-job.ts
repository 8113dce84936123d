import type { Agenda } from "agenda";
import type { RequestedRun } from "../use-cases/ports.js";
import { numberIn, textIn, work, type Working } from "./working.js";

const LANES = 8;

/** A run that somebody asked for, taken over from the request; the job goes when the run has ended. */
export function defineRunJob(agenda: Agenda, working: Working, run: (run: RequestedRun) => Promise<void>): void {
  agenda.define("run", (job) => work(working, job, async () => run(requestedRun(job.attrs.data))), {
    concurrency: LANES,
    lockLimit: LANES,
    lockLifetime: working.lockLifetimeMs,
    removeOnComplete: true,
  });
}

function requestedRun(data: unknown): RequestedRun {
  return {
    accountId: textIn(data, "accountId"),
    runId: textIn(data, "runId"),
    leaseToken: numberIn(data, "leaseToken"),
  };
}
