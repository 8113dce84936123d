import { GLOBAL_ADMINISTRATOR, PEOPLE } from "../registration.js";
import type { Group, Person } from "../state/model.js";
import { seedGroup } from "./groups.js";
import { GIVEN_NAMES, JOB_TITLES, SURNAMES } from "./names.js";
import { freeAlias, makePerson, officeLife } from "./people.js";
import { guidFrom, type Random } from "./random.js";

export const FABRIKAM_DOMAINS: [string, string] = ["fabrikam.example", "fabrikam.onmicrosoft.com"];
const PEOPLE_IN_ALL = 35;

export function fabrikamPeople(random: Random): Person[] {
  const taken = new Set<string>();
  return Array.from({ length: PEOPLE_IN_ALL }, (_, index) => {
    const known = index === 0 ? "Nestor Wilke" : index === 1 ? "Priya Raman" : null;
    const [givenName = "", surname = ""] = known?.split(" ") ?? [random.pick(GIVEN_NAMES), random.pick(SURNAMES)];
    const alias = freeAlias(givenName, surname, taken);
    return makePerson({
      id: index === 0 ? PEOPLE.nestor : index === 1 ? PEOPLE.priya : guidFrom("fabrikam", "person", alias),
      displayName: `${givenName} ${surname}`,
      givenName,
      surname,
      userPrincipalName: `${alias}@${FABRIKAM_DOMAINS[0]}`,
      department: index % 3 === 0 ? "Workshop" : "Office",
      jobTitle: random.pick(JOB_TITLES),
      accountEnabled: index !== PEOPLE_IN_ALL - 1,
      roles: index === 0 ? [GLOBAL_ADMINISTRATOR] : [],
      ...officeLife(random, index),
    });
  });
}

export function fabrikamGroups(people: readonly Person[]): Group[] {
  const [domain] = FABRIKAM_DOMAINS;
  const workshop = seedGroup(
    "fabrikam",
    domain,
    "SECURITY",
    "Workshop",
    people.filter((person) => person.department === "Workshop"),
  );
  const office = seedGroup(
    "fabrikam",
    domain,
    "MICROSOFT_365",
    "Office",
    people.filter((person) => person.department === "Office"),
  );
  return [
    workshop,
    office,
    seedGroup("fabrikam", domain, "SECURITY", "Everyone", people),
    seedGroup("fabrikam", domain, "SECURITY", "Keyholders", [workshop, ...people.slice(0, 3)]),
  ];
}
