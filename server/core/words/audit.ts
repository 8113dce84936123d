import type { AuditKind } from "../audit.js";

/** What was decided, as it reads after a name: "Adele Vance disabled users". */
const AUDIT_WORDS: Record<AuditKind, string> = {
  ACCOUNT_OPENED: "opened the account",
  ACCOUNT_CLOSED: "closed the account",
  ACCOUNT_SETTINGS_CHANGED: "changed the settings of the account",
  CONSENT_CHANGED: "checked the consent, and it had changed",
  SYNC_ENABLED: "turned automatic import on",
  SYNC_SETTINGS_CHANGED: "changed groups or rules of automatic import",
  SYNC_DISABLED: "turned automatic import off",
  HOLD_APPROVED: "approved changes that were held back",
  HOLD_REJECTED: "rejected changes that were held back",
  RUN_UNDONE: "had a run undone",
  USERS_IMPORTED: "imported people by hand",
  IMPORT_STOPPED: "stopped an import",
  USERS_ENABLED: "enabled users",
  USERS_DISABLED: "disabled users",
  ADMIN_NAMED: "made somebody an admin",
  ADMIN_REMOVED: "took the admin's role from somebody",
  HANDED_TO_GROUPS: "let the groups decide about users",
  KEPT_BY_ADMIN: "took users out of the groups' hands",
  EXCLUDED: "excluded people or groups from the sync",
  EXCLUSION_ENDED: "took exclusions from the sync back",
  CONFLICT_LINKED: "said that a user and a person of the directory are the same",
  CONFLICT_CREATED_BESIDE: "added a person beside the user who has the same mail address",
  CONFLICT_SKIPPED: "kept out a person whose mail address a user has",
  USER_LINKED: "gave a user's record to another person of the directory",
};

export const auditWords = (kind: AuditKind): string => AUDIT_WORDS[kind];
