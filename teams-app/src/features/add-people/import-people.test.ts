import { describe, expect, it } from "vitest";
import type { Request } from "../../graphql/client.js";
import type { Answer } from "../../graphql/trouble.js";
import { importPeople, mergeResults, resultsOf, summary, type Person } from "./import-people.js";

const crowd = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => ({ directoryId: `p${index}`, displayName: `Person ${index}` }));

/** Answers like the server; the request with that number fails as if the network were gone. */
function server({ offlineAt = Number.POSITIVE_INFINITY } = {}) {
  const sizes: number[] = [];
  const request: Request = <TResult>(_: unknown, variables: unknown): Promise<Answer<TResult>> => {
    const { directoryIds } = (variables as { input: { directoryIds: string[] } }).input;
    sizes.push(directoryIds.length);
    if (sizes.length === offlineAt) return Promise.resolve({ ok: false, trouble: { kind: "offline" } });
    const results = directoryIds.map((directoryId) => ({
      directoryId,
      outcome: directoryId === "p1" ? "FAILED" : "ADDED",
      displayName: null,
      message: directoryId === "p1" ? "Blocked." : null,
    }));
    return Promise.resolve({ ok: true, data: { importUsers: { __typename: "UsersImported", results } } as TResult });
  };
  return { request, sizes };
}

describe("importPeople", () => {
  it("asks for at most 200 at a time and answers for everybody", async () => {
    const { request, sizes } = server();
    const progress: number[] = [];

    const results = await importPeople(request, crowd(450), false, (done) => progress.push(done));

    expect(sizes).toEqual([200, 200, 50]);
    expect(progress).toEqual([0, 200, 400]);
    expect(results).toHaveLength(450);
    expect(resultsOf(results, "FAILED")).toEqual([
      { directoryId: "p1", displayName: "Person 1", outcome: "FAILED", message: "Blocked." },
    ]);
  });

  it("keeps what was added and says of the rest that it was not tried", async () => {
    const { request, sizes } = server({ offlineAt: 2 });

    const results = await importPeople(request, crowd(450), false, () => undefined);

    expect(sizes).toEqual([200, 200]);
    expect(resultsOf(results, "ADDED")).toHaveLength(199);
    expect(results[200]?.message).toContain("could not be reached");
    expect(results[449]?.message).toContain("Not tried");
  });
});

describe("summary", () => {
  it("counts what happened and leaves out what did not", async () => {
    const { request } = server();

    expect(summary(await importPeople(request, crowd(3), false, () => undefined))).toBe("Added 2 · Failed 1");
    expect(summary([])).toBe("Added 0");
  });
});

describe("mergeResults", () => {
  it("lets a retry replace only the people it was about", async () => {
    const { request } = server();
    const before = await importPeople(request, crowd(3), false, () => undefined);

    const merged = mergeResults(before, [{ directoryId: "p1", displayName: "P", outcome: "ADDED", message: null }]);

    expect(merged.map((result) => result.outcome)).toEqual(["ADDED", "ADDED", "ADDED"]);
  });
});
