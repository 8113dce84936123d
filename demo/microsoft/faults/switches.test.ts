import { describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "../registration.js";
import { appToken, control, GRAPH, type Answer } from "../testing/client.js";
import { faultyMicrosoft } from "./faulty-microsoft.fixture.js";
import { SWITCHES, switchOff, switchOn } from "./switches.js";

const tenant = faultyMicrosoft();

const names = Object.values(SWITCHES).flatMap((switches) => Object.keys(switches));
const MOST_PAGES = 4;
type Seen = Pick<Answer, "status" | "json">;

/** Asks everything that a run, a "Why?" and a sign-in ask, and writes down what came. Nothing is tried again. */
async function whatIsSeen(patienceMs = 20_000): Promise<unknown[]> {
  const seen: unknown[] = [];
  const look = async (answer: Promise<Seen>): Promise<unknown> => {
    const { status, json } = await answer.catch((error: Error): Seen => ({ status: 0, json: { error: error.name } }));
    seen.push([status, json.value, json.responses, json.error]);
    return json["@odata.nextLink"];
  };
  const soon = (): AbortSignal => AbortSignal.timeout(patienceMs);

  await look(appToken(tenant.microsoft).then(({ status }) => ({ status, json: {} })));
  await look(appToken(tenant.microsoft, CONTOSO_TENANT_ID, { grant_type: "authorization_code", code: "unknown" }));
  const parts = [
    `/groups/${GROUPS.legal}?$select=id`,
    `/users/${PEOPLE.alex}?$select=id`,
    `/users/${PEOPLE.alex}/memberOf?$select=id`,
  ];
  const [group, person, holders] = await tenant.batch(parts, soon()).catch(() => []);
  seen.push(
    [group?.status, group?.body, person?.status, person?.body, holders?.status, holders?.body].map((each) =>
      withoutTraces(each),
    ),
  );
  for (const id of [GROUPS.legal, GROUPS.sales]) {
    const first = `/groups/${id}/transitiveMembers?$select=id,accountEnabled,userPrincipalName&$top=999`;
    for (let page = 1, next: unknown = first; typeof next === "string" && page <= MOST_PAGES; page += 1) {
      const at = next.startsWith("https:") ? next : GRAPH + next;
      next = at.startsWith(`${GRAPH}/`) ? await look(tenant.read(at, {}, soon())) : seen.push("elsewhere");
    }
  }
  return seen.map(withoutTraces);
}

/** Ids of requests, traces and dates differ each time. */
const withoutTraces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (name, each: unknown) => (name === "innerError" ? undefined : each)));

describe("each switch", () => {
  it.each(names)("%s is met by what the product asks, and leaves nothing behind", async (name) => {
    const well = await whatIsSeen();

    const turnedOn = await control(tenant.microsoft, "switch", { name });
    const ill = await whatIsSeen(400);

    expect(turnedOn).toMatchObject({ status: 200, json: { name, hits: 0 } });
    expect(await tenant.faults()).toContainEqual(
      expect.objectContaining({ name, hits: expect.toSatisfy((hits: number) => hits > 0) as number }),
    );
    expect(ill).not.toEqual(well);

    await control(tenant.microsoft, "switch", { name, on: false });
    expect(await tenant.faults()).toEqual([]);
    expect(await whatIsSeen()).toEqual(well);
  });

  it("can be aimed at one group", () => {
    const { fault } = switchOn(tenant.microsoft.faults, "page-two-fails", GROUPS.sales);

    expect(fault.path).toContain(GROUPS.sales);
    switchOff(tenant.microsoft.faults, "page-two-fails");
    expect(tenant.microsoft.faults.list()).toEqual([]);
  });

  it.each([
    [{ name: "sunshine" }, "There is no switch sunshine"],
    [{ name: "down", groupId: "nobody" }, "There is no group nobody"],
  ])("%j is refused in words", async (input, words) => {
    const answer = await control(tenant.microsoft, "switch", input);

    expect(answer).toMatchObject({ status: 400, json: { error: expect.stringContaining(words) as string } });
  });
});
