/*
 * GraphQL requests made to cost much more than they weigh, as bodies to be sent, and for each bound a request just
 * under it.
 */

const body = (query: string, variables?: object, operationName?: string) =>
  JSON.stringify({ query, variables, operationName });
/** A body whose variables are written by hand: JSON.stringify knows no 1e400. */
const withVariables = (query: string, variables: string) =>
  `{"query":${JSON.stringify(query)},"variables":${variables}}`;
const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(" ");
const ids = (count: number) => Array.from({ length: count }, (_, n) => String(n));

/** A question whose fields are nested this deep; the schema knows none below 5, so that both rules refuse it. */
export const nested = (levels: number) => `${times(levels, (n) => `{ f${n}`)} ${"}".repeat(levels)}`;
export const aliases = (count: number) => `{ viewer { user { ${times(count, (n) => `a${n}: id`)} } } }`;
export const roots = (count: number) => `{ ${times(count, () => "__typename")} }`;
export const mutations = (count: number) => `mutation { ${times(count, (n) => `a${n}: checkConsent { __typename }`)} }`;
/** Fields of one name are one answer, and yet each is looked at. */
export const fields = (count: number) => `{ viewer { user { ${times(count - 2, () => "id")} } } }`;
/** Fragments that each use the one before twice: a few lines that stand for 2^n fields. */
export const bomb = (doublings: number) =>
  `{ viewer { ...F${doublings} } } fragment F0 on Viewer { user { id } } ${times(
    doublings,
    (n) => `fragment F${n + 1} on Viewer { ...F${n} ...F${n} }`,
  )}`;
export const directives = (count: number) =>
  `{ viewer { user { ${times(Math.ceil(count / 3), (n) => `id ${"@skip(if: false) ".repeat(Math.min(3, count - 3 * n))}`)} } } }`;
const circle = (length: number) =>
  `{ viewer { ...F0 } } ${times(length, (n) => `fragment F${n} on Viewer { ...F${(n + 1) % length} }`)}`;
const circlesOfSchema = (levels: number) =>
  `{ __schema { types { ${"fields { type { ".repeat(levels)} name ${"} }".repeat(levels)} } } }`;
const operations = (count: number) =>
  body(
    times(count, (n) => `query Q${n} { __typename }`),
    {},
    "Q0",
  );

/** Pages of users 12 fields a row. */
const ROW = "id displayName email status disabledReason origin managedBy role directoryId groups { id displayName }";
export const pages = (count: number, first: string) =>
  `query ${first === "$n" ? "($n: Int! = 500)" : ""} { ${times(count, (n) => `a${n}: users(first: ${first}) { nodes { ${ROW} } }`)} }`;

const SEARCH = "query ($search: String) { users(search: $search) { totalCount } }";
const PAGE = "query ($n: Int!) { users(first: $n) { totalCount } }";
const FILTERED = "query ($filter: UserFilter) { users(filter: $filter) { totalCount } }";
const IMPORT = "mutation ($ids: [ID!]!) { importUsers(input: { directoryIds: $ids }) { __typename } }";
const STATUS = (list: string) =>
  `mutation { setUserStatus(input: { userIds: [${list}], status: DISABLED }) { __typename } }`;

type Requests = readonly (readonly [what: string, body: string])[];

export const TOO_MUCH: Requests = [
  ["13 levels", body(nested(13))],
  ["900 levels", body(nested(900))],
  ["13 levels behind a fragment", body(`{ ...F } fragment F on Query ${nested(12)}`.replace("f0", "f0 { g }"))],
  ["levels of inline fragments", body(`{ ${"... { ".repeat(600)} nothing ${"}".repeat(600)} }`)],
  ["31 aliases", body(aliases(31))],
  ["600 aliases", body(aliases(600))],
  [
    "31 aliases in a fragment used twice",
    body(`{ viewer { user { ...F ...F } } } fragment F on User { ${times(16, (n) => `a${n}: id`)} }`),
  ],
  [
    "aliases of a list of 500 people",
    body(`{ ${times(9, (n) => `a${n}: users(first: 500) { nodes { ${times(3, (m) => `b${m}: id`)} } }`)} }`),
  ],
  ["11 root fields", body(roots(11))],
  ["11 root fields behind fragments", body(`{ ...A ...A } fragment A on Query { ${"__typename ".repeat(6)} }`)],
  ["4 mutations", body(mutations(4))],
  ["30 mutations", body(mutations(30))],
  [
    "4 mutations behind a fragment",
    body(`mutation { ...A ...A } fragment A on Mutation { ${times(2, (n) => `a${n}: checkConsent { __typename }`)} }`),
  ],
  ["501 fields", body(fields(501))],
  ["1,900 fields", body(fields(1900))],
  ["a fragment bomb of 2^10 fields", body(bomb(10))],
  ["a fragment bomb of 2^100 fields", body(bomb(100))],
  ["a fragment in itself", body(circle(1))],
  ["a circle of 100 fragments", body(circle(100))],
  ["an unused fragment bomb", body(`{ __typename } ${bomb(20).replace(/^.*?fragment/, "fragment")}`)],
  ["4 directives on a field", body(`{ viewer { user { id ${"@skip(if: false) ".repeat(4)} } } }`)],
  ["400 directives on a field", body(`{ viewer { user { id ${"@a ".repeat(400)} } } }`)],
  [
    "31 directives over many fields",
    body(`{ ${times(8, () => "... @include(if: true) { __typename @skip(if: false) @include(if: true) @a }")} }`),
  ],
  ["unknown directives over the operation", body(`query ${"@a ".repeat(500)} { __typename }`)],
  ["21 operations", operations(21)],
  ["300 operations", operations(300)],
  ["circles of introspection", body(circlesOfSchema(20))],

  ["10 full pages", body(pages(10, "500"))],
  ["10 full pages by a variable", body(pages(10, "$n"), { n: 500 })],
  ["10 full pages by a variable's default", body(pages(10, "$n"))],
  [
    "one page used by many fragments",
    body(`{ ${"...P ".repeat(9)} } fragment P on Query { users(first: 500) { nodes { ${ROW} } } }`),
  ],
  ["a page of a million people", body("{ users(first: 1000000) { totalCount } }")],
  ["a page of a million people by a variable", body(PAGE, { n: 1_000_000 })],

  ["a list of 1,001 ids", body(IMPORT, { ids: ids(1001) })],
  ["a list of 10,000 ids", body(IMPORT, { ids: ids(10_000) })],
  ["a list of 100,000 ids, over the bound of bytes", body(IMPORT, { ids: ids(100_000) })],
  ["a list of 1,001 ids in the text", body(STATUS(times(1001, (n) => String(n))))],
  ["a list of 20,000 nulls in a filter", body(FILTERED, { filter: { directoryStates: Array(20_000).fill(null) } })],
  ["60 wrong values in a list", body(FILTERED, { filter: { directoryStates: Array(60).fill(null) } })],
  ["a list of 1,001 in a variable of no use", body("{ __typename }", { a: [{ b: Array(1001).fill(0) }] })],
  ["a list nested 900 deep", body(`{ users(search: ${"[".repeat(900)}${"]".repeat(900)}) { totalCount } }`)],
  ["lists nested 40,000 deep", withVariables(SEARCH, `{"search":${"[".repeat(40_000)}${"]".repeat(40_000)}}`)],
  ["objects nested 10,000 deep", withVariables(FILTERED, `{"filter":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`)],

  ["a number beyond all numbers", withVariables(PAGE, '{"n":1e400}')],
  ["a number beyond all numbers in the text", body("{ users(first: 1e400) { totalCount } }")],
  ["400 digits", body(`{ users(first: ${"9".repeat(400)}) { totalCount } }`)],
  ["2^53 + 1", withVariables(PAGE, '{"n":9007199254740993}')],
  ["2^31", body("{ users(first: 2147483648) { totalCount } }")],
  ["less than nothing, nearly", withVariables(PAGE, '{"n":-0}')],

  ["tokens over the bound", body(`{ ${"__typename ".repeat(2000)} }`)],
  ["commas that hold nothing, over the bound of bytes", body(`{ __typename ${",".repeat(110_000)} }`)],
  ["90 kB of spaces", body(" ".repeat(90_000))],
  ["spaces over the bound of bytes", `${" ".repeat(110_000)}{"query":"{ __typename }"}`],
  ["nothing but comments", body("# a comment\n".repeat(7000))],
  ["400 unknown arguments", body(`{ users(${times(400, (n) => `a${n}: 1`)}) { totalCount } }`)],
  ["300 variables of no use", body(`query (${times(300, (n) => `$v${n}: Int`)}) { __typename }`)],
  ["2,000 variables of no use", body(`query (${times(2000, (n) => `$v${n}: Int`)}) { __typename }`)],
  ["an operation's name of 90 kB", body("query A { __typename } query B { __typename }", {}, "C".repeat(90_000))],
  ["a field's name of 90 kB", body(`{ ${"f".repeat(90_000)} }`)],
  [
    "a cursor of 90 kB",
    body("query ($after: String) { users(after: $after) { totalCount } }", { after: "Zz-_".repeat(22_500) }),
  ],
  ["a search of 50,000 letters", body(SEARCH, { search: "a".repeat(50_000) })],
  ["a batch of 1,000", `[${Array.from({ length: 1000 }, () => '{"query":"{__typename}"}').join(",")}]`],
];

export const JUST_UNDER: Requests = [
  ["30 aliases", body(aliases(30))],
  ["10 root fields", body(roots(10))],
  ["3 mutations", body(mutations(3))],
  ["500 fields", body(fields(500))],
  ["a small fragment bomb", body(bomb(7))],
  [
    "3 directives in one place, of one name each or not",
    body(directives(30).replaceAll("@skip(if: false) ".repeat(3), "@skip(if: false) @include(if: true) ")),
  ],
  ["20 operations", operations(20)],
  ["4 full pages by a variable", body(pages(4, "$n"), { n: 500 })],
  ["10 pages of 200 by a variable", body(pages(10, "$n"), { n: 200 })],
  ["a list of 1,000 ids, which has a bound of its own", body(IMPORT, { ids: ids(1000) })],
  ["90 kB of spaces around a question", body(`${" ".repeat(45_000)}{ __typename }${" ".repeat(45_000)}`)],
  ["comments before a question", body(`${"# a comment\n".repeat(7000)}{ __typename }`)],
  ["a search of 200 letters", body(SEARCH, { search: "a".repeat(200) })],
];
