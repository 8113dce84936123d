import type { Run } from "../../server/core/run.js";
import { NO_CHANGES, NO_USAGE } from "../../server/core/run-counts.js";
import type { Clock, RunStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";
import { newId } from "./ids.js";
import { pageOf } from "./pages.js";

export function runsInMemory(now: Clock): AtOnce<RunStore> {
  const rows = new Map<string, { readonly accountId: string; readonly run: Run }>();

  function find(accountId: string, runId: string): Run | null {
    const row = rows.get(runId);
    return row?.accountId === accountId ? row.run : null;
  }

  function change(accountId: string, run: Run, fields: Partial<Run>): Run {
    const changed = { ...run, ...fields };
    rows.set(run.id, { accountId, run: changed });
    return changed;
  }

  function newest(accountId: string, matches: (run: Run) => boolean, first: number, after: string | null = null) {
    const matching = [...rows.values()].flatMap(({ accountId: of, run }) =>
      of === accountId && matches(run) ? run : [],
    );
    const keyOf = (run: Run) => [run.startedAt.getTime(), run.id];
    return pageOf(matching, { direction: -1, keyOf, first, after });
  }

  return {
    byId: (accountId, runId) => find(accountId, runId),

    start(accountId, { trigger, startedBy, task = null }) {
      const begun = { id: newId(), trigger, startedBy, task, startedAt: now(), status: "RUNNING" } as const;
      const open = { finishedAt: null, undoneBy: null, stopAskedBy: null, progress: null, reasons: [], setback: null };
      return change(accountId, { ...begun, ...open, counts: NO_CHANGES, usage: NO_USAGE }, {});
    },

    progress(accountId, runId, progress) {
      const run = find(accountId, runId);
      if (run?.status === "RUNNING") change(accountId, run, { progress });
    },

    finish(accountId, runId, end) {
      const run = find(accountId, runId);
      if (!run) throw new Error("The run that should end does not exist (any more)");
      if (run.status !== "RUNNING") return run;
      return change(accountId, run, { usage: NO_USAGE, setback: null, ...end, finishedAt: now(), progress: null });
    },

    latest(accountId, { triggers, first }) {
      return newest(accountId, (run) => triggers.includes(run.trigger) && run.status !== "SKIPPED", first).rows;
    },

    page(accountId, { filter: { statuses, triggers, changed }, first, after }) {
      const matches = ({ status, trigger, counts: { added, reenabled, updated, disabled } }: Run) =>
        (statuses?.includes(status) ?? true) &&
        (triggers?.includes(trigger) ?? true) &&
        (!changed || added + reenabled + updated + disabled > 0);
      const { rows: runs, next } = newest(accountId, matches, first, after);
      return { runs, next };
    },

    running: (accountId) => newest(accountId, (run) => run.status === "RUNNING", 100).rows,

    accountsCutShort({ startedBefore, stoppedFor, stoppedSince }) {
      const isCut = ({ status, startedAt, finishedAt, reasons }: Run) =>
        status === "RUNNING"
          ? startedAt < startedBefore
          : status === "STOPPED" &&
            reasons.some(({ code }) => code === stoppedFor) &&
            finishedAt !== null &&
            finishedAt >= stoppedSince;
      return [...new Set([...rows.values()].flatMap(({ accountId, run }) => (isCut(run) ? accountId : [])))];
    },

    noteUndone(accountId, runId, undoneBy, before) {
      const run = find(accountId, runId);
      if (run?.undoneBy !== before) return false;
      change(accountId, run, { undoneBy });
      return true;
    },

    askToStop(accountId, runId, by) {
      const run = find(accountId, runId);
      if (run?.status !== "RUNNING" || run.stopAskedBy !== null) return false;
      change(accountId, run, { stopAskedBy: by });
      return true;
    },
  };
}
