import { auditServer, type AuditResult } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../world.js";

/* The GraphQL-over-HTTP audit, by those who wrote the protocol down. Its questions are `{ __typename }` and mistakes. */

const MOST_WARNINGS = 3;

let world: World;
let results: readonly AuditResult[];

beforeAll(async () => {
  world = await startWorld();
  results = await auditServer({ url: `${world.url}/graphql` });
});
afterAll(() => world.close());

const withStatus = (status: AuditResult["status"]) =>
  results.flatMap((result) =>
    result.status === status ? [`${result.id} ${result.name}${"reason" in result ? `: ${result.reason}` : ""}`] : [],
  );

describe("GraphQL over HTTP", () => {
  it("is spoken without errors", () => {
    expect(withStatus("error")).toEqual([]);
    expect(withStatus("ok").length).toBeGreaterThan(50);
  });

  it(`is spoken with ${MOST_WARNINGS} warnings at most`, () => {
    const warnings = withStatus("warn");

    expect(warnings.length, warnings.join("\n")).toBeLessThanOrEqual(MOST_WARNINGS);
  });
});
