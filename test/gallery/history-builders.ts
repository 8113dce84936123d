import { changeWords } from "../../server/core/change-words.js";
import type { RunChangesQuery, RunQuery, RunsQuery } from "../../teams-app/src/graphql/generated/graphql.js";
import { lastRun } from "./sync-builders.js";
import { PAGE } from "./builders.js";
import { minutesAgo } from "./moment.js";
import type { Known } from "./people.js";

/* What the server answers under History. */

export type RunRow = RunsQuery["runs"]["nodes"][number];
type Details = NonNullable<RunQuery["run"]>;
type ChangeRow = NonNullable<RunChangesQuery["run"]>["changes"]["nodes"][number];

const row = (hours: number, counts: Parameters<typeof lastRun>[0], more: Partial<RunRow> = {}): RunRow => {
  const { trigger, status, counts: counted } = lastRun(counts);
  const times = { startedAt: minutesAgo(65 + hours * 60), finishedAt: minutesAgo(64 + hours * 60) };
  return { id: `run-${hours + 1}`, trigger, status, startedBy: null, counts: counted, ...times, ...more };
};

/** One of each kind that an admin meets. */
export const RUNS: readonly RunRow[] = [
  row(0, { added: 3, disabled: 1, skipped: 4 }),
  row(1, { held: 6 }, { status: "HELD" }),
  row(2, { added: 12, failed: 2 }, { status: "PARTIAL", trigger: "ADMIN", startedBy: "Adele Vance" }),
  row(3, {}, { status: "FAILED" }),
  row(4, { added: 1240 }, { trigger: "IMPORT", startedBy: "Adele Vance" }),
  row(5, { updated: 37 }, { trigger: "REFRESH" }),
  row(6, { disabled: 3 }, { trigger: "UNDO", startedBy: "Adele Vance" }),
];

export const runs = (nodes: readonly RunRow[], more: Partial<RunsQuery["runs"]> = {}): RunsQuery => ({
  runs: { nodes: [...nodes], pageInfo: PAGE, ...more },
});

export const run = (more: Partial<Details> = {}): Details => ({
  ...row(0, { added: 3, disabled: 1, skipped: 4 }),
  reasons: [],
  undoneBy: null,
  stopAskedBy: null,
  progress: null,
  usage: { requests: 3, waits: 1, waitedMs: 40_000, requestIds: ["7c1f2a90-5e7b-4a55-9c0f-1d2b3c4d5e6f"] },
  ...more,
});

export const changes = (people: readonly Known[], more: Partial<ChangeRow> = {}): RunChangesQuery => ({
  run: {
    changes: {
      nodes: people.map(({ id, name }, at) => ({
        id: `change-${at}`,
        directoryId: id,
        displayName: name,
        action: at === 0 ? "DISABLE" : "CREATE",
        reason: at === 0 ? "LEFT_GROUPS" : "IN_CHOSEN_GROUP",
        reasonText: changeWords(at === 0 ? "LEFT_GROUPS" : "IN_CHOSEN_GROUP"),
        outcome: "DONE",
        because: null,
        message: null,
        at: minutesAgo(64),
        fields: [],
        ...more,
      })),
      pageInfo: PAGE,
    },
  },
});
