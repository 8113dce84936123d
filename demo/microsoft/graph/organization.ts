import { GRAPH_HOST } from "../registration.js";
import { deniedForLackOfRole, notFound } from "./errors.js";
import { projectObject } from "./projection.js";
import { readSelectOption } from "./query-options.js";
import type { GraphRequest } from "./request.js";
import { need, READ_USERS } from "./users.js";

/** With User.Read.All alone an application reads id, displayName and verifiedDomains; everything else is null. */
export function listOrganization(request: GraphRequest): object {
  need(request.access, READ_USERS);
  const { id, name, domains } = request.access.tenant;
  const verifiedDomains = domains.map((domain, index) => ({
    name: domain,
    isDefault: index === 0,
    isInitial: index === 1,
    type: "Managed",
    capabilities: "Email",
  }));
  const whole: Record<string, unknown> = {
    id,
    displayName: name,
    verifiedDomains,
    city: null,
    country: null,
    countryLetterCode: null,
    tenantType: null,
    technicalNotificationMails: [],
  };
  const select = request.query.get("$select")?.split(",");
  const value = select ? Object.fromEntries(select.map((field) => [field, whole[field] ?? null])) : whole;
  return { "@odata.context": `https://${GRAPH_HOST}/v1.0/$metadata#organization`, value: [value] };
}

/** Soft-deleted people can be read with User.Read.All; deleted groups need a permission that this application never asks for. */
export function getDeletedItem(request: GraphRequest, id: string): object {
  need(request.access, READ_USERS);
  const { tenant } = request.access;
  if (tenant.deletedGroups.has(id)) throw deniedForLackOfRole();
  const person = tenant.deletedPeople.get(id.toLowerCase());
  if (!person) throw notFound(id);
  const select = readSelectOption(request, "user");
  return {
    "@odata.context": `https://${GRAPH_HOST}/v1.0/$metadata#directoryObjects/$entity`,
    ...projectObject({ type: "user", value: person }, { select, withType: true, readable: true }),
    ...(select ? {} : { deletedDateTime: person.deletedDateTime }),
  };
}
