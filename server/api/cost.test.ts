import { buildSchema, getOperationAST, parse, type GraphQLSchema } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { costOf } from "./cost.js";
import { createSchema } from "./schema.js";

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema();
});

function cost(text: string, variables: Record<string, unknown> = {}, of = schema): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error(`Not one operation: ${text}`);
  return costOf({ schema: of, document, operation, variables });
}

describe("the cost of an operation", () => {
  it("is how many fields its answer can hold, each row of a page counted", () => {
    expect(cost("{ viewer { user { id displayName } account { name } } }")).toBe(6);
    expect(cost("{ users(first: 100) { nodes { id groups { id } } pageInfo { endCursor } totalCount } }")).toBe(305);
  });

  it.each([
    ["in the text", "{ users(first: 7) { nodes { id } } }", {}],
    ["in a variable", "query ($n: Int!) { users(first: $n) { nodes { id } } }", { n: 7 }],
    ["in a variable's default", "query ($n: Int! = 7) { users(first: $n) { nodes { id } } }", { n: 7 }],
  ])("takes the size of a page where it stands: %s", (_where, text, variables) => {
    expect(cost(text, variables)).toBe(2 + 7);
  });

  it("takes the schema's own size for a page that names none", () => {
    expect(cost("{ users { nodes { id } } }")).toBe(2 + 50);
    expect(cost("query ($n: Int) { users(first: $n) { nodes { id } } }")).toBe(2 + 50);
  });

  it.each([
    ["users", "nodes { id }"],
    ["candidates", "... on CandidateConnection { nodes { directoryId } }"],
    ["directoryGroups", "... on DirectoryGroupConnection { nodes { id } }"],
  ])("knows the page of %s by the schema", (page, rows) => {
    const [ten, twenty] = [10, 20].map((first) => cost(`{ ${page}(first: ${first}) { ${rows} } }`));

    expect([ten, twenty]).toEqual([12, 22]);
  });

  it("is summed over aliases and fragments, as often as they are used", () => {
    const page = "nodes { id email }";

    expect(cost(`{ a: users(first: 10) { ${page} } b: users(first: 5) { ${page} } }`)).toBe(22 + 12);
    expect(
      cost(`{ users(first: 10) { ...Page ...Page } } fragment Page on UserConnection { nodes { ...Ids } }
            fragment Ids on User { id email }`),
    ).toBe(1 + 2 * 21);
  });

  it("multiplies pages within pages, and nothing beside their rows", () => {
    const nested = buildSchema(`
      type Query { teams(first: Int = 3): Teams  one: Team }
      type Teams { nodes: [Team] extra: Team }
      type Team { name: String tags: [Tag] members(first: Int!): Members }
      type Tag { word: String }
      type Members { nodes: [Person] }
      type Person { name: String }`);

    expect(cost("{ teams { nodes { members(first: 10) { nodes { name } } } } }", {}, nested)).toBe(2 + 3 * (2 + 10));
    expect(cost("{ teams { extra { name tags { word } } } }", {}, nested)).toBe(5);
  });

  it("comes to an end at sizes that no page has, which are refused elsewhere", () => {
    expect(cost("{ users(first: -5) { nodes { id } } }")).toBe(2);
    expect(cost("query ($n: Int!) { users(first: $n) { nodes { id } } }")).toBe(2 + 50);
    expect(cost("{ __schema { types { name } } __typename }")).toBe(4);
  });
});
