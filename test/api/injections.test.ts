import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { createSchema } from "../../server/api/schema.js";
import { textPlaces, type Operation, type TextPlace } from "../inputs.js";
import { LONG_TEXTS, logEntries, NASTY_TEXTS, wellFormed } from "../nasty-texts.js";
import { UPDATE, UPDATE_ACCOUNT } from "../operations.js";
import { storedBytes } from "../stored.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";

/* Whatever somebody writes where text is wanted is text: stored as it is, cleaned, or refused. */

let world: World & { readonly adele: Ask };
let token: string;
let places: readonly TextPlace[];

beforeAll(async () => {
  // Without a worker, which writes when it likes.
  world = await startConnectedWorld({ config: { role: "api" } });
  token = await world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele });
  places = textPlaces(await createSchema());
  // The version of the settings is 1 now, the simplest number, with which the places beside it are reached.
  await world.adele(UPDATE, { input: { version: 0, includeNested: true } });
  // A run that goes on all the time: some nasty texts are names, and would begin the import of all who have them.
  const account = await world.store.accounts.byTenant(CONTOSO_TENANT_ID);
  await world.store.leases.acquire(account?.id ?? "", 3_600_000);
});
afterAll(() => world.close());

interface Sent {
  readonly status: number;
  readonly text: string;
  readonly codes: readonly string[];
  /** The answer of the first root field. */
  readonly data: { readonly __typename?: string; readonly code?: string } | null;
}

async function post(body: string): Promise<Sent> {
  const response = await fetch(`${world.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body,
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as {
    data?: Record<string, object | null> | null;
    errors?: { extensions: { code: string } }[];
  };
  const [first = null] = Object.values(data ?? {});
  return { status: response.status, text, codes: errors.map(({ extensions }) => extensions.code), data: first };
}
const send = ({ query, variables }: Operation) => post(JSON.stringify({ query, variables }));

/** What no answer may hold: a stack, a folder, a word of the code or of the database. */
const INSIDES = /\n\s+at |node_modules|server\/|file:\/\/|Mongo|BSON|TypeError|RangeError|URIError|CastError|ObjectId/;

/** Problems that say something of the text. Others would show that Microsoft was asked something that it cannot read. */
const ABOUT_TEXT = [
  "CONFLICT_GONE",
  "CURSOR_INVALID",
  "GROUP_GONE",
  "INVALID_INPUT",
  "INVITE_NOT_GOOD",
  "NO_GROUPS",
  "NOT_FOUND",
  // A token that no preview has, and a choice whose list of groups is the simplest one
  "PLAN_CHANGED",
  "RUN_IN_PROGRESS",
];

/** Sends to each place, a few at a time; the answers of which something was wrong, by the place's name. */
async function sendToEach(
  value: unknown,
  wrong: (sent: Sent, place: TextPlace) => boolean,
  sendOne = send,
): Promise<object[]> {
  const waiting = [...places];
  const found: object[] = [];
  const lane = async () => {
    for (let place = waiting.shift(); place; place = waiting.shift()) {
      const sent = await sendOne(place.operation(value));
      const bad = sent.status >= 500 || sent.codes.includes("INTERNAL_SERVER_ERROR") || INSIDES.test(sent.text);
      if (bad || wrong(sent, place))
        found.push({ place: place.name, status: sent.status, text: sent.text.slice(0, 300) });
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return found;
}

/** Who is refused before all is sent may hear of the connection's end before they hear why. Then they send it again. */
async function sendUntilAnswered(operation: Operation): Promise<Sent> {
  for (let tries = 1; ; tries++) {
    try {
      return await send(operation);
    } catch (error) {
      const code = ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code ?? "";
      if (tries === 5 || !["ECONNRESET", "EPIPE"].includes(code)) throw error;
    }
  }
}

/** The rows of what the places could change. Who tries to import leaves a run behind, which is no change. */
const stored = async () => {
  // Rises with each help contact that was taken, and taken back
  await world.store.db.collection("accounts").updateMany({}, { $set: { settingsVersion: 0 } });
  return storedBytes(world.store, (name) =>
    ["accounts", "users", "syncSettings", "groupMembers", "leases"].includes(name),
  );
};

describe("the places where text may be written", () => {
  it("are found by themselves", () => {
    const names = places.map(({ name }) => name);

    expect(names).toEqual(
      expect.arrayContaining([
        "Query.users.search",
        "Query.users.filter.changedSince",
        "Query.candidates.filter.department",
        "Mutation.importUsers.input.directoryIds[]",
        "Mutation.updateAccountSettings.input.helpContact",
      ]),
    );
    expect(names.length).toBeGreaterThanOrEqual(14);
  });

  it("take plain text, but for the cursors, and come to what they are for", async () => {
    const plain = (type: string) => (type === "DateTime" ? "2026-05-04T12:00:00Z" : "plain");

    const answers = await Promise.all(places.map((place) => send(place.operation(plain(place.type)))));

    const refused = places.filter((_place, n) => answers[n]?.status !== 200);
    expect(refused.map(({ name }) => name).sort()).toEqual([
      "Query.auditEvents.after",
      "Query.conflicts.after",
      "Query.runs.after",
      "Query.users.after",
    ]);
    expect(answers.map(({ data }) => data?.code)).not.toContain("SETTINGS_CHANGED");
  });
});

describe("nasty text", () => {
  let before: Awaited<ReturnType<typeof stored>>;
  const forgetHelp = () => world.adele(UPDATE_ACCOUNT, { input: { helpContact: null } });
  beforeAll(async () => {
    await forgetHelp();
    before = await stored();
  });

  it.each(Object.entries({ ...NASTY_TEXTS, ...LONG_TEXTS }))(
    "is taken as text or refused in words, wherever it is written: %s",
    async (_what, value) => {
      const wrong = await sendToEach(value, ({ status, data }) => {
        const aboutSomethingElse = data?.code !== undefined && !ABOUT_TEXT.includes(data.code);
        return ![200, 400].includes(status) || aboutSomethingElse;
      });

      expect(wrong).toEqual([]);
    },
  );

  it.each([
    ["an operator", { $ne: null }],
    ["an object", { toString: "x", constructor: { prototype: {} } }],
    ["lists in lists", [["a"]]],
    ["yes", true],
  ])("of another kind is refused in words: %s", async (_what, value) => {
    expect(await sendToEach(value, ({ status, codes }) => status !== 400 || codes[0] !== "BAD_USER_INPUT")).toEqual([]);
  });

  it("that is a number is one where an id is wanted, as GraphQL has it, and refused where it is not", async () => {
    const wrong = await sendToEach(42, ({ status }, { type }) => status !== (type === "ID" ? 200 : 400));

    expect(wrong).toEqual([]);
  });

  it("of a megabyte is refused before it is read", async () => {
    const value = "x".repeat(1_000_000);

    const isWrong = ({ status, codes }: Sent) => status !== 413 || codes[0] !== "PAYLOAD_TOO_LARGE";
    expect(await sendToEach(value, isWrong, sendUntilAnswered)).toEqual([]);
  });

  it.each([
    ["a prototype as variables", '{"query":"{ __typename }","variables":{"__proto__":{"polluted":true}}}'],
    [
      "a prototype in an input",
      `{"query":${JSON.stringify(UPDATE_ACCOUNT)},"variables":{"input":{"__proto__":{"helpContact":"x","polluted":true}}}}`,
    ],
    [
      "a constructor in an input",
      `{"query":${JSON.stringify(UPDATE_ACCOUNT)},"variables":{"input":{"constructor":{"prototype":{"polluted":true}}}}}`,
    ],
    [
      "a prototype as the request's",
      '{"__proto__":{"query":"{ __typename }","polluted":true},"query":"{ __typename }"}',
    ],
    ["a prototype in extensions", '{"query":"{ __typename }","extensions":{"__proto__":{"polluted":true}}}'],
    ["variables that are a list", '{"query":"{ __typename }","variables":["$where"]}'],
    ["an operation name that is an operator", '{"query":"{ __typename }","operationName":{"$ne":null}}'],
    ["a query that is an operator", '{"query":{"$ne":null}}'],
    ...Object.entries(NASTY_TEXTS).flatMap(([what, value]): [string, string][] => [
      [
        `an operation by the name of ${what}`,
        JSON.stringify({ query: "query a { __typename }", operationName: value }),
      ],
      [`a query that is ${what}`, JSON.stringify({ query: value })],
      [`a variable by the name of ${what}`, JSON.stringify({ query: "{ __typename }", variables: { [value]: value } })],
    ]),
  ])("around the places does nothing either: %s", async (_what, body) => {
    const { status, text, codes } = await post(body);

    expect([200, 400], text).toContain(status);
    expect([codes, text]).toEqual([
      expect.not.arrayContaining(["INTERNAL_SERVER_ERROR"]),
      expect.not.stringMatching(INSIDES),
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("has changed nothing by all that, and the server goes on", async () => {
    const { data } = await world.adele("{ account { name } users { totalCount } }");
    await forgetHelp();

    expect(data).toEqual({ account: { name: "Contoso" }, users: { totalCount: 1 } });
    expect(await stored()).toEqual(before);
    expect([before.accounts?.length, before.users?.length, before.syncSettings?.length]).toEqual([1, 1, 1]);
  });
});

describe("text that is stored", () => {
  const bare = (text: string) => wellFormed(text).replace(/[\p{Cc}\s]/gu, "");
  const helpContact = async () => (await world.adele("{ account { helpContact } }")).data?.account?.helpContact;

  it.each(Object.entries(NASTY_TEXTS))("comes back as the text it was, on one line: %s", async (_what, value) => {
    const { data } = await world.adele(UPDATE_ACCOUNT, { input: { helpContact: value } });

    const kept = await helpContact();
    expect(data?.updateAccountSettings).toMatchObject({
      __typename: "AccountSettingsUpdated",
      account: { helpContact: kept },
    });
    expect(bare(String(kept))).toBe(bare(value));
    expect(kept).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  });

  it.each(Object.entries(LONG_TEXTS))(
    "is refused where it is too long, and the old text stays: %s",
    async (_what, value) => {
      await world.adele(UPDATE_ACCOUNT, { input: { helpContact: "IT desk" } });

      const { data } = await world.adele(UPDATE_ACCOUNT, { input: { helpContact: value } });

      expect([data?.updateAccountSettings?.code, await helpContact()]).toEqual(["INVALID_INPUT", "IT desk"]);
    },
  );

  it.each(Object.entries(NASTY_TEXTS))("in a token is told as it is to whoever is refused: %s", async (_what, name) => {
    const stranger = { tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.lee, claims: { name } };

    const { errors } = await world.askWith(await world.microsoft.tokenFor(stranger), "{ viewer { user { id } } }");

    expect(errors?.[0]?.extensions?.refusal).toMatchObject({ reason: "NOT_IMPORTED", signedInAs: name });
  });
});

describe("the log of all that", () => {
  it("is lines of JSON, none of them written by anybody else, and tells what went wrong", async () => {
    world.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "PERMISSION_REMOVED" });
    await sendToEach(NASTY_TEXTS["a line of the log"], () => false);

    const entries = logEntries(world.logged);

    expect(entries).toContainEqual(expect.objectContaining({ event: "graph.failed", status: 403 }));
    expect(entries.filter((entry) => "forged" in entry)).toEqual([]);
  });
});
