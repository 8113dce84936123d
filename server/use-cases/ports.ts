import type { AccountStore, ConsentTripStore, InviteStore } from "./ports/accounts.js";
import type { GroupMemberStore, PreviewStore, SettingsStore } from "./ports/choices.js";
import type { ConflictStore, HoldStore } from "./ports/decisions.js";
import type { AuditStore, ChangeStore, RunStore } from "./ports/history.js";
import type { NoticeStore } from "./ports/receivers.js";
import type { LeaseStore } from "./ports/turns.js";
import type { UserStore } from "./ports/users.js";

/* What the world outside must be able to do, so that the use cases need not know it. */

export type * from "./ports/accounts.js";
export type * from "./ports/choices.js";
export type * from "./ports/decisions.js";
export type * from "./ports/directory.js";
export type * from "./ports/history.js";
export type * from "./ports/receivers.js";
export type * from "./ports/sign-in.js";
export type * from "./ports/turns.js";
export type * from "./ports/users.js";

/** Now. Handed on instead of read, so that a test can make a day pass. */
export type Clock = () => Date;

/** All that the product remembers. */
export interface Stores {
  readonly accounts: AccountStore;
  readonly users: UserStore;
  readonly settings: SettingsStore;
  readonly groupMembers: GroupMemberStore;
  readonly runs: RunStore;
  readonly changes: ChangeStore;
  readonly holds: HoldStore;
  readonly audit: AuditStore;
  readonly conflicts: ConflictStore;
  readonly previews: PreviewStore;
  readonly leases: LeaseStore;
  readonly consentTrips: ConsentTripStore;
  readonly invites: InviteStore;
  readonly notices: NoticeStore;
}
