import type { TroubleKind } from "./problems.js";

/**
 * The words of the product, as types. Everything else is written in them.
 *
 * An *account* is one customer, linked to exactly one Microsoft Entra tenant. A *person* is a user object in that
 * tenant; a *user* is somebody in the account. The two meet on (tenant id, object id) and on nothing else.
 */

/** How a user came into the account. History: it never changes. */
export type Origin = "LOCAL" | "MANUAL" | "SYNC";

/** Who may change a user's status: the chosen groups (the sync), or only an admin. */
export type ManagedBy = "GROUPS" | "ADMIN";

export type UserStatus = "ACTIVE" | "DISABLED";
export type DisabledBy = "SYNC" | "ADMIN";
export type Role = "ADMIN" | "EMPLOYEE";

/** What the directory last said of a user's person. UNKNOWN: it has not said anything we could read. */
export type DirectoryState = "ENABLED" | "BLOCKED" | "DELETED" | "UNKNOWN";

export type PersonKind = "MEMBER" | "GUEST";

/**
 * A user object of the tenant, as read. `accountEnabled` and `kind` are null when Microsoft left them out, which it
 * does when a permission is missing: null means unknown, never "disabled" and never "member".
 */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly mail: string | null;
  readonly userPrincipalName: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly accountEnabled: boolean | null;
  readonly kind: PersonKind | null;
}

/** The fields of a person that a user copies, and that follow the directory's renames. */
export interface Profile {
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  /** Mail, or sign-in name where there is no mailbox. Data, not identity: two users may share it. */
  readonly email: string | null;
  readonly userPrincipalName: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
}

export interface User extends Profile {
  readonly id: string;
  /** The person's object id in the account's tenant; null for a LOCAL user nobody linked. */
  readonly directoryId: string | null;
  readonly role: Role;
  readonly status: UserStatus;
  readonly disabledBy: DisabledBy | null;
  readonly disabledReason: DisableReason | null;
  readonly disabledAt: Date | null;
  /** Whether an admin had agreed to this very disable of the sync; such a one does not count for the brake. */
  readonly disableApproved: boolean;
  /** When the status last changed, by whomever; an undo looks at it to see whether somebody decided since. */
  readonly statusSince: Date;
  readonly origin: Origin;
  readonly managedBy: ManagedBy;
  /** The admin who took this user out of the groups' hands, and when; null where nobody did. */
  readonly keptBy: { readonly name: string; readonly at: Date } | null;
  readonly directoryState: DirectoryState;
  /** When the directory first answered "no such person" twice over; null as long as it knows them. */
  readonly goneSince: Date | null;
  /** The chosen groups that keep this user here, as last read: none for somebody the rules leave out. */
  readonly groupIds: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lastSignInAt: Date | null;
}

/** Why somebody was disabled. */
export type DisableReason =
  "LEFT_GROUPS" | "BLOCKED_IN_DIRECTORY" | "DELETED_IN_DIRECTORY" | "GUESTS_LEFT_OUT" | "EXCLUDED" | "BY_ADMIN";

/** A chosen group that was read to its end, by the kinds of its members. */
export interface CompleteGroupRead {
  readonly groupId: string;
  readonly outcome: "COMPLETE";
  readonly people: readonly Person[];
  /** Members that are not people: devices, contacts, groups, service principals. */
  readonly others: number;
}

/**
 * A chosen group that was not read to its end. `people` holds those that did arrive: they may be added, but nobody can
 * be called a leaver because they are not among them. That is why this is another type and not an exception.
 */
export interface BrokenGroupRead {
  readonly groupId: string;
  readonly outcome: "INCOMPLETE" | "HIDDEN" | "NOT_FOUND";
  readonly people: readonly Person[];
  readonly because: string;
}

export type GroupRead = CompleteGroupRead | BrokenGroupRead;

/** What one run read of the chosen groups. */
export interface Snapshot {
  readonly groups: readonly GroupRead[];
  /** The groups whose people are left out, read like the chosen ones. */
  readonly excluded: readonly GroupRead[];
}

/** What the account remembers of one chosen group. */
export interface ChosenGroup {
  readonly id: string;
  /** Follows the directory. */
  readonly displayName: string;
  /** What it was called when it was last chosen. */
  readonly chosenAs: string;
  /** Whether the directory fills it by a rule. */
  readonly dynamic: boolean;
  /** First of an unbroken row of "no such group" answers; null while the group answers. */
  readonly notFoundSince: Date | null;
  /** Since when its members are hidden from us; null while they are not, or nobody has found out. */
  readonly hiddenSince: Date | null;
  /** First of an unbroken row of reads that broke off; null after one that came to its end. */
  readonly incompleteSince: Date | null;
  /** When it lost more than half of its people, and how many it had; null where it did not, or they are back. */
  readonly shrunk: { readonly since: Date; readonly from: number } | null;
}

/** Whom the sync leaves alone although they are in a chosen group; exclusion wins. Importing them by hand stays possible. */
export interface Exclusions {
  readonly people: readonly ExcludedPerson[];
  readonly groups: readonly ChosenGroup[];
}

export interface ExcludedPerson {
  readonly id: string;
  readonly displayName: string;
  /** Why, where it was not for its own sake: an admin chose to skip a conflict about their mail. */
  readonly because?: "MAIL_CONFLICT";
}

/** The object ids of the people in a group when it was last read to its end. */
export interface LastGroupRead {
  readonly groupId: string;
  readonly personIds: readonly string[];
  readonly readAt: Date;
}

export interface Brake {
  /** Share of the people managed by groups that a day may disable; 1 to 50, in per cent. */
  readonly percent: number;
  /** Most people a day may disable, whatever the share; 1 to 5,000. */
  readonly cap: number;
}

export interface SyncSettings {
  readonly enabled: boolean;
  readonly groups: readonly ChosenGroup[];
  readonly disableLeavers: boolean;
  readonly includeNested: boolean;
  readonly includeGuests: boolean;
  /** Whether the daily refresh disables users managed by admins whom the directory blocks or has deleted. */
  readonly disableGone: boolean;
  readonly exclusions: Exclusions;
  readonly brake: Brake;
  /** Raised by every change an admin makes; a run that began under another version is stopped. */
  readonly version: number;
  /** When a run first SUCCEEDED after an admin asked for more people (enable, groups, a preview); null until then. */
  readonly settledAt: Date | null;
  /** The preview that the admin agreed to with this version, until a run has carried it out. */
  readonly previewId: string | null;
}

export const DEFAULT_SETTINGS: SyncSettings = {
  enabled: false,
  groups: [],
  disableLeavers: false,
  includeNested: true,
  includeGuests: false,
  disableGone: false,
  exclusions: { people: [], groups: [] },
  brake: { percent: 20, cap: 500 },
  version: 0,
  settledAt: null,
  previewId: null,
};

/** Everything a plan is made of. */
export interface SyncInput {
  readonly snapshot: Snapshot;
  /** Every user of the account. */
  readonly users: readonly User[];
  readonly settings: SyncSettings;
  /** The chosen groups as they were when last read to their end. */
  readonly lastReads: readonly LastGroupRead[];
  /** Object ids of people whose disable an admin has agreed to by name; the brake does not count them. */
  readonly approved: ReadonlySet<string>;
  readonly now: Date;
}

/** The two application permissions the product asks for, and all it may ever use. */
export const PERMISSIONS = ["User.Read.All", "GroupMember.Read.All"] as const;

export type ConsentState = "UNKNOWN" | "GRANTED" | "MISSING" | "LOST";

export interface Consent {
  readonly state: ConsentState;
  readonly checkedAt: Date | null;
  readonly grantedAt: Date | null;
}

/** Who is told of what needs a person. Both empty: nobody. */
export interface Receivers {
  readonly emails: readonly string[];
  /** Address that notices are posted to. It may hold a secret of its owner, so it goes into no log. */
  readonly webhook: string | null;
}

export const NOBODY: Receivers = { emails: [], webhook: null };

/** What keeps the account from being read until somebody acts; scheduled runs pause meanwhile. */
export interface Trouble {
  readonly kind: TroubleKind;
  /** What exactly: the permissions that are missing, or Microsoft's number for it. */
  readonly detail: string | null;
  readonly since: Date;
  /** Tries in a row that met it. */
  readonly failures: number;
  /** Before this moment the schedule does not try. */
  readonly nextTryAt: Date;
}

export interface Account {
  readonly id: string;
  readonly tenantId: string;
  /** The tenant's own display name, or the name an operator gave. */
  readonly name: string;
  readonly consent: Consent;
  /** Null while nothing is known to stand in the way. */
  readonly trouble: Trouble | null;
  /** Whom people who cannot get in should ask: words, a mail address or a link; null while nobody set it. */
  readonly helpContact: string | null;
  readonly receivers: Receivers;
  readonly shownEmail: ShownEmail;
  /** Rises with each change of help contact, receivers or shown mail, so that nobody writes over what they did not see. */
  readonly settingsVersion: number;
  readonly createdAt: Date;
  /** Since when the operator keeps everybody out; null for an account in use. Its tenant does not become a new one by it. */
  readonly closedAt: Date | null;
}

/** What an account's people have under "mail": their mailbox, or the name they sign in with (R6: neither is a key). */
export type ShownEmail = "MAIL" | "SIGN_IN_NAME";

/** A state of an account that does not mend itself: a person has to act. */
export type NoticeKind =
  "CONSENT_LOST" | "CREDENTIALS_REFUSED" | "ACCESS_BLOCKED" | "TENANT_UNKNOWN" | "GROUP_MISSING" | "HELD";

export interface Notice {
  readonly kind: NoticeKind;
  /** Tells two states of one kind apart: another key is another state, and told anew. */
  readonly key: string;
  /** What happened, and that nobody was disabled for it. */
  readonly message: string;
  readonly nextStep: string;
}

export type Channel = "MAIL" | "WEBHOOK";

/** How often, and when last, the receivers were told of a state that still lasts. */
export interface Told extends Pick<Notice, "kind" | "key"> {
  /** Rounds begun: 1 once they were told for the first time. */
  readonly times: number;
  readonly toldAt: Date;
  /** The channels that have not taken the present round yet. */
  readonly undelivered: readonly Channel[];
  /** Tries of the present round, and the last of them. */
  readonly tries: number;
  readonly triedAt: Date;
}
