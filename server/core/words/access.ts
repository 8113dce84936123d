import type { PERMISSIONS } from "../model.js";
import type { RefusalReason } from "../refusal.js";

/** Why somebody is not let in; the tab says it by the reason. */
export const REFUSAL_WORDS: Record<RefusalReason, string> = {
  NOT_IMPORTED: "You have not been added to this account.",
  DISABLED: "Your access to this account was disabled.",
  NO_ACCOUNT: "Your organisation has no account here.",
  NOT_ADMIN: "Only admins of the account may do this.",
};

/** What a permission is for. */
export const PERMISSION_WORDS: Record<(typeof PERMISSIONS)[number], string> = {
  "User.Read.All": "List users: names, mail addresses, departments, and whether somebody is blocked.",
  "GroupMember.Read.All": "List groups, and who is in them.",
};
