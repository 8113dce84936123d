import { FABRIKAM_TENANT_ID, GLOBAL_ADMINISTRATOR, PEOPLE, PRIVILEGED_ROLE_ADMINISTRATOR } from "../registration.js";
import type { Person } from "../state/model.js";
import { GIVEN_NAMES, JOB_TITLES, SURNAMES, UNUSUAL_NAMES } from "./names.js";
import { freeAlias, guestUserName, makePerson, officeLife } from "./people.js";
import { guidFrom, type Random } from "./random.js";

export const CONTOSO_DOMAINS: [string, string] = ["contoso.example", "contoso.onmicrosoft.com"];
const PEOPLE_IN_ALL = 1240;
const GUESTS = 40;
const BLOCKED = 25;
const WITHOUT_MAILBOX = 18;

/** Sizes of the departments that have a group; everybody else works in one of the large ones. */
const DEPARTMENTS: readonly (readonly [name: string, size: number])[] = [
  ["Sales", 56],
  ["Engineering", 54],
  ["Customer Support", 46],
  ["Operations", 38],
  ["Marketing", 32],
  ["Research", 24],
  ["Finance", 21],
  ["IT", 17],
  ["Design", 16],
  ["Human Resources", 13],
  ["Legal", 10],
];
const LARGE_DEPARTMENTS = ["Manufacturing", "Logistics", "Retail", "Field Services"] as const;

/** People whom tests, the smoke run and the README call by name. */
const NAMED: readonly (readonly [
  id: string,
  name: string,
  department: string,
  jobTitle: string,
  more?: Partial<Person>,
])[] = [
  [PEOPLE.adele, "Adele Vance", "IT", "Head of IT", { roles: [GLOBAL_ADMINISTRATOR] }],
  [PEOPLE.miriam, "Miriam Graham", "IT", "Directory Administrator", { roles: [GLOBAL_ADMINISTRATOR] }],
  [PEOPLE.lee, "Lee Gu", "IT", "Identity Engineer", { roles: [PRIVILEGED_ROLE_ADMINISTRATOR] }],
  [PEOPLE.alex, "Alex Wilber", "Sales", "Account Manager"],
  [PEOPLE.megan, "Megan Bowen", "Engineering", "Software Engineer"],
  [PEOPLE.johanna, "Johanna Lorenz", "Sales", "Account Manager", { accountEnabled: false }],
];

export function contosoPeople(random: Random, fabrikamPeople: readonly Person[]): Person[] {
  const taken = new Set<string>();
  const people: Person[] = NAMED.map(([id, name, department, jobTitle, more], index) => {
    const [givenName = name, surname = ""] = name.split(" ");
    const userPrincipalName = `${freeAlias(givenName, surname, taken)}@${CONTOSO_DOMAINS[0]}`;
    const life = officeLife(random, index);
    return makePerson({
      id,
      displayName: name,
      givenName,
      surname,
      userPrincipalName,
      department,
      jobTitle,
      ...life,
      ...more,
    });
  });
  people.push(...unusualPeople(random, taken));
  people.push(...ordinaryPeople(random, taken, PEOPLE_IN_ALL - GUESTS - people.length));
  blockSome(people);
  return [...people, ...guests(random, fabrikamPeople)];
}

function unusualPeople(random: Random, taken: Set<string>): Person[] {
  return UNUSUAL_NAMES.map(([givenName, surname, displayName, alias], index) => {
    taken.add(alias);
    return makePerson({
      id: guidFrom("contoso", "person", alias),
      displayName,
      givenName,
      surname,
      userPrincipalName: `${alias}@${CONTOSO_DOMAINS[0]}`,
      department: index % 2 === 0 ? "Research" : "Customer Support",
      jobTitle: "Specialist",
      ...officeLife(random, 100 + index),
    });
  });
}

function ordinaryPeople(random: Random, taken: Set<string>, howMany: number): Person[] {
  const departments = DEPARTMENTS.flatMap(([name, size]) => Array<string>(size).fill(name));
  const people = Array.from({ length: howMany }, (_, index) => {
    const givenName = random.pick(GIVEN_NAMES);
    const surname = random.pick(SURNAMES);
    const alias = freeAlias(givenName, surname, taken);
    const department = departments[index] ?? random.pick(LARGE_DEPARTMENTS);
    return makePerson({
      id: guidFrom("contoso", "person", alias),
      displayName: `${givenName} ${surname}`,
      givenName,
      surname,
      userPrincipalName: `${alias}@${CONTOSO_DOMAINS[0]}`,
      department,
      jobTitle: `${department} ${random.pick(JOB_TITLES)}`,
      ...officeLife(random, 200 + index),
    });
  });
  for (const person of people.slice(-WITHOUT_MAILBOX)) person.mail = null;
  shareOneMail(people[3], people[70]);
  const ancient = people[400];
  if (ancient) ancient.userType = null;
  return people;
}

/** Two people, one mail, spelt with different capitals: both must become users. */
function shareOneMail(first: Person | undefined, second: Person | undefined): void {
  if (!first || !second) return;
  first.mail = `Frontdesk@${CONTOSO_DOMAINS[0]}`;
  second.mail = `frontdesk@${CONTOSO_DOMAINS[0]}`;
}

/** Every 47th ordinary person, so that the blocked are spread over groups of all sizes; Johanna Lorenz is one of them. */
function blockSome(people: readonly Person[]): void {
  const ordinary = people.filter((person) => person.roles.length === 0 && person.accountEnabled);
  let left = BLOCKED - people.filter((person) => !person.accountEnabled).length;
  for (let index = 40; index < ordinary.length && left > 0; index += 47, left -= 1) {
    const person = ordinary[index];
    if (person) person.accountEnabled = false;
  }
}

function guests(random: Random, fabrikamPeople: readonly Person[]): Person[] {
  const atFabrikam = fabrikamPeople
    .filter((person) => person.userType === "Member" && person.accountEnabled)
    .slice(1, 9);
  const invited = atFabrikam.map((person) => guest(random, person.displayName, person.userPrincipalName, person));
  const taken = new Set<string>();
  const others = Array.from({ length: GUESTS - invited.length }, () => {
    const givenName = random.pick(GIVEN_NAMES);
    const surname = random.pick(SURNAMES);
    const mail = `${freeAlias(givenName, surname, taken)}@partner.example`;
    return guest(random, `${givenName} ${surname}`, mail, null);
  });
  return [...invited, ...others];
}

function guest(random: Random, displayName: string, mail: string, atHome: Person | null): Person {
  const [givenName = null, surname = null] = displayName.split(" ");
  return makePerson({
    id: atHome ? guidFrom("contoso", "guest", displayName) : guidFrom("contoso", "guest", mail),
    displayName,
    givenName,
    surname,
    mail,
    userPrincipalName: guestUserName(mail, CONTOSO_DOMAINS[1]),
    userType: "Guest",
    companyName: atHome ? "Fabrikam" : "Partner",
    externalUserState: atHome || random.below(4) > 0 ? "Accepted" : "PendingAcceptance",
    createdDateTime: "2023-05-09T11:30:00Z",
    home: atHome && { tenantId: FABRIKAM_TENANT_ID, personId: atHome.id },
  });
}
