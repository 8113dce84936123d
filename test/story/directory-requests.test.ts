import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directoryOf, evenGroups, pagesOf, startLargeTenant, type LargeTenant } from "../large-tenant.js";
import { readThrottled } from "../throttled-read.js";

/* How often, and how, Microsoft is asked by the directory of a large tenant. How long it takes is measured in bench/. */

const PEOPLE = 100_000;
/** Groups of awkward sizes, and everybody else in 17 others: 24 groups. */
const AWKWARD = [0, 1, 998, 999, 1000, 1998, 1999];
const SIZES = [...AWKWARD, ...evenGroups(PEOPLE - AWKWARD.reduce((sum, size) => sum + size), 17)];

let tenant: LargeTenant;
beforeAll(async () => {
  tenant = await startLargeTenant({ people: PEOPLE, groups: SIZES });
});
afterAll(() => tenant.close());

describe("reading 100,000 people in 24 groups", () => {
  it("asks for the first pages of twenty groups at once, once for each page of 999 behind them, and for no person", async () => {
    const from = tenant.asked.length;

    const read = await directoryOf(tenant.url).readGroups(tenant.groupIds, { nested: true });

    const asked = tenant.asked.slice(from);
    const lists = asked.filter((request) => /^GET .v1.0.groups.[0-9a-f-]{36}.transitiveMembers\?/.test(request));
    expect(read.ok && read.value.map(({ outcome, people }) => [outcome, people.length])).toEqual(
      SIZES.map((size) => ["COMPLETE", size]),
    );
    expect(lists.length).toBe(SIZES.reduce((sum, size) => sum + pagesOf(size) - 1, 0));
    expect(new Set(lists).size).toBe(lists.length);
    expect(asked.filter((request) => !lists.includes(request))).toEqual(["POST /v1.0/$batch", "POST /v1.0/$batch"]);
  });
});

describe("reading everybody", () => {
  it("asks 101 times for 100,000 people", async () => {
    const from = tenant.asked.length;

    const read = await directoryOf(tenant.url).readEverybody();

    expect([read.ok && read.value.length, tenant.asked.length - from]).toEqual([PEOPLE, 101]);
  });
});

describe("reading 50,000 people in 20 groups", () => {
  it("takes 41 requests, never more than four of them at once", async () => {
    const options = { people: 50_000, groups: evenGroups(50_000, 20), latencyMs: 25 };
    const slow = await startLargeTenant(options);

    const read = await directoryOf(slow.url).readGroups(slow.groupIds, { nested: true });
    await slow.close();

    expect(read.ok && read.value.every((group) => group.outcome === "COMPLETE")).toBe(true);
    expect(slow.asked.length).toBe(1 + 20 * 2);
    expect(slow.mostAtOnce).toBeGreaterThan(1);
    expect(slow.mostAtOnce).toBeLessThanOrEqual(4);
  });
});

describe("a tenant that says 429 to every fifth request", () => {
  it("is read to its end all the same, and asked for nothing before Retry-After is over", async () => {
    const read = await readThrottled(40_000);

    expect(read).toMatchObject({ complete: read.groups, early: 0 });
    expect(read.refused).toBe(Math.floor(read.asked / 5));
    expect(read.refused).toBeGreaterThan(5);
  });
});
