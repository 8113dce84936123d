import { registerEnumType } from "type-graphql";
import type { GroupHealthCode as GroupHealthCodeName } from "../../../core/group-words.js";
import type { HealthState as HealthStateName } from "../../../core/health.js";
import { names } from "./names.js";

export const HealthState = names<HealthStateName>({
  RETRYING: "RETRYING",
  OFF: "OFF",
  WAITING_FOR_FIRST_RUN: "WAITING_FOR_FIRST_RUN",
  OK: "OK",
  RUNNING: "RUNNING",
  NO_GROUPS: "NO_GROUPS",
  HELD: "HELD",
  PARTIAL: "PARTIAL",
  FAILED: "FAILED",
  CONSENT_LOST: "CONSENT_LOST",
  GROUP_MISSING: "GROUP_MISSING",
  STOPPED: "STOPPED",
  THROTTLED: "THROTTLED",
  ACCESS_BLOCKED: "ACCESS_BLOCKED",
  CREDENTIALS_REFUSED: "CREDENTIALS_REFUSED",
  SECRET_EXPIRING: "SECRET_EXPIRING",
  TENANT_UNKNOWN: "TENANT_UNKNOWN",
  GROUP_HIDDEN: "GROUP_HIDDEN",
  READ_INCOMPLETE: "READ_INCOMPLETE",
  READ_DOUBTFUL: "READ_DOUBTFUL",
});
registerEnumType(HealthState, {
  name: "HealthState",
  valuesConfig: {
    CONSENT_LOST: { description: "Microsoft does not let the directory be read; the message says which way it ended." },
    ACCESS_BLOCKED: { description: "A policy of the customer keeps Rollcall out." },
    CREDENTIALS_REFUSED: { description: "Rollcall's own credentials do not work. The operator has to mend this." },
    SECRET_EXPIRING: { description: "All is well, but Rollcall's own credentials run out soon." },
    GROUP_HIDDEN: { description: "A group hides its members, so nobody is disabled." },
    READ_INCOMPLETE: { description: "The last run could not read everything, so it disabled nobody." },
    READ_DOUBTFUL: { description: "A second look showed that a list was wrong, so the last run disabled nobody." },
  },
});

export const GroupHealthCode = names<GroupHealthCodeName>({
  MISSING: "MISSING",
  HIDDEN: "HIDDEN",
  INCOMPLETE: "INCOMPLETE",
  EMPTY: "EMPTY",
  SHRUNK: "SHRUNK",
  RENAMED: "RENAMED",
  DYNAMIC: "DYNAMIC",
});
registerEnumType(GroupHealthCode, { name: "GroupHealthCode" });
