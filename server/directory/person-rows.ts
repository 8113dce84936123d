import type { Person } from "../core/model.js";
import { AS_THEY_COME, type Sharing } from "../core/one-of-each.js";
import { isRecord } from "./graph-problems.js";

/** Always asked for by name: accountEnabled, userType and department come only so. */
export const PERSON_FIELDS =
  "id,displayName,givenName,surname,mail,userPrincipalName,jobTitle,department,accountEnabled,userType";

/**
 * A user object as Microsoft wrote it, or null for something that is none. Total and by hand: it runs a hundred
 * thousand times a read. What is missing stays null; a permission that is missing looks just like that. `same` may let
 * the people of a list share what they have in common.
 */
export function decodePerson(row: unknown, same: Sharing = AS_THEY_COME): Person | null {
  if (!isRecord(row) || typeof row.id !== "string" || row.id === "") return null;
  const mail = text(row.mail);
  const signInName = text(row.userPrincipalName);
  return {
    id: row.id,
    displayName: text(row.displayName) ?? "",
    givenName: text(row.givenName),
    surname: text(row.surname),
    mail,
    // Most people have the two alike, and then one text will do
    userPrincipalName: signInName === mail ? mail : signInName,
    jobTitle: same.text(text(row.jobTitle)),
    department: same.text(text(row.department)),
    accountEnabled: typeof row.accountEnabled === "boolean" ? row.accountEnabled : null,
    kind: row.userType === "Member" ? "MEMBER" : row.userType === "Guest" ? "GUEST" : null,
  };
}

/** Whether it is this object that was answered about. An answer about somebody else proves nothing about this one. */
export const isAbout = (body: unknown, id: string): boolean =>
  isRecord(body) && typeof body.id === "string" && body.id.toLowerCase() === id.toLowerCase();

/** Every user has a sign-in name, so one without shows that only the id was readable. */
export const onlyIdReadable = (person: Person): boolean =>
  person.userPrincipalName === null && person.accountEnabled === null;

export type MemberRow =
  | { readonly kind: "PERSON"; readonly person: Person }
  | { readonly kind: "OTHER"; readonly id: string }
  | { readonly kind: "UNREADABLE" };

const USER_TYPE = "#microsoft.graph.user";

/** A row of a group's members, which may be people, groups, devices, contacts and service principals. */
export function decodeMember(row: unknown, same: Sharing = AS_THEY_COME): MemberRow {
  const type = isRecord(row) ? row["@odata.type"] : null;
  const person = decodePerson(row, same);
  // A row that does not say what it is may be a person: it must not be counted among the others and forgotten.
  if (person === null || typeof type !== "string") return { kind: "UNREADABLE" };
  return type === USER_TYPE ? { kind: "PERSON", person } : { kind: "OTHER", id: person.id };
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
