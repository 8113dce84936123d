/** Why somebody who signed in with Microsoft is not let in. The words stand in words/access.ts. */
export type RefusalReason = "NOT_IMPORTED" | "DISABLED" | "NO_ACCOUNT" | "NOT_ADMIN";

export interface Refusal {
  readonly reason: RefusalReason;
  /** Who they are signed in as: the commonest mistake is the wrong account, and only the name shows it. */
  readonly signedInAs: string;
  readonly userName: string | null;
  readonly tenantId: string;
  /** The account's name; null when the tenant has none. */
  readonly organisation: string | null;
  readonly helpContact: string | null;
  /** Whether this person may open an account for their tenant. */
  readonly mayOpenAccount: boolean;
}
