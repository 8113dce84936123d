import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PEOPLE, CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import { ROOT } from "../../demo/paths.js";
import { LIMITS } from "../../server/api/limits.js";
import { RATE_LIMITS } from "../../server/api/rate-limit.js";
import { sameShape } from "../same-shape.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";

/*
 * docs/graphql.md, run: each graphql fence is asked, with the variables and the answer of the json fences behind it; the
 * js fences together are a program.
 */
const PAGE = readFileSync(join(ROOT, "docs/graphql.md"), "utf8");
const FENCE = /^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm;
const fences = [...PAGE.matchAll(FENCE)].map(([, language = "", use = "", text = ""]) => ({ language, use, text }));

interface Example {
  readonly query: string;
  readonly variables: object;
  readonly status: number;
  readonly answer: object;
}

function examples(): Example[] {
  const found: Example[] = [];
  let query = "";
  let variables = {};
  for (const { language, use, text } of fences) {
    if (language === "graphql") [query, variables] = [text, {}];
    if (use === "variables") variables = JSON.parse(text) as object;
    if (use.startsWith("answer")) {
      const status = Number(use.split(" ")[1] ?? 200);
      found.push({ query, variables, status, answer: JSON.parse(text) as object });
    }
  }
  return found;
}

const REQUESTS_A_MINUTE = 60;

let world: World & { readonly adele: Ask };
beforeAll(async () => {
  world = await startConnectedWorld({ rateLimits: { user: REQUESTS_A_MINUTE } });
});
afterAll(() => world.close());

/** As somebody to whom the server answers with this status. */
async function ask(status: number, query: string, variables: object): Promise<Response> {
  const personId = status === 403 ? PEOPLE.lee : PEOPLE.adele;
  const token = status === 401 ? null : await world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId });
  return fetch(`${world.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
}

describe("docs/graphql.md", () => {
  it("has examples of all kinds of answer", () => {
    expect(new Set(examples().map(({ status }) => status))).toEqual(new Set([200, 401, 403, 400, 429]));
  });

  for (const { query, variables, status, answer } of examples().filter((example) => example.status !== 429))
    it(`tells what ${query.replace(/\s+/g, " ").slice(0, 40)}… gets with ${status}`, async () => {
      const response = await ask(status, query, variables);

      expect(response.status).toBe(status);
      expect(await response.json()).toEqual(sameShape(answer));
    });

  it("has a program that follows users from page to page and change to change", async () => {
    const three = [PEOPLE.alex, PEOPLE.megan, PEOPLE.lee];
    await world.adele("mutation ($ids: [ID!]!) { importUsers(input: { directoryIds: $ids }) { __typename } }", {
      ids: three,
    });
    const followUsers = program({ pageOf: 2 });
    const copy = new Map<string, { id: string; directoryId: string; status: string }>();

    const seen = await followUsers(copy);
    expect([...copy.values()].map(({ directoryId }) => directoryId).sort()).toEqual([PEOPLE.adele, ...three].sort());

    world.passMinutes(60);
    const alex = [...copy.values()].find(({ directoryId }) => directoryId === PEOPLE.alex);
    await world.adele(
      "mutation ($ids: [ID!]!) { setUserStatus(input: { userIds: $ids, status: DISABLED }) { __typename } }",
      { ids: [alex?.id] },
    );
    const since = new Map<string, { id: string; directoryId: string; status: string }>();
    const later = await followUsers(since, seen);
    expect(since.get(alex?.id ?? "")?.status).toBe("DISABLED");
    expect(later > seen).toBe(true);

    world.passMinutes(60);
    const nothingNew = new Map<string, { id: string; directoryId: string; status: string }>();
    expect(await followUsers(nothingNew, later)).toBe(later);
    expect([...nothingNew.keys()]).toEqual([alex?.id]);
  });

  it("names the limits there are", () => {
    const told = Object.fromEntries(
      [...PAGE.matchAll(/^\| (.+?) +\| ([\d,]+) +\|$/gm)].map(([, bound = "", most = ""]) => [
        bound,
        Number(most.replace(",", "")),
      ]),
    );
    expect(told).toEqual({
      "Levels deep": LIMITS.depth,
      "Fields in all, fragments counted at each use": LIMITS.fields,
      "Fields of Query": LIMITS.rootFieldsOfQuery,
      "Fields of Mutation": LIMITS.rootFieldsOfMutation,
      Aliases: LIMITS.aliases,
      "Items in a list, of the text or the variables": LIMITS.itemsOfList,
      "Fields in the answer: each page's `first` times the fields of a row": LIMITS.fieldsOfAnswer,
      "Requests of one person in a minute": RATE_LIMITS.user,
      "… of those, reads that reach Microsoft": RATE_LIMITS.reads,
      "… of those, changes and previews that reach Microsoft": RATE_LIMITS.changes,
    });
  });

  it("explains every code a problem can have", () => {
    const schema = readFileSync(join(ROOT, "schema/schema.graphql"), "utf8");
    const codes = /enum ProblemCode \{([^}]*)\}/.exec(schema)?.[1]?.trim().split(/\s+/);
    const told = [...PAGE.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);
    expect(told.sort()).toEqual(codes?.sort());
  });

  it("tells what somebody gets who asks too often", async () => {
    const [example] = examples().filter(({ status }) => status === 429);
    let response = await ask(200, "{ viewer { account { name } } }", {});
    for (let asked = 0; asked < 2 * REQUESTS_A_MINUTE && response.status === 200; asked++)
      response = await ask(200, "{ viewer { account { name } } }", {});

    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toEqual(sameShape(example?.answer));
  });
});

type FollowUsers = (
  copy: Map<string, { id: string; directoryId: string; status: string }>,
  seen?: string,
) => Promise<string>;

/** The js fences, with pages so small that there is more than one. */
function program({ pageOf }: { pageOf: number }): FollowUsers {
  const text = fences.filter(({ language }) => language === "js").map((fence) => fence.text);
  const small = text.join("\n").replace("first: 200", `first: ${pageOf}`);
  const getToken = () => world.microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the page's own program is what is tested
  const make = new Function("ROLLCALL", "getToken", `${small}\nreturn followUsers;`) as (
    url: string,
    token: typeof getToken,
  ) => FollowUsers;
  return make(world.url, getToken);
}
