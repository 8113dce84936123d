import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import {
  aliases,
  bomb,
  directives,
  fields,
  JUST_UNDER,
  mutations,
  nested,
  pages,
  roots,
  TOO_MUCH,
} from "../attacks/graphql.js";
import { gzipBomb, post, REFUSED, request, SERVED } from "../attacks/http.js";
import { IMPORT, VIEWER } from "../operations.js";
import { sendRaw } from "../raw-http.js";
import { startConnectedWorld, startWorld, type Ask, type World } from "../world.js";

/*
 * Requests made to cost much more than they weigh. Each is refused while somebody else is served; each bound has its
 * positive control: a request just under it.
 */

let world: World;
let token: string;
let alex: Ask;
let memoryBefore: number;

beforeAll(async () => {
  const connected = await startConnectedWorld();
  world = connected;
  token = await world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele });
  await connected.adele(IMPORT, { input: { directoryIds: [PEOPLE.alex] } });
  alex = world.as(PEOPLE.alex);
  memoryBefore = process.memoryUsage().rss;
});
afterAll(() => world.close());

const send = (body: string) =>
  fetch(`${world.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body,
  });
const ask = (query: string, variables?: object) => send(JSON.stringify({ query, variables }));

/** What comes of the attack, during which somebody else asked something ordinary and was answered. */
async function whileServing<T>(attack: Promise<T>, ordinary: Ask = alex): Promise<T> {
  const { status, data } = await ordinary(VIEWER);
  expect([status, data?.viewer]).toEqual([200, expect.objectContaining({ user: expect.anything() as unknown })]);
  return attack;
}

/** Bytes. What is sent here packed would take more than twice as many. */
const MEMORY_TO_SPARE = 200_000_000;

const INSIDES = /\n\s+at |node_modules|server\/|file:\/\/|MongoServer|TypeError|RangeError|INTERNAL_SERVER_ERROR/;

describe("a GraphQL request that asks for too much", () => {
  it.each(TOO_MUCH)("is refused in GraphQL's shape, and others are served: %s", async (_what, body) => {
    const response = await whileServing(send(body));
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
  });

  it.each([
    ["at most 12 levels deep", nested(13)],
    ["at most 30 aliases", aliases(31)],
    ["at most 10 fields of Query", roots(11)],
    ["at most 3 fields of Mutation", mutations(4)],
    ["at most 500 fields in all", fields(501)],
    ["at most 500 fields in all", bomb(10)],
    ["at most 30 directives.", directives(31)],
    ["at most 30,000 fields in the answer", pages(5, "500")],
    ["at most 30,000 fields in the answer", pages(5, "$n")],
  ])("is told which bound it met: %s", async (words, query) => {
    expect(await (await ask(query)).text()).toContain(`The request is too large: ${words}`);
  });

  it("is told how long a list may be, wherever it stands", async () => {
    const list = TOO_MUCH.filter(([what]) => /^a list of (1,001|10,000|20,000)/.test(what));

    const answers = await Promise.all(list.map(async ([, body]) => (await send(body)).text()));

    expect(answers.length).toBe(5);
    for (const answer of answers) expect(answer).toContain("The request is too large: at most 1,000 items in a list.");
  });
});

describe("a GraphQL request just under a bound", () => {
  it.each(JUST_UNDER)("is answered: %s", async (_what, body) => {
    const response = await send(body);

    expect([response.status, await response.text()]).toEqual([200, expect.not.stringContaining('"errors"')]);
  });

  it("of 12 levels hears of its unknown fields, not of a bound", async () => {
    const text = await (await ask(nested(12))).text();

    expect(text).toContain("Cannot query field");
    expect(text).not.toContain("too large");
  });

  it("of 3 directives in one place hears that they are the same, not of a bound", async () => {
    const text = await (await ask(directives(30))).text();

    expect(text).toContain("can only be used once");
    expect(text).not.toContain("too large");
  });
});

describe("a search", () => {
  const SEARCH = `query ($search: String) { users(search: $search) { totalCount } candidates(search: $search) { __typename } }`;
  const found = async (response: Response) => ((await response.json()) as { data: unknown }).data;
  const candidates = { __typename: "CandidateConnection" };

  it.each(["(a+)+$".repeat(33), "A.*e", "(A|a)dele", "[a-z]", "\\w", "^Adele$", "$where", `${"a".repeat(199)}!`])(
    "is text, not a pattern: %s",
    async (search) => {
      const response = await whileServing(ask(SEARCH, { search }));

      expect(await found(response)).toEqual({ users: { totalCount: 0 }, candidates });
    },
  );

  it("finds the text it holds", async () => {
    expect(await found(await ask(SEARCH, { search: "dele van" }))).toEqual({ users: { totalCount: 1 }, candidates });
  });
});

describe("HTTP that no client sends", () => {
  it.each(REFUSED)("is refused or cut off, and others are served: %s", async (_what, status, bytes) => {
    const { statuses, text } = await whileServing(sendRaw(world.url, bytes));

    expect(statuses.filter((seen) => seen !== status)).toEqual([]);
    expect(text).not.toMatch(INSIDES);
  });

  it.each(SERVED)("and is only odd is served: %s", async (_what, bytes) => {
    const { statuses, text } = await whileServing(sendRaw(world.url, bytes));

    expect([[200], [206]]).toContainEqual(statuses);
    expect(text.length).toBeLessThan(30_000);
  });

  it("is refused before it is unpacked, when it would fill the memory", async () => {
    const bytes = gzipBomb();
    const before = process.memoryUsage().rss;

    const answers = await whileServing(Promise.all(Array.from({ length: 10 }, () => sendRaw(world.url, bytes))));

    expect(answers.flatMap(({ statuses }) => statuses)).toEqual(Array(10).fill(413));
    expect(process.memoryUsage().rss - before).toBeLessThan(MEMORY_TO_SPARE);
  });

  it("is refused as soon as it is over the bound, when it has no end", async () => {
    const chunk = `2000\r\n${" ".repeat(0x2000)}\r\n`;

    const { statuses } = await whileServing(sendRaw(world.url, post(["Transfer-Encoding: chunked"]), chunk));

    expect(statuses).toEqual([413]);
  });
});

describe("an address", () => {
  const PER_MINUTE = 40;
  let impatient: World & { readonly adele: Ask };
  beforeAll(async () => {
    impatient = await startConnectedWorld({
      patience: { headersTimeout: 1500, requestTimeout: 2000, connectionsCheckingInterval: 100 },
      rateLimits: { address: PER_MINUTE },
      config: { trustProxy: 1 },
    });
  });
  afterAll(() => impatient.close());

  const slow: readonly (readonly [what: string, bytes: string, drip: string | undefined])[] = [
    ["says nothing", "", undefined],
    ["begins and says no more", "POST /gra", undefined],
    ["sends one header after the other", "GET / HTTP/1.1\r\nHost: localhost\r\n", "x-a: b\r\n"],
    ["announces more than it sends", post(["Content-Length: 900"], '{"query'), undefined],
    ["sends one letter after the other", post(["Content-Length: 900"]), " "],
    ["sends one chunk after the other", post(["Transfer-Encoding: chunked"]), "1\r\n \r\n"],
  ];
  it.concurrent.each(slow)("that %s is cut off, and others are served", async (_what, bytes, drip) => {
    const { statuses } = await whileServing(sendRaw(impatient.url, bytes, drip), impatient.adele);

    expect(statuses.filter((status) => status !== 408)).toEqual([]);
  });

  it.concurrent("that opens 200 connections and says nothing is cut off, and others are served", async () => {
    const silent = Promise.all(Array.from({ length: 200 }, () => sendRaw(impatient.url, "")));

    const answers = await whileServing(silent, impatient.adele);

    expect(answers.flatMap(({ statuses }) => statuses).filter((status) => status !== 408)).toEqual([]);
  });

  it("that asks often in one breath is served as often as it may ask, and others are served", async () => {
    const breath = (times: number, address: string) => {
      const once = request("GET /config.json", [`X-Forwarded-For: ${address}`]);
      return sendRaw(impatient.url, once.replace("close", "keep-alive").repeat(times - 1) + once);
    };

    const [many, few] = await whileServing(
      Promise.all([breath(200, "192.0.2.1"), breath(PER_MINUTE, "192.0.2.2")]),
      impatient.adele,
    );

    const served = many.statuses.filter((status) => status === 200);
    const refused = many.statuses.filter((status) => status === 429);
    expect(served.length).toBeLessThanOrEqual(PER_MINUTE);
    expect(served.length + refused.length).toBe(200);
    expect(few.statuses).toEqual(Array(PER_MINUTE).fill(200));
  });
});

describe("a request that is not answered in time", () => {
  it("is told so, and others are served", async () => {
    // Adele's token is checked with keys that are asked for over HTTP, which takes longer than this.
    const hasty = await startWorld({ answerWithinMs: 1 });

    const [late, health] = [await hasty.as(PEOPLE.adele)(VIEWER), await fetch(`${hasty.url}/healthz`)];
    await hasty.close();

    expect([late.status, late.errors?.[0]?.extensions?.code, health.status]).toEqual([503, "TIMEOUT", 200]);
  });
});

describe("after all this", () => {
  it("the log holds nothing that we would have to mend", () => {
    const failures = world.logged.filter((line) => Number((JSON.parse(line) as { level: number }).level) >= 50);

    expect(failures).toEqual([]);
  });

  it("the memory is not much more than before", () => {
    expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(MEMORY_TO_SPARE);
  });
});
