import { readdirSync, readFileSync } from "node:fs";
import { getIntrospectionQuery, Kind, parse, validate, type GraphQLSchema } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { costOf } from "./cost.js";
import { limitRules, LIMITS } from "./limits.js";
import { createSchema } from "./schema.js";

const TAB = new URL("../../teams-app/src/", import.meta.url);

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema();
});

/** Every operation of the tab, cut out of the files they are written in; nothing there is filled in later. */
function operationsOfTab(): { readonly file: string; readonly text: string }[] {
  const files = readdirSync(TAB, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("operations.ts"),
  );
  return files.flatMap((file) => {
    const source = readFileSync(new URL(file, TAB), "utf8");
    return [...source.matchAll(/graphql\(`([^`]+)`\)/g)].map(([, text = ""]) => ({ file, text }));
  });
}

/** What each operation of a text costs with the largest page that there is of anything. */
function costs(text: string): number[] {
  const document = parse(text);
  return document.definitions.flatMap((operation) =>
    operation.kind === Kind.OPERATION_DEFINITION
      ? [costOf({ schema, document, operation, variables: { first: text.includes("auditEvents") ? 100 : 500 } })]
      : [],
  );
}

const refusals = (text: string) => validate(schema, parse(text), limitRules).map((error) => error.message);

describe("the limits of a request", () => {
  it("let every operation of the tab pass", () => {
    const operations = operationsOfTab();

    const refused = operations.flatMap(({ file, text }) => refusals(text).map((words) => `${file}: ${words}`));

    expect(operations.length).toBeGreaterThan(12);
    expect(refused).toEqual([]);
  });

  it("leave plenty of room for every operation of the tab, with the largest page there is", () => {
    const largest = Math.max(...operationsOfTab().flatMap(({ text }) => costs(text)));

    expect(largest).toBeGreaterThan(500 * 12); // the tab's page of users has more than a dozen fields a row
    expect(largest).toBeLessThan(LIMITS.fieldsOfAnswer / 3);
  });

  it("let tools read the schema", () => {
    expect(refusals(getIntrospectionQuery({ inputValueDeprecation: true, directiveIsRepeatable: true }))).toEqual([]);
  });

  it("count a fragment as often as it is used, and name the bound", () => {
    const query = "query { viewer { user { ...Ids ...Ids } } } fragment Ids on User { a: id b: id c: id d: id }";

    expect(refusals(query)).toEqual([]);
    expect(refusals(query.replace("...Ids ...Ids", "...Ids ".repeat(8)))).toEqual([
      "The request is too large: at most 30 aliases.",
    ]);
  });

  it("come to an end at fragments that use each other, which GraphQL refuses", () => {
    expect(refusals("{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }")).toEqual([]);
  });
});
