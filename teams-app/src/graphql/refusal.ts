/** Why the server turned somebody away, and what it knows about them (`extensions.refusal` of a FORBIDDEN error). */
export interface Refusal {
  reason: "NOT_IMPORTED" | "DISABLED" | "NO_ACCOUNT" | "NOT_ADMIN";
  /** The name in the token. */
  signedInAs: string;
  userName: string | null;
  tenantId: string;
  organisation: string | null;
  helpContact: string | null;
  mayOpenAccount: boolean;
}

const reasons = ["NOT_IMPORTED", "DISABLED", "NO_ACCOUNT", "NOT_ADMIN"] as const;

/** Null when it is not shaped as agreed: then the words of an unexpected error are shown instead. */
export function parseRefusal(value: unknown): Refusal | null {
  if (typeof value !== "object" || value === null) return null;
  const source: Partial<Record<keyof Refusal, unknown>> = value;
  const reason = reasons.find((known) => known === source.reason);
  if (!reason || typeof source.signedInAs !== "string" || typeof source.tenantId !== "string") return null;
  return {
    reason,
    signedInAs: source.signedInAs,
    userName: text(source.userName),
    tenantId: source.tenantId,
    organisation: text(source.organisation),
    helpContact: text(source.helpContact),
    mayOpenAccount: source.mayOpenAccount === true,
  };
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
