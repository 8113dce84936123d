import type { Channel, Told } from "../../core/model.js";

/** What the receivers were told of: one row for each state that lasts. */
export interface NoticeStore {
  told(accountId: string): Promise<readonly Told[]>;
  /**
   * Notes that `next` is being told, where the row is still as `seen` (null: not there). False when it is not: of two
   * processes that see the same state at the same moment, one tells of it.
   */
  claim(accountId: string, seen: Told | null, next: Told): Promise<boolean>;
  /** A channel has taken the round. */
  delivered(accountId: string, round: Told, channel: Channel): Promise<void>;
  /** Forgets states that are over, so that they are new when they come back; one that was claimed meanwhile stays. */
  forget(accountId: string, over: readonly Told[]): Promise<void>;
}

/** Null when it arrived; else why it did not, in words for the log: no address, no secret. */
export type Undelivered = string | null;

/** The way to the receivers of notices. Every method answers in bounded time, and rejects for no failure of theirs. */
export interface Messenger {
  /** One mail to all of them; null where no mail server is set. Arrived is what the server took for one of them. */
  readonly mail:
    ((to: readonly string[], mail: { readonly subject: string; readonly text: string }) => Promise<Undelivered>) | null;
  /** Posts this as JSON to an address that must lead out of our own network. */
  webhook(url: string, body: object): Promise<Undelivered>;
}
