import type { SyncSettings } from "./model.js";

/** What was decided. The words for each stand in words/audit.ts. */
export type AuditKind =
  | "ACCOUNT_OPENED"
  | "ACCOUNT_CLOSED"
  | "ACCOUNT_SETTINGS_CHANGED"
  | "CONSENT_CHANGED"
  | "SYNC_ENABLED"
  | "SYNC_SETTINGS_CHANGED"
  | "SYNC_DISABLED"
  | "HOLD_APPROVED"
  | "HOLD_REJECTED"
  | "RUN_UNDONE"
  | "USERS_IMPORTED"
  | "IMPORT_STOPPED"
  | "USERS_ENABLED"
  | "USERS_DISABLED"
  | "ADMIN_NAMED"
  | "ADMIN_REMOVED"
  | "HANDED_TO_GROUPS"
  | "KEPT_BY_ADMIN"
  | "EXCLUDED"
  | "EXCLUSION_ENDED"
  | "CONFLICT_LINKED"
  | "CONFLICT_CREATED_BESIDE"
  | "CONFLICT_SKIPPED"
  | "USER_LINKED";

/** Who decided: an admin of the account, by their user id, or somebody who has none. */
export interface AuditActor {
  readonly userId: string | null;
  readonly name: string;
}

/** PERSON: by object id, of somebody who need not be a user. */
export type AuditSubjectType = "ACCOUNT" | "USER" | "PERSON" | "GROUP" | "RUN" | "HOLD";

export interface AuditedField {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Whom or what a decision was about, with what it changed there and nothing else. */
export interface AuditSubject {
  readonly type: AuditSubjectType;
  readonly id: string;
  readonly name: string | null;
  readonly fields: readonly AuditedField[];
}

export interface AuditEvent {
  readonly id: string;
  readonly at: Date;
  readonly kind: AuditKind;
  readonly by: AuditActor;
  /**
   * False while it is being done, and for good where it broke off: the event is written before anything is changed, so
   * that nothing is ever changed without one.
   */
  readonly complete: boolean;
  /** At most as many as one request can be about: 200 of each type. */
  readonly subjects: readonly AuditSubject[];
}

/** What is known of a thing before or after a decision. Lists are of names. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The fields that differ; of a list, only what left it and what came to it. */
export function changedFields(before: Facts, after: Facts): readonly AuditedField[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    const field = { name, before: textOf(without(was, is)), after: textOf(without(is, was)) };
    return field.before === field.after ? [] : [field];
  });
}

function without(some: Facts[string], others: Facts[string]): Facts[string] {
  return isList(some) ? some.filter((item) => !(isList(others) && others.includes(item))) : some;
}

function textOf(fact: Facts[string]): string | null {
  if (isList(fact)) return fact.length === 0 ? null : fact.join(", ");
  return fact === null ? null : String(fact);
}

const isList = (fact: Facts[string]): fact is readonly string[] => Array.isArray(fact);

/** What changed about a thing; none for one that stayed as it was. */
export function changesOf(thing: Omit<AuditSubject, "fields">, before: Facts, after: Facts): readonly AuditSubject[] {
  const { type, id, name } = thing;
  const fields = changedFields(before, after);
  return fields.length === 0 ? [] : [{ type, id, name, fields }];
}

/** The settings as an admin reads them. Excluded people are told one by one where they are excluded. */
export function settingsFacts(settings: SyncSettings): Facts {
  const { enabled, disableLeavers, includeNested, includeGuests, disableGone, groups, exclusions, brake } = settings;
  return {
    enabled,
    groups: groups.map((group) => group.displayName),
    excludedGroups: exclusions.groups.map((group) => group.displayName),
    disableLeavers,
    includeNested,
    includeGuests,
    disableGone,
    brakePercent: brake.percent,
    brakeCap: brake.cap,
  };
}
