import type { Agenda } from "agenda";
import { textIn, work, type Working } from "./working.js";

/** Accounts synchronized by one process at the same time. */
const LANES = 8;

/** The hourly run of one account. */
export function defineSyncJob(agenda: Agenda, working: Working, run: (accountId: string) => Promise<void>): void {
  agenda.define("sync", (job) => work(working, job, async () => run(textIn(job.attrs.data, "accountId"))), {
    concurrency: LANES,
    lockLimit: LANES,
    lockLifetime: working.lockLifetimeMs,
  });
}
