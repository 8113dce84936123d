import { describe, expect, it } from "vitest";
import { actionWords, fieldWords, type ChangeRow } from "./change-words.js";
import { allChanges, changeRows } from "./changes-csv.js";
import { runAddress, runIdOf } from "./run-address.js";
import {
  durationWords,
  mayBeUndone,
  shownStatus,
  startedByWords,
  statusTone,
  statusWords,
  type RunDetails,
} from "./run-words.js";
import { everything, isNarrowed, toRunFilter } from "./runs-query.js";
import { timelineOf } from "./timeline.js";

const fixed = { now: new Date("2026-11-23T14:30:00Z"), locale: "en-GB", timeZone: "UTC" };
const noCounts = { added: 0, reenabled: 0, updated: 0, disabled: 0, skipped: 0, failed: 0, held: 0 };

const run = (over: Partial<RunDetails> = {}): RunDetails => ({
  id: "r",
  trigger: "SCHEDULE",
  status: "SUCCEEDED",
  startedAt: "2026-11-23T14:00:00Z",
  finishedAt: "2026-11-23T14:02:05Z",
  startedBy: null,
  reasons: [],
  undoneBy: null,
  stopAskedBy: null,
  counts: noCounts,
  progress: null,
  usage: { requests: 0, waits: 0, waitedMs: 0, requestIds: [] },
  ...over,
});

const change = (over: Partial<ChangeRow> = {}): ChangeRow => ({
  id: "c",
  directoryId: "d-1",
  displayName: "Ada",
  action: "CREATE",
  reason: "IN_CHOSEN_GROUP",
  reasonText: "Is in a chosen group.",
  outcome: "DONE",
  because: null,
  message: null,
  at: "2026-11-23T14:01:00Z",
  fields: [],
  ...over,
});

describe("a run in words", () => {
  it("names what started it, and the admin where it was one", () => {
    expect(startedByWords(run())).toBe("Every hour");
    expect(startedByWords(run({ trigger: "ADMIN", startedBy: "Adele Vance" }))).toBe("Run now, Adele Vance");
  });

  it("is not called failed where it did something before it broke off", () => {
    const brokeOff = run({ status: "FAILED", counts: { ...noCounts, added: 3 } });

    expect([shownStatus(brokeOff), statusWords(brokeOff), statusTone(brokeOff)]).toEqual([
      "PARTIAL",
      "Partly done",
      "warning",
    ]);
    expect(statusTone(run({ status: "FAILED" }))).toBe("danger");
  });

  it("tells how long it took once it has ended", () => {
    expect(durationWords(run(), fixed)).toBe("2 mins 5 secs");
    expect(durationWords(run({ finishedAt: null }), fixed)).toBeNull();
  });

  it("can be undone where somebody came, came back or was disabled, and is no undo itself", () => {
    const disabled = { ...noCounts, disabled: 1 };

    expect(mayBeUndone(run({ counts: disabled }))).toBe(true);
    expect(mayBeUndone(run({ counts: { ...noCounts, updated: 5, skipped: 2 } }))).toBe(false);
    expect(mayBeUndone(run({ counts: disabled, trigger: "UNDO" }))).toBe(false);
    expect(mayBeUndone(run({ counts: disabled, status: "RUNNING" }))).toBe(false);
  });
});

describe("the timeline", () => {
  it("tells start, questions, waits and end in their order", () => {
    const usage = { requests: 12, waits: 2, waitedMs: 40_000, requestIds: [] };

    expect(timelineOf(run({ usage }), fixed).map(({ words }) => words)).toEqual([
      "Started: Every hour",
      "Asked Microsoft 12 times",
      "Waited 2 times for Microsoft, 40 secs in all",
      "Done, after 2 mins 5 secs",
    ]);
  });

  it("of a run that goes on has no end", () => {
    expect(timelineOf(run({ status: "RUNNING", finishedAt: null }), fixed).at(-1)).toEqual({
      at: null,
      words: "Goes on",
    });
  });
});

describe("a change in words", () => {
  it("says what was done, or what was to be done", () => {
    expect(actionWords(change())).toBe("Added");
    expect(actionWords(change({ outcome: "FAILED" }))).toBe("To add");
  });

  it("shows fields before and after where it is about fields", () => {
    const fields = [{ name: "email", before: null, after: "ada@contoso.example" }];

    expect(fieldWords(change({ action: "UPDATE", fields }))).toEqual(["Mail: – → ada@contoso.example"]);
    expect(fieldWords(change({ fields }))).toEqual([]);
  });
});

describe("the file of a run", () => {
  it("has its headings and a row for each change", () => {
    expect(
      changeRows([change({ outcome: "FAILED", because: "NOT_DONE_NOT_WRITTEN", message: "Could not be saved." })]),
    ).toEqual([
      ["Time (UTC)", "Name", "Object id", "What", "Why", "Outcome", "Remark", "Before and after"],
      ["2026-11-23T14:01:00Z", "Ada", "d-1", "To add", "Is in a chosen group.", "Failed", "Could not be saved.", ""],
    ]);
  });

  it("holds every page, and tells how far it is", async () => {
    const pages = [
      { nodes: [change({ id: "1" }), change({ id: "2" })], pageInfo: { hasNextPage: true, endCursor: "two" } },
      { nodes: [change({ id: "3" })], pageInfo: { hasNextPage: false, endCursor: null } },
    ];
    const asked: unknown[] = [];
    const request = (_: unknown, { after }: { after?: string | null }) => {
      asked.push(after);
      return Promise.resolve({ ok: true, data: { run: { changes: pages[asked.length - 1] } } });
    };
    const told: number[] = [];

    const all = await allChanges(request as never, "r", (count) => told.push(count), new AbortController().signal);

    expect(all.ok && all.changes.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect([asked, told]).toEqual([
      [null, "two"],
      [2, 3],
    ]);
  });

  it("is none when a page does not come: half a list would look like a whole one", async () => {
    const trouble = { kind: "offline" } as const;
    const request = () => Promise.resolve({ ok: false, trouble });

    const all = await allChanges(request as never, "r", () => undefined, new AbortController().signal);

    expect(all).toEqual({ ok: false, trouble });
  });
});

describe("the address of a run", () => {
  it("leads to the run and back, and to the list for anything else", () => {
    expect(runIdOf(runAddress("66f0a1"))).toBe("66f0a1");
    expect([runIdOf("/history"), runIdOf("/history/run/"), runIdOf("/history/run/a/b"), runIdOf("/users")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("the filter of runs", () => {
  it("asks for nothing in particular at first", () => {
    expect([toRunFilter(everything), isNarrowed(everything)]).toEqual([{}, false]);
  });

  it("asks for runs that changed somebody, need a person, or are of one kind", () => {
    expect(toRunFilter({ show: "changed", kind: "import" })).toEqual({ changed: true, triggers: ["IMPORT"] });
    expect(toRunFilter({ show: "attention", kind: "all" })).toEqual({
      statuses: ["HELD", "PARTIAL", "FAILED", "STOPPED"],
    });
  });
});
