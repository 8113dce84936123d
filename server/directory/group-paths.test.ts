import { afterEach, describe, expect, it } from "vitest";
import { CLIENT_ID, CLIENT_SECRET, CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import { startMicrosoft } from "../../demo/microsoft/server.js";
import { microsoftFetch } from "../microsoft-fetch.js";
import { NOBODY, pretendTenant, valueOf } from "./pretend-tenant.fixture.js";
import {
  answerParts,
  startScriptedMicrosoft,
  type Part,
  type Reply,
  type ScriptedMicrosoft,
} from "./scripted-microsoft.fixture.js";

const tenant = pretendTenant({
  start: () => startMicrosoft(),
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  tenantId: CONTOSO_TENANT_ID,
});

const hire = (...groupIds: string[]) => tenant.microsoft.directory.hire({ displayName: "Nova Hire", groupIds }).id;

const holding = (displayName: string, ...memberIds: string[]) =>
  tenant.microsoft.directory.createGroup({ displayName, memberIds }).id;

/** Each path as the names along it, by the id it was asked for with. */
async function pathsTo(personId: string, groupIds: readonly string[], nested = true) {
  const paths = valueOf(await tenant.contoso.pathsTo(personId, groupIds, { nested }));
  return [...paths].map(([id, path]) => [id, path.map(({ displayName }) => displayName)]);
}

describe("the paths to a person", () => {
  it("are of one group where that holds them directly, and there are none from a group that does not hold them", async () => {
    const person = hire(GROUPS.sales, GROUPS.legal);

    const paths = valueOf(
      await tenant.contoso.pathsTo(person, [GROUPS.legal, GROUPS.research, GROUPS.sales], { nested: true }),
    );

    expect([...paths]).toEqual([
      [GROUPS.legal, [{ id: GROUPS.legal, displayName: "Legal" }]],
      [GROUPS.sales, [{ id: GROUPS.sales, displayName: "Sales" }]],
    ]);
  });

  it("lead from the group down to the one that holds them", async () => {
    const person = hire();
    const outer = holding("Outer", holding("Middle", holding("Inner", person)));

    expect(await pathsTo(person, [outer])).toEqual([[outer, ["Outer", "Middle", "Inner"]]]);
  });

  it("are the shortest of several", async () => {
    const person = hire();
    const low = holding("Low", person);
    const long = holding("Long", holding("Longer", low));
    const top = holding("Top", long, low);

    expect(await pathsTo(person, [top, long])).toEqual([
      [top, ["Top", "Low"]],
      [long, ["Long", "Longer", "Low"]],
    ]);
  });

  it("are direct ones alone when nested groups are off", async () => {
    const person = hire(GROUPS.engineering);

    const chosen = [GROUPS.productAndTechnology, GROUPS.engineering];
    expect(await pathsTo(person, chosen, false)).toEqual([[GROUPS.engineering, ["Engineering"]]]);
  });

  it("F49: end in a cycle, also when the group that is looked for is nowhere in it", async () => {
    const person = hire(GROUPS.projectSouth);

    expect(await pathsTo(person, [GROUPS.projectNorth, GROUPS.projectSouth, GROUPS.legal])).toEqual([
      [GROUPS.projectNorth, ["Project North", "Project South"]],
      [GROUPS.projectSouth, ["Project South"]],
    ]);
  });

  it("are told under the ids they were asked for with, whatever their case", async () => {
    const person = hire(GROUPS.sales);

    expect(await pathsTo(person.toUpperCase(), [GROUPS.sales.toUpperCase()])).toEqual([
      [GROUPS.sales.toUpperCase(), ["Sales"]],
    ]);
  });

  it.each([
    ["nobody", NOBODY, GROUPS.sales],
    ["somebody of another company", PEOPLE.nestor, GROUPS.fabrikamEveryone],
    ["what is no id", "../groups", GROUPS.sales],
    ["somebody who is asked about with no id of a group", PEOPLE.alex, "../users"],
  ])("are none for %s", async (_whom, personId, groupId) => {
    expect(await pathsTo(personId, [groupId])).toEqual([]);
  });

  it("are none for somebody deleted", async () => {
    const person = hire(GROUPS.sales);
    tenant.microsoft.directory.remove({ personId: person });

    expect(await pathsTo(person, [GROUPS.sales])).toEqual([]);
  });
});

describe("the search for paths", () => {
  it("asks no further once every chosen group was met", async () => {
    const person = hire(GROUPS.engineering);
    await tenant.contoso.prove();
    tenant.microsoft.counters.clear();

    await pathsTo(person, [GROUPS.engineering]);
    const direct = tenant.microsoft.counters.graphRequests;
    await pathsTo(person, [GROUPS.engineering, GROUPS.productAndTechnology]);

    expect([direct, tenant.microsoft.counters.graphRequests - direct]).toEqual([1, 2]);
  });

  it("climbs ten groups high and no higher", async () => {
    const person = hire();
    const chain = [holding("Group 1", person)];
    for (let level = 2; level <= 11; level += 1) {
      chain.push(holding(`Group ${String(level)}`, chain.at(-1) ?? ""));
    }

    const paths = valueOf(await tenant.contoso.pathsTo(person, chain, { nested: true }));

    expect([...paths.keys()]).toEqual(chain.slice(0, 10));
    expect(paths.get(chain[9] ?? "")).toHaveLength(10);
  });

  it("looks above 200 groups and no more, and still tells which of all hold the person directly", async () => {
    const person = hire();
    const clubs = Array.from({ length: 250 }, (_, number) => holding(`Club ${String(number)}`, person));
    holding("Union", ...clubs);
    await tenant.contoso.prove();
    tenant.microsoft.counters.clear();

    const paths = valueOf(await tenant.contoso.pathsTo(person, [...clubs, GROUPS.legal], { nested: true }));

    expect([...paths.keys()]).toEqual(clubs);
    expect(tenant.microsoft.counters.batchParts).toHaveLength(200);
    expect(tenant.microsoft.counters.graphRequests).toBe(1 + 10);
  });

  it("F8: says that the consent is missing", async () => {
    tenant.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "PERMISSION_REMOVED" });

    const answer = await tenant.contoso.pathsTo(PEOPLE.alex, [GROUPS.sales], { nested: true });

    expect(answer).toMatchObject({ ok: false, problem: { code: "CONSENT_MISSING" } });
  });

  it("has never asked Microsoft to write anything", () => {
    expect(tenant.microsoft.counters.writes).toBe(0);
  });
});

describe("the search for paths through a Microsoft that fails", () => {
  const [LOW, HIGH] = ["aaaaaaaa-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000099"];
  const group = (id: string) => ({ "@odata.type": "#microsoft.graph.group", id, displayName: id.slice(-1) });

  let microsoft: ScriptedMicrosoft | undefined;
  afterEach(async () => {
    await microsoft?.close();
    microsoft = undefined;
  });

  /** Low holds the person, and what holds Low is `above`. */
  async function search(above: Part | ((url: string) => Part), held: Reply = { body: { value: [group(LOW)] } }) {
    let passed = 0;
    const parts = answerParts(typeof above === "function" ? above : () => above);
    microsoft = await startScriptedMicrosoft({
      connect: (simulatorUrl) => microsoftFetch({ simulatorUrl }),
      now: () => new Date(Date.parse("2026-05-04T12:00:00Z") + passed * 8_000),
      graph: (asked) => {
        passed += 1;
        return asked.method === "POST" ? parts(asked) : held;
      },
    });
    return microsoft.directory.pathsTo(PEOPLE.alex, [LOW, HIGH], { nested: true });
  }

  it("finds what is there when nothing fails", async () => {
    const paths = valueOf(await search({ status: 200, body: { value: [group(HIGH)] } }));

    expect([...paths.keys()]).toEqual([LOW, HIGH]);
  });

  it("goes on over a group that was deleted in this moment", async () => {
    const paths = valueOf(await search({ status: 404 }));

    expect([...paths.keys()]).toEqual([LOW]);
  });

  it.each<readonly [string, Part, Reply | undefined, string]>([
    ["a group that fails", { status: 500 }, undefined, "DIRECTORY_UNREACHABLE"],
    ["a group that is throttled", { status: 429 }, undefined, "THROTTLED"],
    ["a group without rows", { status: 200, body: {} }, undefined, "DIRECTORY_UNREACHABLE"],
    ["a row that does not say what it is", { status: 200, body: { value: [{}] } }, undefined, "DIRECTORY_UNREACHABLE"],
    ["a person that fails", { status: 404 }, { status: 500 }, "DIRECTORY_UNREACHABLE"],
    [
      "an expired page",
      { status: 404 },
      { status: 400, body: { error: { code: "Directory_ExpiredPageToken" } } },
      "DIRECTORY_UNREACHABLE",
    ],
  ])("is a problem, and never half an answer, for %s", async (_what, above, held, code) => {
    expect(await search(above, held)).toMatchObject({ ok: false, problem: { code } });
  });

  it("F17: is a problem when it takes longer than anybody waits", async () => {
    const endless = (url: string): Part => {
      const height = Number(/(\d+)\/memberOf/.exec(url)?.[1]) + 1;
      return { status: 200, body: { value: [group(`aaaaaaaa-0000-4000-8000-${String(height).padStart(12, "0")}`)] } };
    };

    const climbing = await search(endless);

    expect(climbing).toMatchObject({ ok: false, problem: { code: "DIRECTORY_UNREACHABLE" } });
    expect(microsoft?.asked().length).toBeLessThan(6);
  });
});
