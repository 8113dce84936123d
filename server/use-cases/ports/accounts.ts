import type { Account, Consent } from "../../core/model.js";

export interface AccountStore {
  byTenant(tenantId: string): Promise<Account | null>;
  byId(accountId: string): Promise<Account | null>;
  list(): Promise<readonly Account[]>;
  /** Accounts in use that have somebody to tell: cheap, because every worker asks every minute. */
  idsWithReceivers(): Promise<readonly string[]>;
  /** Null when the tenant has an account already: one tenant, one account, held by a unique index. */
  create(account: {
    readonly tenantId: string;
    readonly name: string;
    readonly consent: Consent;
  }): Promise<Account | null>;
  /** Changes the given fields, and no other. */
  update(
    accountId: string,
    fields: Partial<
      Pick<Account, "name" | "consent" | "trouble" | "helpContact" | "receivers" | "shownEmail" | "closedAt">
    >,
  ): Promise<Account>;
  /** Changes what admins set, and raises its version; null where that is another than `version` by now. */
  changeSettings(
    accountId: string,
    version: number,
    fields: Partial<Pick<Account, "helpContact" | "receivers" | "shownEmail">>,
  ): Promise<Account | null>;
}

/** One-time invitations to open the account of a tenant. Only a hash is kept, so whoever reads the database has none. */
export interface InviteStore {
  /** Makes one that is good for `forMs` milliseconds, and tells its code, once. */
  create(tenantId: string, forMs: number): Promise<{ readonly code: string; readonly expiresAt: Date }>;
  /** Whether this person may use it: it is for their tenant, in its time, and nobody else has claimed it. */
  isGoodFor(code: string, holder: { readonly tenantId: string; readonly objectId: string }): Promise<boolean>;
  /**
   * Claims it for this person; false when it is not good for them. They may claim it again, so that an opening that was
   * cut short can be finished; of two people at once one gets it.
   */
  claim(code: string, holder: { readonly tenantId: string; readonly objectId: string }): Promise<boolean>;
  /** Forgets it, once it has done its work. */
  remove(code: string): Promise<void>;
}

/** Where a trip to Microsoft's consent page began, so that it can lead back there. It decides nothing. */
export interface ConsentTripStore {
  /** Remembers the trip under a random state for half an hour; `returnTo` is null for one that ends in words alone. */
  begin(returnTo: string | null): Promise<{ readonly state: string }>;
  /** The way back, once; null for a state that is unknown, used, or past its time. */
  finish(state: string): Promise<{ readonly returnTo: string | null } | null>;
}
