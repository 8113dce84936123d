import type { AuditTrailQuery } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";

export type AuditRow = AuditTrailQuery["auditEvents"]["nodes"][number];
type Subject = AuditRow["subjects"]["nodes"][number];
type Field = Subject["fields"][number];

/** Whom or what it was about, a line each: "Ada Lovelace: status from active to disabled". */
export function auditLines({ subjects: { nodes, totalCount } }: Pick<AuditRow, "subjects">): string[] {
  const words = texts.settings.audit;
  const lines = nodes.map(subjectLine).filter((line) => line !== "");
  const more = totalCount - nodes.length;
  return more > 0 ? [...lines, words.more(more)] : lines;
}

function subjectLine({ name, type, fields }: Subject): string {
  const told = fields.filter(({ name: field }) => !isHidden(field)).map(fieldWords);
  // The account is the whole page's; of a run and a hold there is no name to tell.
  const who = type === "ACCOUNT" ? null : name;
  return [who, told.join("; ")].filter(Boolean).join(": ");
}

/** What only a machine reads: who looks at the trail has the names beside. */
const isHidden = (field: string): boolean => field === "undoneBy" || field === "disabledBy";

function fieldWords({ name, before, after }: Field): string {
  const words = texts.settings.audit;
  const known: Readonly<Record<string, string>> = words.fields;
  const label = known[name] ?? name;
  const [was, is] = [valueWords(before), valueWords(after)];
  if (was === null) return words.now(label, is ?? words.nothing);
  if (is === null) return words.noMore(label, was);
  return words.changed(label, was, is);
}

/** A list tells only what left it and what came to it, so both may stand for themselves. */
function valueWords(value: string | null): string | null {
  const known: Readonly<Record<string, string>> = texts.settings.audit.values;
  return value === null ? null : (known[value] ?? value);
}
