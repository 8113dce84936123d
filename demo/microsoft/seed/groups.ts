import type { Group } from "../state/model.js";
import { guidFrom } from "./random.js";

export type GroupKind = "SECURITY" | "MICROSOFT_365" | "MAIL_SECURITY" | "DISTRIBUTION" | "DYNAMIC";

/** A group of one of the kinds that Entra knows; the flags are what Graph shows for that kind. */
export function makeGroup(
  kind: GroupKind,
  fields: Pick<Group, "id" | "displayName" | "createdDateTime"> & Partial<Group> & { domain: string },
): Group {
  const { domain, ...given } = fields;
  const alias =
    given.displayName
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || given.id.slice(0, 8);
  const mailEnabled = kind === "MICROSOFT_365" || kind === "MAIL_SECURITY" || kind === "DISTRIBUTION";
  const dynamic = kind === "DYNAMIC";
  return {
    description: null,
    groupTypes: kind === "MICROSOFT_365" ? ["Unified"] : dynamic ? ["DynamicMembership"] : [],
    mailEnabled,
    securityEnabled: kind !== "DISTRIBUTION" && kind !== "MICROSOFT_365",
    mail: mailEnabled ? `${alias}@${domain}` : null,
    mailNickname: alias,
    visibility: kind === "MICROSOFT_365" ? "Private" : null,
    membershipRule: dynamic
      ? `(user.department -eq "${given.dynamicDepartment ?? ""}") and (user.accountEnabled -eq true)`
      : null,
    membershipRuleProcessingState: dynamic ? "On" : null,
    resourceProvisioningOptions: [],
    deletedDateTime: null,
    members: new Set(),
    dynamicDepartment: null,
    ...given,
  };
}

/** A group of the seed: its id comes from the tenant and the name. */
export function seedGroup(
  tenant: string,
  domain: string,
  kind: GroupKind,
  displayName: string,
  members: Iterable<{ id: string }>,
  more: Partial<Group> = {},
): Group {
  return makeGroup(kind, {
    id: guidFrom(tenant, "group", displayName),
    displayName,
    domain,
    createdDateTime: "2020-01-15T09:00:00Z",
    members: new Set([...members].map((member) => member.id)),
    ...more,
  });
}
