import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { CANDIDATES, IMPORT } from "../operations.js";
import { startConnectedWorld, type Answer, type Ask, type World } from "../world.js";

let world: World & { readonly adele: Ask };

beforeAll(async () => {
  world = await startConnectedWorld();
});
afterAll(() => world.close());

interface Page {
  nodes: { directoryId: string; displayName: string; importable: boolean; obstacle: string | null; user: unknown }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  matching: number | null;
}
const pageOf = (answer: Answer) => answer.data?.candidates as unknown as Page;

/** Every candidate from the first page to the last. */
async function allCandidates(variables: object, ask: Ask = world.adele): Promise<Page["nodes"]> {
  const all: Page["nodes"] = [];
  let after: string | null = null;
  do {
    const page: Page = pageOf(await ask(CANDIDATES, { ...variables, after }));
    all.push(...page.nodes);
    after = page.pageInfo.endCursor;
  } while (after !== null);
  return all;
}

const sortedIds = (people: readonly { directoryId: string }[]) => people.map((who) => who.directoryId).sort();
const contoso = () => world.microsoft.directory.people({ tenantId: CONTOSO_TENANT_ID }).map((who) => who.id);

describe("the list of candidates", () => {
  it("is exactly the tenant's people minus the users, each once, also with users in the middle of a page", async () => {
    const [first] = [pageOf(await world.adele(CANDIDATES, { first: 30 }))];
    const picked = first.nodes.filter((who, index) => index % 3 === 1 && who.importable).map((who) => who.directoryId);
    await world.adele(IMPORT, { input: { directoryIds: picked } });

    const candidates = await allCandidates({ first: 70 });

    const users = new Set([PEOPLE.adele, ...picked]);
    expect(picked.length).toBeGreaterThan(5);
    expect(sortedIds(candidates)).toEqual(
      contoso()
        .filter((id) => !users.has(id))
        .sort(),
    );
  });

  it("never holds more than was asked for, and says how many match in all", async () => {
    const page = pageOf(await world.adele(CANDIDATES, { first: 20 }));

    expect([page.nodes.length, page.matching, page.pageInfo.hasNextPage]).toEqual([20, contoso().length, true]);
  });

  it("lists blocked people, marked, and does not let them be ticked", async () => {
    const [johanna] = await allCandidates({ search: "Johanna Lorenz" });

    expect(johanna).toMatchObject({ directoryId: PEOPLE.johanna, importable: false, obstacle: "BLOCKED_IN_DIRECTORY" });
  });

  it("shows, when searched for, people who are here already", async () => {
    const found = await allCandidates({ search: "Adele Vance" });

    expect(found).toMatchObject([
      { directoryId: PEOPLE.adele, importable: false, obstacle: "ALREADY_HERE", user: { status: "ACTIVE" } },
    ]);
  });

  it("filters guests and departments on Microsoft's side", async () => {
    const guests = await allCandidates({ filter: { kind: "GUEST" } });
    const sales = await allCandidates({ filter: { department: "Sal" } });

    const people = world.microsoft.directory.people({ tenantId: CONTOSO_TENANT_ID });
    expect(guests.length).toBe(people.filter((who) => who.userType === "Guest").length);
    expect(sales.length).toBeGreaterThan(5);
    expect(sales.every((who) => (who as { department?: string }).department?.startsWith("Sal"))).toBe(true);
  });

  it.each([
    '"',
    "\\",
    "O'Neil",
    '" OR "displayName:a',
    "(",
    "ab) or (1 eq 1",
    "%00",
    "#",
    "&$top=1",
    "☃ 🎈",
    "اب",
    "$where",
  ])("takes what somebody types as text: %s", async (search) => {
    const answer = await world.adele(CANDIDATES, { search, filter: { department: search } });

    expect(answer.data?.candidates).toMatchObject({ __typename: "CandidateConnection", nodes: [] });
  });
});

describe("a cursor", () => {
  const next = async () => pageOf(await world.adele(CANDIDATES, { first: 10 })).pageInfo.endCursor;

  it.each([
    ["made up", () => Promise.resolve("hello")],
    ["cut", async () => (await next())?.slice(0, -4)],
    ["changed", async () => (await next())?.replace(/^./, (first) => (first === "A" ? "B" : "A"))],
  ])("that was %s is a problem in words", async (_, cursor) => {
    const answer = await world.adele(CANDIDATES, { after: await cursor() });

    expect(answer.data?.candidates).toMatchObject({ __typename: "Problem", code: "CURSOR_INVALID" });
  });

  it("does not go on with another question", async () => {
    const answer = await world.adele(CANDIDATES, { after: await next(), search: "adele" });

    expect(answer.data?.candidates).toMatchObject({ code: "CURSOR_INVALID" });
  });

  it("of one account is noise to another", async () => {
    world.microsoft.directory.grantConsent({ tenantId: FABRIKAM_TENANT_ID });
    const nestor = world.as(PEOPLE.nestor, FABRIKAM_TENANT_ID);
    await nestor("mutation { openAccount { __typename } }");

    const answer = await nestor(CANDIDATES, { after: await next() });

    expect(answer.data?.candidates).toMatchObject({ code: "CURSOR_INVALID" });
  });
});
