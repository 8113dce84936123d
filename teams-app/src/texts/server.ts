import type {
  AuditKind,
  ChangeReason,
  SentenceCode,
  WhyRule,
  WhyStanding,
  WordsFragment,
} from "../graphql/generated/graphql.js";

/**
 * The server's own sentences, which are English: here as they come. Another language says them by their codes, with the
 * names and numbers that come beside.
 */
export const server = {
  sentences: (said: readonly WordsFragment[]): string => said.map(({ text }) => text).join(" "),
  /** A sentence without names and numbers. */
  because: <Text extends string | null>(_code: SentenceCode | null, text: Text): Text | string => text,
  changeReason: (_reason: ChangeReason, text: string): string => text,
  /** Why, of "Disabled by the sync: excluded from the sync"; by whom stands beside it. */
  disabled: (_reason: ChangeReason | null, text: string): string => text.replace(/^[^:]*: /, ""),
  standing: (_standing: WhyStanding, text: string, _name: string): string => text,
  whyRule: (_rule: WhyRule, text: string): string => text,
  audit: (_kind: AuditKind, text: string): string => text,
  permission: (_name: string, purpose: string): string => purpose,
};
