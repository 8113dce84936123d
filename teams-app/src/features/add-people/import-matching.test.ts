import { describe, expect, it } from "vitest";
import type { Request } from "../../graphql/client.js";
import type { Answer } from "../../graphql/trouble.js";
import { answered, say } from "../../../../test/answered.js";
import { importMatching } from "./import-matching.js";
import { progressOf, progressTitle } from "./import-progress.js";
import { undoImport } from "./undo-import.js";

const counts = { added: 2, disabled: 0, reenabled: 0, skipped: 3, failed: 1 };
const running = { id: "r", status: "RUNNING", reasons: [], progress: null, counts };
const ended = { ...running, status: "PARTIAL", reasons: answered(say("IMPORTED_PARTLY", { count: 1, limit: 3 })) };
const offline = { trouble: { kind: "offline" } } as const;
const atOnce = () => Promise.resolve();

/** Answers one after the other, whatever is asked; remembers what was. */
function answering(...answers: (object | typeof offline)[]) {
  const asked: unknown[] = [];
  const request: Request = <TResult>(_: unknown, variables: unknown): Promise<Answer<TResult>> => {
    asked.push(variables);
    const answer = answers[asked.length - 1] ?? {};
    return Promise.resolve(
      "trouble" in answer ? { ok: false, trouble: offline.trouble } : { ok: true, data: answer as TResult },
    );
  };
  return { request, asked };
}

const page = (names: string[], next: string | null) => ({
  run: {
    changes: {
      nodes: names.map((name) => ({
        directoryId: name,
        displayName: name,
        outcome: name === "Ben" ? "FAILED" : "DONE",
        because: name === "Ben" ? "IMPORT_BLOCKED_IN_DIRECTORY" : null,
        message: name === "Ben" ? "Blocked." : null,
      })),
      pageInfo: { hasNextPage: next !== null, endCursor: next },
    },
  },
});
const begun = { importMatchingUsers: { __typename: "RunStarted", run: { id: "r" } } };

describe("importing everybody a search finds", () => {
  it("follows the run to its end, past a question that failed, and reads every page of its result", async () => {
    const { request, asked } = answering(
      begun,
      { run: running },
      offline,
      { run: ended },
      page(["Ada", "Ben"], "c"),
      page(["Cher"], null),
    );
    const seen: string[] = [];

    const outcome = await importMatching(
      request,
      { search: "a" },
      ({ run, trouble }) => seen.push(`${run?.id ?? "nothing"} known, ${trouble?.kind ?? "all well"}`),
      atOnce,
    );

    expect(seen).toEqual(["r known, all well", "r known, offline"]);
    expect(asked.at(-1)).toEqual({ runId: "r", after: "c" });
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        results: [{ outcome: "ADDED" }, { outcome: "FAILED", message: "Blocked." }, { outcome: "ADDED" }],
        unnamedHere: 3,
        runIds: ["r"],
        reason: "1 of 3 could not be added; they are named in the list, with the reason.",
      },
    });
  });

  it("says so when the result cannot be read to its end, and keeps what was read", async () => {
    const { request } = answering(begun, { run: ended }, page(["Ada"], "c"), offline);

    const outcome = await importMatching(request, {}, () => undefined, atOnce);

    expect(outcome).toMatchObject({ ok: true, value: { results: [{ displayName: "Ada" }] } });
    expect(outcome.ok && outcome.value.reason).toContain("could not be read to its end");
  });

  it("fails with the reason where it does not begin", async () => {
    const { request } = answering(offline);

    expect(await importMatching(request, {}, () => undefined, atOnce)).toEqual({ ok: false, ...offline });
  });
});

describe("its progress", () => {
  it("is of those found first, then of those added, and knows how many from the start", () => {
    const at = (stage: string, done: number, total: number | null) =>
      progressTitle(
        progressOf({ run: { ...running, progress: { stage, done, total } } as never, trouble: null }, 1240),
      );

    expect(progressTitle(progressOf({ run: null, trouble: null }, 1240))).toBe("Finding: 0 of 1,240 people");
    expect(at("READING", 999, null)).toBe("Finding: 999 of 1,240 people");
    expect(at("APPLYING", 200, 1238)).toBe("Adding: 200 of 1,238 people");
  });
});

describe("undoing an import", () => {
  const undone = { undoRun: { __typename: "RunUndone", run: { id: "u" } } };
  const problem = (code: string) => ({
    undoRun: { __typename: "Problem", code, sentences: answered(say("NOT_UNDOABLE")), retryAt: null },
  });
  const done = { run: { ...running, status: "SUCCEEDED", counts: { ...counts, disabled: 2 } } };

  it("undoes each of its runs, and adds them up", async () => {
    const { request, asked } = answering(undone, done, undone, done);

    expect(await undoImport(request, ["a", "b"], () => undefined, atOnce)).toEqual({ disabled: 4, reason: null });
    expect(asked).toEqual([{ runId: "a" }, { id: "u" }, { runId: "b" }, { id: "u" }]);
  });

  it("passes over a retry that added nobody, but not over anything else", async () => {
    const first = answering(undone, done, problem("NOT_UNDOABLE"));
    expect(await undoImport(first.request, ["a", "b"], () => undefined, atOnce)).toEqual({ disabled: 2, reason: null });

    const second = answering(undone, done, problem("RUN_IN_PROGRESS"));
    expect(await undoImport(second.request, ["a", "b"], () => undefined, atOnce)).toEqual({
      disabled: 2,
      reason: "There is nothing in this run that can be undone.",
    });
  });
});
