import type { Agenda } from "agenda";
import { textIn, work, type Working } from "./working.js";

/** A refresh reads a whole tenant, so few go at the same time. */
const LANES = 2;

/** The daily look at every user of one account. */
export function defineRefreshJob(
  agenda: Agenda,
  working: Working,
  refresh: (accountId: string) => Promise<void>,
): void {
  agenda.define("refresh", (job) => work(working, job, async () => refresh(textIn(job.attrs.data, "accountId"))), {
    concurrency: LANES,
    lockLimit: LANES,
    lockLifetime: working.lockLifetimeMs,
  });
}
