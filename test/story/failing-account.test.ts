import { expect, it } from "vitest";
import { accountId, eachTestFindsAFreshAccount, enable, newGroup, runNow, world } from "../contoso.js";
import * as steps from "../sync-steps.js";

/* An account whose runs fail for a reason that nobody has to mend, but that does not pass either. */

eachTestFindsAFreshAccount();

const hoursTried = (hours: number) => steps.hoursTried(world, accountId, hours);

function breakMembersOf(groupId: string) {
  const action = { kind: "STATUS", status: 503 } as const;
  world.microsoft.faults.add({ name: "broken", path: `/v1.0/groups/${groupId}/*members`, action });
}

it("F63: is tried less and less often while it fails, and every hour again when it does not", async () => {
  const team = newGroup("Team", 3);
  await enable(team);
  breakMembersOf(team.id);

  const whileBroken = await hoursTried(22);
  world.microsoft.faults.remove("broken");
  const restUntilTried = await hoursTried(6);
  const well = await hoursTried(3);
  const { runs } = await world.store.runs.page(accountId, { filter: {}, first: 12, after: null });

  expect(whileBroken).toEqual([1, 2, 3, 5, 9, 15, 21]);
  expect(restUntilTried).toEqual([5, 6]);
  expect(well).toEqual([1, 2, 3]);
  // A rest is no delay: nothing was missed that had to be caught up
  expect(new Set(runs.map(({ trigger }) => trigger))).toEqual(new Set(["SCHEDULE"]));
});

it("F63: is run when an admin asks for it, whatever rest it has, and every hour from then on when that went well", async () => {
  const team = newGroup("Team", 3);
  await enable(team);
  breakMembersOf(team.id);
  await hoursTried(6);
  world.microsoft.faults.remove("broken");

  const byHand = await runNow();

  expect(byHand).toMatchObject({ status: "SUCCEEDED" });
  expect(await hoursTried(2)).toEqual([1, 2]);
});
