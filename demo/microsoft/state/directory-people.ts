import { randomUUID } from "node:crypto";
import { CONTOSO_TENANT_ID } from "../registration.js";
import { freeAlias, guestUserName, makePerson } from "../seed/people.js";
import { ControlProblem, tenantOf, tenantOfGroup, tenantOfPerson, type Hands } from "./hands.js";
import type { Person, Tenant } from "./model.js";

export interface NewPerson {
  /** Contoso when absent. */
  tenantId?: string | undefined;
  displayName: string;
  givenName?: string | null | undefined;
  surname?: string | null | undefined;
  /** Made from the name when absent; null for nobody's mailbox. */
  mail?: string | null | undefined;
  userPrincipalName?: string | undefined;
  jobTitle?: string | null | undefined;
  department?: string | null | undefined;
  userType?: "Member" | "Guest" | null | undefined;
  accountEnabled?: boolean | undefined;
  groupIds?: string[] | undefined;
}

export interface PersonChange {
  personId: string;
  displayName?: string | undefined;
  givenName?: string | null | undefined;
  surname?: string | null | undefined;
  mail?: string | null | undefined;
  userPrincipalName?: string | undefined;
  jobTitle?: string | null | undefined;
  department?: string | null | undefined;
}

export interface Lifecycle {
  hire(person: NewPerson): Person;
  /** Changes names, mail, user name, department or title; what is not given stays. */
  rename(change: PersonChange): Person;
  block(about: { personId: string }): Person;
  unblock(about: { personId: string }): Person;
  /** Deletes a person; they can be restored (with their groups) unless `permanently`. */
  remove(about: { personId: string; permanently?: boolean | undefined }): void;
  restore(about: { personId: string }): Person;
}

export function lifecycle({ state, now, changed }: Hands): Lifecycle {
  const setEnabled = (personId: string, accountEnabled: boolean): Person => {
    const { person } = tenantOfPerson(state, personId);
    person.accountEnabled = accountEnabled;
    changed();
    return person;
  };

  return {
    hire: ({ tenantId = CONTOSO_TENANT_ID, groupIds = [], ...given }) => {
      const tenant = tenantOf(state, tenantId);
      const groups = groupIds.map((id) => tenantOfGroup(state, id));
      if (groups.some((found) => found.tenant !== tenant)) throw new ControlProblem("That group is another company's.");
      const person = newPerson(tenant, given, now());
      assertFreeUserName(tenant, person);
      tenant.people.set(person.id, person);
      for (const { group } of groups) group.members.add(person.id);
      changed();
      return person;
    },
    rename: ({ personId, ...change }) => {
      const { tenant, person } = tenantOfPerson(state, personId);
      const renamed = { ...person, ...definedOnly(change) };
      assertFreeUserName(tenant, renamed);
      tenant.people.set(personId, renamed);
      changed();
      return renamed;
    },
    block: ({ personId }) => setEnabled(personId, false),
    unblock: ({ personId }) => setEnabled(personId, true),
    remove: ({ personId, permanently = false }) => {
      const deletedIn = [...state.tenants.values()].find((each) => each.deletedPeople.has(personId));
      const tenant = permanently && deletedIn ? deletedIn : tenantOfPerson(state, personId).tenant;
      const person = tenant.people.get(personId);
      tenant.people.delete(personId);
      if (permanently) {
        tenant.deletedPeople.delete(personId);
        for (const group of tenant.groups.values()) group.members.delete(personId);
      } else if (person) tenant.deletedPeople.set(personId, { ...person, deletedDateTime: now().toISOString() });
      changed();
    },
    restore: ({ personId }) => {
      for (const tenant of state.tenants.values()) {
        const deleted = tenant.deletedPeople.get(personId);
        if (!deleted) continue;
        const person = { ...deleted, deletedDateTime: null };
        assertFreeUserName(tenant, person);
        tenant.deletedPeople.delete(personId);
        tenant.people.set(personId, person);
        changed();
        return person;
      }
      throw new ControlProblem(`No deleted person ${personId} can be restored.`);
    },
  };
}

function newPerson(tenant: Tenant, given: Omit<NewPerson, "tenantId" | "groupIds">, now: Date): Person {
  const [first = given.displayName, ...rest] = given.displayName.split(" ");
  const taken = new Set(
    [...tenant.people.values()].map((person) => person.userPrincipalName.split("@")[0]?.toLowerCase() ?? ""),
  );
  const alias = freeAlias(given.givenName ?? first, given.surname ?? (rest.join(" ") || "person"), taken);
  const guest = given.userType === "Guest";
  const mail = given.mail === undefined ? `${alias}@${guest ? "partner.example" : tenant.domains[0]}` : given.mail;
  const userName = guest
    ? guestUserName(mail ?? `${alias}@partner.example`, tenant.domains[1])
    : `${alias}@${tenant.domains[0]}`;
  return makePerson({
    id: randomUUID(),
    givenName: first,
    surname: rest.join(" ") || null,
    externalUserState: guest ? "Accepted" : null,
    createdDateTime: now.toISOString(),
    ...definedOnly(given),
    displayName: given.displayName,
    mail,
    userPrincipalName: given.userPrincipalName ?? userName,
  });
}

/** In Entra, too, a user name exists once; two people with one would make sign-in a lottery. */
function assertFreeUserName(tenant: Tenant, wanted: Person): void {
  const name = wanted.userPrincipalName.toLowerCase();
  const holder = [...tenant.people.values()].find(
    (person) => person.userPrincipalName.toLowerCase() === name && person.id !== wanted.id,
  );
  if (holder) throw new ControlProblem(`${holder.displayName} has the user name ${wanted.userPrincipalName} already.`);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function definedOnly<T extends object>(fields: T): Defined<T>;
function definedOnly(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
