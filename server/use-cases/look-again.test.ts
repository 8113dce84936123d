import { describe, expect, it } from "vitest";
import { ids, NOW, settings } from "../../test/builders.js";
import { storesInMemory } from "../../test/fakes/stores.js";
import { newUser } from "../../test/store.js";
import { isLinked } from "../core/plan.js";
import { VERDICT_GOOD_FOR_MS, type Look } from "../core/second-look.js";
import { ok } from "../core/result.js";
import { applyPlan } from "./apply-plan.js";
import { LOOKED_AT_ONCE, secondLook } from "./look-again.js";

/*
 * Nobody is disabled on a look that is older than a quarter of an hour (R5), also where an approval covers so many that
 * the looks alone take longer.
 */

const ACCOUNT = "contoso";
const MINUTE_MS = 60_000;
const LEAVERS = ids(2 * LOOKED_AT_ONCE + 50);

const gone: Look = { found: "PRESENT", accountEnabled: true, kind: "MEMBER", groupIds: new Set() };
const back: Look = { ...gone, groupIds: new Set(["sales"]) };

/**
 * Looks at everybody and disables whom that confirms, where each request for 200 people takes eight minutes;
 * `answer` says what is seen of somebody, by how often they were asked for before.
 */
async function disableAll(answer: (id: string, before: number) => Look) {
  let now = NOW;
  const stores = storesInMemory(() => now);
  await stores.users.create(ACCOUNT, [newUser("admin", { role: "ADMIN" }), ...LEAVERS.map((id) => newUser(id))]);
  const rows = (await stores.users.all(ACCOUNT))
    .filter(isLinked)
    .filter(({ directoryId }) => directoryId !== "admin")
    .map((user) => ({ user, reason: "LEFT_GROUPS" as const, approved: true }));

  const askedAt = new Map<string, Date[]>();
  const directory = {
    lookAgain(some: readonly string[]) {
      const looks = some.map((id) => [id, answer(id, askedAt.get(id)?.length ?? 0)] as const);
      for (const id of some) askedAt.set(id, [...(askedAt.get(id) ?? []), now]);
      now = new Date(now.getTime() + 8 * MINUTE_MS);
      return Promise.resolve(ok(new Map(looks)));
    },
  };
  const { signal } = new AbortController();
  const look = await secondLook({ directory, settings: settings(), now: () => now, signal }, rows);

  const ages: number[] = [];
  const users: typeof stores.users = {
    ...stores.users,
    disableBySync(accountId, people, mark) {
      for (const { directoryId } of people)
        ages.push(now.getTime() - (askedAt.get(directoryId)?.at(-1)?.getTime() ?? 0));
      return stores.users.disableBySync(accountId, people, mark);
    },
  };
  const { counts } = await applyPlan(
    {
      ...stores,
      users,
      now: () => now,
      accountId: ACCOUNT,
      runId: "run",
      fence: 1,
      checkpoint: () => Promise.resolve(null),
      async confirmed(some) {
        const sure = new Set(await look.confirmed(some.map(({ user }) => user.directoryId)));
        return some.filter(({ user }) => [...sure].some(({ row }) => row.user === user));
      },
    },
    { disable: rows, update: [], reenable: [], create: [] },
  );
  return { ages, counts, result: look.result() };
}

describe("of a list so long that its first looks are old when the last are made", () => {
  it("each person is disabled on a look that is not", async () => {
    const { ages, counts, result } = await disableAll(() => gone);

    expect(counts.disabled).toBe(LEAVERS.length);
    expect(ages.filter((age) => age >= VERDICT_GOOD_FOR_MS)).toEqual([]);
    expect(result.kind).toBe("CLEAR");
  });

  it("one who is not clear any more at the second asking waits", async () => {
    const { counts, result } = await disableAll((id, before) =>
      id === "p7" && before > 0 ? { found: "UNKNOWN" } : gone,
    );

    expect(counts.disabled).toBe(LEAVERS.length - 1);
    expect(result.kind === "CLEAR" && result.rows.filter(({ verdict }) => verdict.kind !== "CONFIRMED")).toMatchObject([
      { row: { user: { directoryId: "p7" } }, verdict: { kind: "UNKNOWN" } },
    ]);
  });

  it("nobody else is disabled once a second asking shows that a list was wrong", async () => {
    const last = LEAVERS.at(-1);

    const first = await disableAll((id) => (id === last ? back : gone));
    const second = await disableAll((id, before) => (id === "p7" && before > 0 ? back : gone));

    expect([first.counts.disabled, first.result.kind]).toEqual([0, "DOUBTFUL"]);
    expect([second.counts.disabled, second.result.kind]).toEqual([0, "DOUBTFUL"]);
  });
});
