import type { Conflict, FoundConflict } from "../../core/conflicts.js";
import type { HeldChange, HeldPerson, Hold, HoldApproval, HoldStatus } from "../../core/hold.js";

/* What waits for an admin. */

/** The hold of an account: the changes that the brake kept back until an admin decides. */
export interface HoldStore {
  /** The open hold with everybody on it; null where there is none. */
  open(accountId: string): Promise<Hold | null>;
  /** The open hold without its people, and how many are on it, by action. */
  head(accountId: string): Promise<HoldHead | null>;
  /** One page of the people on a hold, in the order of their names; of one group, where one is named. */
  people(
    accountId: string,
    holdId: string,
    query: { readonly first: number; readonly after: string | null; readonly groupId?: string | null },
  ): Promise<{ readonly people: readonly HeldPerson[]; readonly next: string | null }>;
  /** Raises a hold; null when one is open already (held by a unique index). */
  raise(accountId: string, hold: Pick<Hold, "because" | "limit" | "settingsVersion" | "people">): Promise<Hold | null>;
  /**
   * The list made anew; nothing when it is not open any more. Its approval stays, unless what an admin saw of it has been
   * decided: then it waits for another decision.
   */
  refresh(
    accountId: string,
    holdId: string,
    hold: Pick<Hold, "because" | "limit" | "version" | "settingsVersion" | "people"> & {
      readonly decided?: boolean;
    },
  ): Promise<void>;
  /**
   * Notes that an admin approves what they saw; false when the hold is not open, or approved already, or being rejected.
   */
  approve(accountId: string, holdId: string, approval: HoldApproval): Promise<boolean>;
  /**
   * For a minute nobody can approve the hold, while what its rejection means is written; false when it is not open, or
   * approved already.
   */
  beginRejecting(accountId: string, holdId: string): Promise<boolean>;
  /**
   * Closes an open hold; false when it was closed before. `by` is null for one that dissolved. One that is approved
   * cannot be rejected any more: false then as well.
   */
  close(
    accountId: string,
    holdId: string,
    end: { readonly status: Exclude<HoldStatus, "OPEN">; readonly by: string | null },
  ): Promise<boolean>;
}

export interface HoldHead extends Omit<Hold, "people"> {
  readonly counts: Readonly<Record<HeldChange["action"], number>>;
}

/** The conflicts about mail that wait for an admin; one per person. */
export interface ConflictStore {
  /** One page, in the order of the names. */
  page(
    accountId: string,
    query: { readonly first: number; readonly after: string | null },
  ): Promise<{ readonly conflicts: readonly Conflict[]; readonly next: string | null; readonly total: number }>;
  all(accountId: string): Promise<readonly Conflict[]>;
  byPerson(accountId: string, directoryId: string): Promise<Conflict | null>;
  /** Keeps these; one that is known keeps its `since`, and stays one met by hand if it was. */
  keep(accountId: string, found: readonly FoundConflict[], byHand: boolean): Promise<void>;
  end(accountId: string, directoryIds: readonly string[]): Promise<void>;
  /** Ends those that this user is part of: they are linked now. */
  endOfUser(accountId: string, userId: string): Promise<void>;
}
