import { registerEnumType } from "type-graphql";
import type * as model from "../../../core/model.js";
import type { GroupKind as GroupKindName, UserOrder as UserOrderName } from "../../../use-cases/ports.js";
import type { CandidateObstacle as CandidateObstacleName } from "../../../core/candidates.js";
import { names } from "./names.js";

export const Role = names<model.Role>({ ADMIN: "ADMIN", EMPLOYEE: "EMPLOYEE" });
registerEnumType(Role, { name: "Role" });

export const UserStatus = names<model.UserStatus>({ ACTIVE: "ACTIVE", DISABLED: "DISABLED" });
registerEnumType(UserStatus, { name: "UserStatus" });

export const DisabledBy = names<model.DisabledBy>({ SYNC: "SYNC", ADMIN: "ADMIN" });
registerEnumType(DisabledBy, { name: "DisabledBy" });

export const Origin = names<model.Origin>({ LOCAL: "LOCAL", MANUAL: "MANUAL", SYNC: "SYNC" });
registerEnumType(Origin, {
  name: "Origin",
  description: "How a user came into the account. It never changes.",
  valuesConfig: {
    LOCAL: { description: "Made in the application: opened the account, or was named by its operator." },
    MANUAL: { description: "Picked by an admin." },
    SYNC: { description: "Came by a chosen group." },
  },
});

export const ManagedBy = names<model.ManagedBy>({ GROUPS: "GROUPS", ADMIN: "ADMIN" });
registerEnumType(ManagedBy, {
  name: "ManagedBy",
  description: "Who may change a user's status: the chosen groups, or only an admin.",
});

export const DirectoryState = names<model.DirectoryState>({
  ENABLED: "ENABLED",
  BLOCKED: "BLOCKED",
  DELETED: "DELETED",
  UNKNOWN: "UNKNOWN",
});
registerEnumType(DirectoryState, {
  name: "DirectoryState",
  description: "What the directory last said of the person.",
});

export const PersonKind = names<model.PersonKind>({ MEMBER: "MEMBER", GUEST: "GUEST" });
registerEnumType(PersonKind, { name: "PersonKind" });

export const ConsentState = names<model.ConsentState>({
  UNKNOWN: "UNKNOWN",
  GRANTED: "GRANTED",
  MISSING: "MISSING",
  LOST: "LOST",
});
registerEnumType(ConsentState, { name: "ConsentState" });

export const UserOrder = names<UserOrderName>({
  NAME_ASC: "NAME_ASC",
  NAME_DESC: "NAME_DESC",
  EMAIL_ASC: "EMAIL_ASC",
  EMAIL_DESC: "EMAIL_DESC",
  LAST_SIGN_IN_DESC: "LAST_SIGN_IN_DESC",
  CREATED_DESC: "CREATED_DESC",
});
registerEnumType(UserOrder, { name: "UserOrder" });

export const GroupKind = names<GroupKindName>({
  MICROSOFT_365: "MICROSOFT_365",
  SECURITY: "SECURITY",
  MAIL_ENABLED_SECURITY: "MAIL_ENABLED_SECURITY",
  DISTRIBUTION: "DISTRIBUTION",
  OTHER: "OTHER",
});
registerEnumType(GroupKind, { name: "GroupKind" });

export const CandidateObstacle = names<CandidateObstacleName>({
  BLOCKED_IN_DIRECTORY: "BLOCKED_IN_DIRECTORY",
  DETAILS_HIDDEN: "DETAILS_HIDDEN",
  ALREADY_HERE: "ALREADY_HERE",
});
registerEnumType(CandidateObstacle, { name: "CandidateObstacle" });

export const ImportOutcomeKind = names<"ADDED" | "ALREADY_HERE" | "FAILED">({
  ADDED: "ADDED",
  ALREADY_HERE: "ALREADY_HERE",
  FAILED: "FAILED",
});
registerEnumType(ImportOutcomeKind, { name: "ImportOutcomeKind" });

export const ShownEmail = names<model.ShownEmail>({ MAIL: "MAIL", SIGN_IN_NAME: "SIGN_IN_NAME" });
registerEnumType(ShownEmail, {
  name: "ShownEmail",
  description: "What the account's users have as `email`.",
  valuesConfig: {
    MAIL: { description: "Their mailbox; the name they sign in with where there is none." },
    SIGN_IN_NAME: { description: "The name they sign in with; of guests, whose name is no address, their mailbox." },
  },
});
