import type { Change } from "../../server/core/changes.js";
import type { ChangeStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";
import { newId } from "./ids.js";
import { pageOf } from "./pages.js";

interface ChangeRow {
  readonly accountId: string;
  readonly step: number;
  readonly change: Change;
}

export function changesInMemory(): AtOnce<ChangeStore> {
  const rows = new Map<string, ChangeRow>();
  const ofRun = (accountId: string, runId: string) =>
    [...rows.values()].filter((row) => row.accountId === accountId && row.change.runId === runId);

  return {
    record(accountId, runId, { number: step, at }, planned) {
      for (const one of planned) {
        const id = newId();
        rows.set(id, { accountId, step, change: { outcome: "DONE", because: null, ...one, id, runId, at } });
      }
    },

    except(accountId, runId, step, outcomes) {
      for (const { directoryId, outcome, because } of outcomes)
        for (const row of ofRun(accountId, runId)) {
          const { change } = row;
          if (row.step === step && change.directoryId === directoryId && change.outcome === "DONE")
            rows.set(change.id, { ...row, change: { ...change, outcome, because } });
        }
    },

    lastStep(accountId, runId) {
      const ofThis = ofRun(accountId, runId);
      if (ofThis.length === 0) return null;
      const number = Math.max(...ofThis.map((row) => row.step));
      const last = ofThis.filter((row) => row.step === number);
      const asDone = last.filter((row) => row.change.outcome === "DONE");
      return { number, directoryIds: asDone.map((row) => row.change.directoryId) };
    },

    countDone(accountId, runId) {
      const counts = { CREATE: 0, REENABLE: 0, UPDATE: 0, DISABLE: 0 };
      for (const { change } of ofRun(accountId, runId)) if (change.outcome === "DONE") counts[change.action]++;
      return counts;
    },

    page(accountId, runId, { actions, first, after }) {
      const matching = ofRun(accountId, runId)
        .map((row) => row.change)
        .filter((change) => actions?.includes(change.action) ?? true);
      const { rows: changes, next } = pageOf(matching, { keyOf: (change) => [change.id], first, after });
      return { changes, next };
    },

    ofPerson(accountId, directoryId, first) {
      return [...rows.values()]
        .filter((row) => row.accountId === accountId && row.change.directoryId === directoryId)
        .map((row) => row.change)
        .reverse()
        .sort((one, other) => other.at.getTime() - one.at.getTime())
        .slice(0, first);
    },
  };
}
