import { CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import { APPROVE, START_RUN } from "../operations.js";
import { chooseGroup, type KilledRuns, type StartRun } from "./killed-run.js";

/* What the runs that are killed find, and who starts them. */

async function aTeamOf24(runs: KilledRuns) {
  const { directory } = runs.microsoft;
  const { id } = directory.createGroup({ displayName: "Team", tenantId: CONTOSO_TENANT_ID });
  const members = Array.from(
    { length: 24 },
    (_, n) => directory.hire({ displayName: `Person ${n}`, groupIds: [id] }).id,
  );
  await chooseGroup(runs, id);
  await runs.runHere();
  const member = (n: number) => members[n] ?? "";
  return {
    hire: (displayName: string) => directory.hire({ displayName, groupIds: [id] }),
    leave: (...numbers: number[]) =>
      numbers.forEach((n) => directory.removeFromGroup({ groupId: id, memberId: member(n) })),
    join: (n: number) => directory.addToGroup({ groupId: id, memberId: member(n) }),
    rename: (n: number, displayName: string) => directory.rename({ personId: member(n), displayName }),
  };
}

/** One comes back, two leave, one is renamed, three are new. */
export async function anOrdinaryRun(runs: KilledRuns): Promise<StartRun> {
  const team = await aTeamOf24(runs);
  team.leave(0);
  await runs.runHere();
  team.join(0);
  team.leave(1, 2);
  team.rename(3, "Person Renamed");
  for (const n of [1, 2, 3]) team.hire(`Newcomer ${n}`);
  await runs.keepStart();
  return { query: START_RUN, takenOnIn: "leases" };
}

/** Eight have left and are held; another one joined the list too late for its approval, and one of them is back. */
export async function anApproval(runs: KilledRuns): Promise<StartRun> {
  const team = await aTeamOf24(runs);
  team.leave(1, 2, 3, 4, 5, 6, 7, 8);
  await runs.runHere();
  team.leave(9);
  await runs.runHere();
  team.join(8);
  team.hire("Newcomer");
  await runs.keepStart();
  return { query: APPROVE, variables: { version: 1 }, takenOnIn: "holds" };
}
