import type { DirectoryState, Person, Profile, ShownEmail, SyncSettings, User } from "./model.js";

/**
 * What a person is to the sync. UNKNOWN is its own answer: Microsoft leaves fields out when a permission is missing,
 * and reading "left out" as "blocked" would disable a whole company.
 */
export type Standing = "DUE" | "BLOCKED" | "GUEST_LEFT_OUT" | "EXCLUDED" | "UNKNOWN";

/** By what the person is alone. */
export function standingOf(
  person: Person,
  settings: Pick<SyncSettings, "includeGuests">,
): Exclude<Standing, "EXCLUDED"> {
  if (person.accountEnabled === null || person.kind === null) return "UNKNOWN";
  if (!person.accountEnabled) return "BLOCKED";
  if (person.kind === "GUEST" && !settings.includeGuests) return "GUEST_LEFT_OUT";
  return "DUE";
}

/**
 * With the exclusions, which win over everything but ignorance: of somebody about whom Microsoft says too little
 * nothing follows.
 */
export function standingUnder(
  excluded: ReadonlySet<string>,
  person: Person,
  settings: Pick<SyncSettings, "includeGuests">,
): Standing {
  const standing = standingOf(person, settings);
  return standing !== "UNKNOWN" && excluded.has(person.id) ? "EXCLUDED" : standing;
}

/** What a user copies from a person. */
export function profileOf(person: Person): Profile {
  const { userPrincipalName } = person;
  const signInName = userPrincipalName && isGuestName(userPrincipalName) ? null : userPrincipalName;
  return {
    displayName: person.displayName || person.mail || signInName || person.id,
    givenName: person.givenName,
    surname: person.surname,
    email: person.mail ?? signInName,
    userPrincipalName: person.userPrincipalName,
    jobTitle: person.jobTitle,
    department: person.department,
  };
}

/** What stands under "mail" for this user; the other of the two where the wanted one is missing. */
export function shownEmailOf(user: Pick<Profile, "email" | "userPrincipalName">, shown: ShownEmail): string | null {
  if (shown === "MAIL") return user.email;
  return user.userPrincipalName && !isGuestName(user.userPrincipalName) ? user.userPrincipalName : user.email;
}

/** A guest's sign-in name, which is no mail address. */
const isGuestName = (signInName: string): boolean => signInName.includes("#EXT#");

export function directoryStateOf(person: Person): DirectoryState {
  if (person.accountEnabled === null) return "UNKNOWN";
  return person.accountEnabled ? "ENABLED" : "BLOCKED";
}

export const PROFILE_FIELDS = [
  "displayName",
  "givenName",
  "surname",
  "email",
  "userPrincipalName",
  "jobTitle",
  "department",
] as const satisfies readonly (keyof Profile)[];

function sameProfile(a: Profile, b: Profile): boolean {
  for (const field of PROFILE_FIELDS) if (a[field] !== b[field]) return false;
  return true;
}

/**
 * Mail addresses are compared without regard to case, and to nothing else, so that jose@ is not taken for josé@; and
 * only ever to find a conflict (R6), never to find a user.
 */
export const emailKey = (email: string): string => email.normalize("NFC").trim().toLowerCase();

export interface PersonChanges {
  readonly profile?: Profile;
  readonly directoryState?: DirectoryState;
  readonly goneSince?: Date | null;
}

/** The one that is answered with where nothing changed. */
export const NO_CHANGES: PersonChanges = {};

/** What a fresh reading changes about a user. A reading with its details left out changes nothing. */
export function personChanges(user: User, person: Person): PersonChanges {
  if (person.accountEnabled === null) return NO_CHANGES;
  const profile = profileOf(person);
  const directoryState = directoryStateOf(person);
  const same = sameProfile(profile, user);
  // Of nearly everybody nothing changed, and a run asks this of each of 100,000
  if (same && directoryState === user.directoryState && user.goneSince === null) return NO_CHANGES;
  return {
    ...(same ? {} : { profile }),
    ...(directoryState === user.directoryState ? {} : { directoryState }),
    ...(user.goneSince === null ? {} : { goneSince: null }),
  };
}
