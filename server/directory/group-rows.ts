import type { DirectoryGroup, GroupKind } from "../use-cases/ports.js";
import { isRecord } from "./graph-problems.js";

export const GROUP_FIELDS = "id,displayName,description,groupTypes,mailEnabled,securityEnabled,visibility";

/** A group as Microsoft wrote it, or null for something that is none. The member count is asked for separately. */
export function decodeGroup(row: unknown): DirectoryGroup | null {
  if (!isRecord(row) || typeof row.id !== "string" || row.id === "") return null;
  const types = Array.isArray(row.groupTypes) ? row.groupTypes : [];
  return {
    id: row.id,
    displayName: typeof row.displayName === "string" ? row.displayName : "",
    description: typeof row.description === "string" && row.description !== "" ? row.description : null,
    kind: kindOf(types.includes("Unified"), row.mailEnabled === true, row.securityEnabled === true),
    dynamic: types.includes("DynamicMembership"),
    hiddenMembership: isHidden(row),
    memberCount: null,
  };
}

/** A group that holds somebody. */
export interface HoldingGroup {
  /** In lower case, as chosen groups are kept: a difference of case must not look like somebody who left. */
  readonly id: string;
  readonly displayName: string;
}

export type HolderRow =
  | { readonly kind: "GROUP"; readonly group: HoldingGroup }
  | { readonly kind: "OTHER" }
  | { readonly kind: "UNREADABLE" };

const GROUP_TYPE = "#microsoft.graph.group";

/** A row of what holds a person or a group: groups, directory roles and administrative units. */
export function decodeHolder(row: unknown): HolderRow {
  const type = isRecord(row) ? row["@odata.type"] : null;
  const group = decodeGroup(row);
  // A row that does not say what it is may be the very group that was chosen.
  if (group === null || typeof type !== "string") return { kind: "UNREADABLE" };
  if (type !== GROUP_TYPE) return { kind: "OTHER" };
  return { kind: "GROUP", group: { id: group.id.toLowerCase(), displayName: group.displayName } };
}

/** The documentation spells it both HiddenMembership and Hiddenmembership. */
function isHidden(row: unknown): boolean {
  const visibility = isRecord(row) ? row.visibility : null;
  return typeof visibility === "string" && visibility.toLowerCase() === "hiddenmembership";
}

function kindOf(unified: boolean, mail: boolean, security: boolean): GroupKind {
  if (unified) return "MICROSOFT_365";
  if (security) return mail ? "MAIL_ENABLED_SECURITY" : "SECURITY";
  return mail ? "DISTRIBUTION" : "OTHER";
}

/** The body of …/members/$count inside a batch: a number, its digits, or its digits in base64. Null for the rest. */
export function decodeCount(body: unknown): number | null {
  if (typeof body === "number") return Number.isInteger(body) && body >= 0 ? body : null;
  if (typeof body !== "string") return null;
  const digits = [body, Buffer.from(body, "base64").toString("utf8")].find((words) => /^\uFEFF?\d{1,9}$/.test(words));
  return digits === undefined ? null : Number(digits.replace("\uFEFF", ""));
}
