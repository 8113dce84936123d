import { describe, expect, it } from "vitest";
import type { Request } from "../../graphql/client.js";
import type { Answer } from "../../graphql/trouble.js";
import { importPeople, mergeImports, resultsOf, summary, type Person } from "./import-people.js";

const crowd = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => ({ directoryId: `p${index}`, displayName: `Person ${index}` }));

const silent = { onProgress: () => undefined };

const outcomes: Readonly<Record<string, object>> = {
  p1: { outcome: "FAILED", because: "IMPORT_BLOCKED_IN_DIRECTORY", message: "Blocked." },
  p300: { outcome: "ALREADY_HERE", because: "IMPORT_ALREADY_HERE", message: "Already here." },
};

/** Answers like the server; the request with that number fails as if the network were gone. */
function server({ offlineAt = Number.POSITIVE_INFINITY } = {}) {
  const sizes: number[] = [];
  const request: Request = <TResult>(_: unknown, variables: unknown): Promise<Answer<TResult>> => {
    const { directoryIds } = (variables as { input: { directoryIds: string[] } }).input;
    sizes.push(directoryIds.length);
    if (sizes.length === offlineAt) return Promise.resolve({ ok: false, trouble: { kind: "offline" } });
    const results = directoryIds.map((directoryId) => ({
      directoryId,
      displayName: null,
      ...(outcomes[directoryId] ?? { outcome: "ADDED", because: null, message: null }),
    }));
    return Promise.resolve({
      ok: true,
      data: { importUsers: { __typename: "UsersImported", run: { id: `run${sizes.length}` }, results } } as TResult,
    });
  };
  return { request, sizes };
}

describe("importPeople", () => {
  it("asks for at most 200 at a time and answers for everybody", async () => {
    const { request, sizes } = server();
    const progress: number[] = [];

    const { results, runIds } = await importPeople(request, crowd(450), false, {
      onProgress: (done) => progress.push(done),
    });

    expect(sizes).toEqual([200, 200, 50]);
    expect(progress).toEqual([0, 200, 400]);
    expect(runIds).toEqual(["run1", "run2", "run3"]);
    expect(results).toHaveLength(450);
    expect(resultsOf(results, "FAILED")).toEqual([
      { directoryId: "p1", displayName: "Person 1", outcome: "FAILED", message: "Blocked." },
    ]);
    // Under a heading that says it
    expect(resultsOf(results, "ALREADY_HERE")).toMatchObject([{ directoryId: "p300", message: null }]);
  });

  it("keeps what was added and says of the rest that it was not tried", async () => {
    const { request, sizes } = server({ offlineAt: 2 });

    const { results, runIds } = await importPeople(request, crowd(450), false, silent);

    expect(sizes).toEqual([200, 200]);
    expect(resultsOf(results, "ADDED")).toHaveLength(199);
    expect(results[200]?.message).toContain("could not be reached");
    expect(results[449]?.message).toContain("Not tried");
    expect(runIds).toEqual(["run1"]);
  });

  it("stops between two requests, and says who was not tried", async () => {
    const { request, sizes } = server();
    const stopping = new AbortController();

    const { results } = await importPeople(request, crowd(450), false, {
      onProgress: (done) => done === 200 && stopping.abort(),
      stopping: stopping.signal,
    });

    expect(sizes).toEqual([200, 200]);
    expect(resultsOf(results, "FAILED").map((one) => one.message)).toContain(
      "Not tried, because you stopped the import.",
    );
    expect(results).toHaveLength(450);
  });
});

describe("summary", () => {
  it("counts what happened and leaves out what did not", async () => {
    const { request } = server();

    expect(summary(await importPeople(request, crowd(3), false, silent))).toBe("Added 2 · Failed 1");
    expect(summary({ results: [], unnamedHere: 0 })).toBe("Added 0");
    expect(summary({ results: [], unnamedHere: 1240 })).toBe("Already here 1,240");
  });
});

describe("mergeImports", () => {
  it("lets a retry replace only the people it was about, and keeps both undoable", async () => {
    const { request } = server();
    const before = await importPeople(request, crowd(3), false, silent);
    const now = { directoryId: "p1", displayName: "P", outcome: "ADDED", message: null } as const;

    const merged = mergeImports(before, { results: [now], unnamedHere: 0, runIds: ["retry"], reason: null });

    expect(merged.results.map((result) => result.outcome)).toEqual(["ADDED", "ADDED", "ADDED"]);
    expect(merged.runIds).toEqual(["run1", "retry"]);
  });
});
