import { registerEnumType } from "type-graphql";
import type * as one from "../../../core/one-person.js";
import type { SkipReason as SkipReasonName } from "../../../core/plan.js";
import type { WhyStanding as WhyStandingName } from "../../../core/why.js";
import { names } from "./names.js";

export const SkipReason = names<SkipReasonName>({
  BLOCKED_IN_DIRECTORY: "BLOCKED_IN_DIRECTORY",
  GUEST_LEFT_OUT: "GUEST_LEFT_OUT",
  EXCLUDED: "EXCLUDED",
  EXCLUSION_UNKNOWN: "EXCLUSION_UNKNOWN",
  DETAILS_UNKNOWN: "DETAILS_UNKNOWN",
  DISABLED_BY_ADMIN: "DISABLED_BY_ADMIN",
  MAIL_CONFLICT: "MAIL_CONFLICT",
  LAST_ADMIN: "LAST_ADMIN",
});
registerEnumType(SkipReason, {
  name: "SkipReason",
  description: "Why somebody in a chosen group is left as they are.",
});

export const WhyStanding = names<WhyStandingName>({
  HERE_BY_GROUPS: "HERE_BY_GROUPS",
  HERE_BY_ADMIN: "HERE_BY_ADMIN",
  DISABLED_BY_SYNC: "DISABLED_BY_SYNC",
  DISABLED_BY_ADMIN: "DISABLED_BY_ADMIN",
  NOT_HERE: "NOT_HERE",
});
registerEnumType(WhyStanding, { name: "WhyStanding", description: "Where somebody stands in the account." });

export const WhyRule = names<one.Rule>({
  ...SkipReason,
  NOT_LINKED: "NOT_LINKED",
  NO_ANSWER: "NO_ANSWER",
  DELETED_IN_DIRECTORY: "DELETED_IN_DIRECTORY",
  NOT_FOUND: "NOT_FOUND",
  SYNC_OFF: "SYNC_OFF",
  NO_GROUPS: "NO_GROUPS",
  IN_CHOSEN_GROUP: "IN_CHOSEN_GROUP",
  NOT_IN_GROUPS: "NOT_IN_GROUPS",
});
registerEnumType(WhyRule, { name: "WhyRule", description: "What decided whether somebody is here." });

export const NextStep = names<one.NextStep>({
  ADD: "ADD",
  REENABLE: "REENABLE",
  DISABLE: "DISABLE",
  NOTHING: "NOTHING",
  WAITS_ON_HOLD: "WAITS_ON_HOLD",
  ASKS_AGAIN: "ASKS_AGAIN",
});
registerEnumType(NextStep, {
  name: "NextStep",
  description: "What the next run will do about somebody.",
  valuesConfig: {
    DISABLE: { description: "If a second look confirms it, and the brake lets it." },
    WAITS_ON_HOLD: { description: "Nothing, until an admin has decided about the list that waits." },
    ASKS_AGAIN: { description: "Nothing, until Microsoft gives a clear answer." },
  },
});
