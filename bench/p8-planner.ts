import { guard } from "../server/core/guard.js";
import type { Person, SyncInput, User } from "../server/core/model.js";
import { planSync } from "../server/core/plan.js";
import { decodePerson } from "../server/directory/person-rows.js";
import { personRow } from "../test/large-tenant.js";
import { inputOf, type Groups } from "./account.js";
import type { Bench, Row } from "./bench.js";
import { compare, cpuTime } from "./measure.js";

const GROUPS = 20;

/** P8: deciding, against the plainest comparison of two lists that is not quadratic. */
export const planner: Bench = {
  id: "P8",
  async run(scaled) {
    const [many, few] = [scaled(100_000), scaled(10_000)];
    const large = await againstOneMap(many);
    const small = await againstOneMap(few);
    return [
      large,
      {
        what: `growth of that ratio from ${few} to ${many}: linear as the Map's`,
        ours: large.value.toFixed(2),
        reference: small.value.toFixed(2),
        value: large.value / small.value,
        aim: 1.5,
      },
    ];
  },
};

function againstOneMap(count: number): Promise<Row> {
  const input = hourOf(count);
  const people = input.snapshot.groups.flatMap((group) => group.people);
  return compare(`planSync + guard, ${count} people x ${count} users, by one Map`, 2, cpuTime, {
    ours: () => decide(input),
    reference: () => comparePlainly(people, input.users),
  });
}

export function decide(input: SyncInput) {
  const plan = planSync(input);
  return { plan, verdict: guard(plan, input, null) };
}

/** An hour in which one in a hundred joined, one has a new job and one left. */
function hourOf(count: number): SyncInput {
  const now = groupsOf(count, (person, n) => (n % 100 === 0 ? [] : [person]));
  const before = groupsOf(count, (person, n) => {
    if (n % 100 === 1) return [];
    return [n % 100 === 2 ? { ...person, jobTitle: "Trainee" } : person];
  });
  return inputOf(now, before);
}

/** So many people as the directory adapter makes them of an answer, dealt to the groups. */
function groupsOf(count: number, change: (person: Person, n: number) => Person[]): Groups {
  const rows = JSON.parse(JSON.stringify(Array.from({ length: count }, (_, n) => personRow(n)))) as unknown[];
  const people = rows.flatMap((row) => decodePerson(row) ?? []).map((person, n) => change(person, n));
  const names = Array.from({ length: GROUPS }, (_, n) => `group-${n}`);
  return new Map(names.map((name, group) => [name, people.filter((_, n) => n % GROUPS === group).flat()]));
}

/** Who is new, who changed and who is gone, and nothing else of what a plan has to know. */
function comparePlainly(people: readonly Person[], users: readonly User[]) {
  const byId = new Map(users.map((user) => [user.directoryId, user]));
  const seen = new Set<string>();
  const [created, updated]: [Person[], User[]] = [[], []];
  for (const person of people) {
    seen.add(person.id);
    const user = byId.get(person.id);
    if (!user) created.push(person);
    else if (differs(user, person)) updated.push(user);
  }
  return { created, updated, gone: users.filter((user) => user.directoryId && !seen.has(user.directoryId)) };
}

function differs(user: User, person: Person): boolean {
  return (
    user.displayName !== person.displayName ||
    user.givenName !== person.givenName ||
    user.surname !== person.surname ||
    user.email !== person.mail ||
    user.userPrincipalName !== person.userPrincipalName ||
    user.jobTitle !== person.jobTitle ||
    user.department !== person.department
  );
}
