import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { VIEWER } from "../operations.js";
import { startConnectedWorld, type World } from "../world.js";

/* Requests made to cost much more than they weigh. Each bound has its positive control: a request just under it. */

let world: World;
let token: string;

beforeAll(async () => {
  world = await startConnectedWorld();
  token = await world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele });
});
afterAll(() => world.close());

const send = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
    body,
  });
const ask = (query: string, variables?: object) => send(JSON.stringify({ query, variables }));

const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(" ");
/** A question whose fields are nested this deep; the schema knows none below 5, so that both rules refuse it. */
const nested = (levels: number) => `${times(levels, (n) => `{ f${n}`)} ${"}".repeat(levels)}`;
const aliases = (count: number) => `{ viewer { user { ${times(count, (n) => `a${n}: id`)} } } }`;
const roots = (count: number) => `{ ${times(count, () => "__typename")} }`;
const directives = (count: number) =>
  `{ viewer { user { ${times(Math.ceil(count / 3), (n) => `id ${"@skip(if: false) ".repeat(Math.min(3, count - 3 * n))}`)} } } }`;
/** Fields of one name are one answer, and yet each is looked at. */
const fields = (count: number) => `{ viewer { user { ${times(count - 2, () => "id")} } } }`;
/** Fragments that each use the one before twice: a few lines that stand for 2^n fields. */
const bomb = (doublings: number) =>
  `{ viewer { ...F${doublings} } } fragment F0 on Viewer { user { id } } ${times(
    doublings,
    (n) => `fragment F${n + 1} on Viewer { ...F${n} ...F${n} }`,
  )}`;
const circle = (length: number) =>
  `{ viewer { ...F0 } } ${times(length, (n) => `fragment F${n} on Viewer { ...F${(n + 1) % length} }`)}`;
const circlesOfSchema = (levels: number) =>
  `{ __schema { types { ${"fields { type { ".repeat(levels)} name ${"} }".repeat(levels)} } } }`;
const mutations = (count: number) => `mutation { ${times(count, (n) => `a${n}: checkConsent { __typename }`)} }`;
const operations = (count: number) =>
  JSON.stringify({ query: times(count, (n) => `query Q${n} { __typename }`), operationName: "Q0" });

const refused: readonly (readonly [string, () => Promise<Response>])[] = [
  ["13 levels", () => ask(nested(13))],
  ["900 levels", () => ask(nested(900))],
  ["13 levels behind a fragment", () => ask(`{ ...F } fragment F on Query ${nested(12)}`.replace("f0", "f0 { g }"))],
  ["levels of inline fragments", () => ask(`{ ${"... { ".repeat(600)} nothing ${"}".repeat(600)} }`)],
  ["31 aliases", () => ask(aliases(31))],
  ["600 aliases", () => ask(aliases(600))],
  [
    "31 aliases in a fragment used twice",
    () => ask(`{ viewer { user { ...F ...F } } } fragment F on User { ${times(16, (n) => `a${n}: id`)} }`),
  ],
  [
    "aliases of a list of 500 people",
    () => ask(`{ ${times(9, (n) => `a${n}: users(first: 500) { nodes { ${times(3, (m) => `b${m}: id`)} } }`)} }`),
  ],
  ["11 root fields", () => ask(roots(11))],
  ["11 root fields behind fragments", () => ask(`{ ...A ...A } fragment A on Query { ${"__typename ".repeat(6)} }`)],
  ["4 mutations", () => ask(mutations(4))],
  ["30 mutations", () => ask(mutations(30))],
  [
    "4 mutations behind a fragment",
    () =>
      ask(`mutation { ...A ...A } fragment A on Mutation { ${times(2, (n) => `a${n}: checkConsent { __typename }`)} }`),
  ],
  ["501 fields", () => ask(fields(501))],
  ["1,900 fields", () => ask(fields(1900))],
  ["a fragment bomb of 2^10 fields", () => ask(bomb(10))],
  ["a fragment bomb of 2^100 fields", () => ask(bomb(100))],
  ["a fragment in itself", () => ask(circle(1))],
  ["a circle of 100 fragments", () => ask(circle(100))],
  ["an unused fragment bomb", () => ask(`{ __typename } ${bomb(20).replace(/^.*?fragment/, "fragment")}`)],
  ["4 directives on a field", () => ask(`{ viewer { user { id ${"@skip(if: false) ".repeat(4)} } } }`)],
  ["400 directives on a field", () => ask(`{ viewer { user { id ${"@a ".repeat(400)} } } }`)],
  [
    "31 directives over many fields",
    () => ask(`{ ${times(8, () => "... @include(if: true) { __typename @skip(if: false) @include(if: true) @a }")} }`),
  ],
  ["unknown directives over the operation", () => ask(`query ${"@a ".repeat(500)} { __typename }`)],
  ["21 operations", () => send(operations(21))],
  ["300 operations", () => send(operations(300))],
  ["circles of introspection", () => ask(circlesOfSchema(20))],
  ["tokens over the bound", () => ask(`{ ${"__typename ".repeat(2000)} }`)],
  ["commas that hold nothing, over the bound of bytes", () => ask(`{ __typename ${",".repeat(110_000)} }`)],
  ["400 unknown arguments", () => ask(`{ users(${times(400, (n) => `a${n}: 1`)}) { totalCount } }`)],
  ["300 variables of no use", () => ask(`query (${times(300, (n) => `$v${n}: Int`)}) { __typename }`)],
  ["a list nested 900 deep", () => ask(`{ users(search: ${"[".repeat(900)}${"]".repeat(900)}) { totalCount } }`)],
  [
    "JSON nested 40,000 deep",
    () =>
      send(
        `{"query":"query ($search: String) { users(search: $search) { totalCount } }","variables":{"search":${"[".repeat(40_000)}${"]".repeat(40_000)}}}`,
      ),
  ],
  ["a batch of 1,000", () => send(`[${Array.from({ length: 1000 }, () => '{"query":"{__typename}"}').join(",")}]`)],
  ["a page of a million people", () => ask("{ users(first: 1000000) { totalCount } }")],
  [
    "a search of 50,000 letters",
    () => ask("query ($search: String) { users(search: $search) { totalCount } }", { search: "a".repeat(50_000) }),
  ],
];

const INSIDES = /\n\s+at |node_modules|server\/|file:\/\/|MongoServer|TypeError|RangeError/;

describe("a request that asks for too much", () => {
  it.each(refused)("is refused in GraphQL's shape, and others are served: %s", async (_what, attack) => {
    const [response, other] = await Promise.all([attack(), world.askWith(token, VIEWER)]);
    const text = await response.text();

    expect(response.status, text).toBeGreaterThanOrEqual(400);
    expect(response.status, text).toBeLessThan(500);
    const { errors, data } = JSON.parse(text) as {
      errors: { message: string; extensions: { code: string } }[];
      data?: object;
    };
    expect(errors[0]).toMatchObject({
      message: expect.any(String) as string,
      extensions: { code: expect.any(String) as string },
    });
    expect([text, data ?? null]).toEqual([expect.not.stringMatching(INSIDES), null]);
    expect([other.status, other.errors]).toEqual([200, undefined]);
  });

  it("is told which bound it met", async () => {
    const answers = await Promise.all(
      [nested(13), aliases(31), roots(11), mutations(4), fields(501), bomb(10), directives(31)].map(async (query) =>
        (await ask(query)).text(),
      ),
    );

    for (const [n, words] of [
      "at most 12 levels deep",
      "at most 30 aliases",
      "at most 10 fields of Query",
      "at most 3 fields of Mutation",
      "at most 500 fields in all",
      "at most 500 fields in all",
      "at most 30 directives.",
    ].entries())
      expect(answers[n]).toContain(`The request is too large: ${words}`);
  });
});

describe("a request that trickles in", () => {
  it("is not waited for, and others are served", async () => {
    const impatient = await startConnectedWorld({ answerWithinMs: 300 });
    const sender = connect(Number(new URL(impatient.url).port), "127.0.0.1").setEncoding("utf8");
    const heard = new Promise<string>((resolve) => sender.once("data", (text) => resolve(String(text))));
    sender.write(
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"query',
    );

    const [answer, other] = [await heard, await impatient.adele(VIEWER)];
    sender.destroy();
    await impatient.close();

    expect(answer).toMatch(/^HTTP\/1\.1 503 /);
    expect(answer).toContain('"code":"TIMEOUT"');
    expect(other.status).toBe(200);
  });
});

describe("a request just under a bound", () => {
  it.each([
    ["30 aliases", aliases(30)],
    ["10 root fields", roots(10)],
    ["3 mutations", mutations(3)],
    ["500 fields", fields(500)],
    ["a small fragment bomb", bomb(7)],
    [
      "3 directives in one place, of one name each or not",
      directives(30).replaceAll("@skip(if: false) ".repeat(3), "@skip(if: false) @include(if: true) "),
    ],
  ])("is answered: %s", async (_what, query) => {
    const response = await ask(query);

    expect([response.status, await response.text()]).toEqual([200, expect.not.stringContaining('"errors"')]);
  });

  it("of 12 levels hears of its unknown fields, not of a bound", async () => {
    const text = await (await ask(nested(12))).text();

    expect(text).toContain("Cannot query field");
    expect(text).not.toContain("too large");
  });

  it("of 20 operations is answered", async () => {
    expect((await send(operations(20))).status).toBe(200);
  });

  it("of 3 directives in one place hears that they are the same, not of a bound", async () => {
    const text = await (await ask(directives(30))).text();

    expect(text).toContain("can only be used once");
    expect(text).not.toContain("too large");
  });
});
