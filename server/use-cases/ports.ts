import type {
  Account,
  ChosenGroup,
  Channel,
  Consent,
  DirectoryState,
  DisableReason,
  GroupRead,
  LastGroupRead,
  ManagedBy,
  Origin,
  Person,
  PersonKind,
  Profile,
  Role,
  Run,
  RunCounts,
  RunProgress,
  RunStatus,
  RunTask,
  RunTrigger,
  RunUsage,
  Setback,
  SyncSettings,
  Told,
  User,
  UserStatus,
} from "../core/model.js";
import type { DirectoryProblem } from "../core/problems.js";
import type { Result } from "../core/result.js";
import type { Change, ChangeAction, ChangeOutcome, PlannedChange, RefusedChange } from "../core/changes.js";
import type { Look } from "../core/second-look.js";
import type { AuditActor, AuditEvent, AuditKind, AuditSubject } from "../core/audit.js";
import type { Conflict, FoundConflict } from "../core/conflicts.js";
import type { HeldChange, HeldPerson, Hold, HoldApproval, HoldStatus } from "../core/hold.js";

/** Now. Handed on instead of read, so that a test can make a day pass. */
export type Clock = () => Date;

/* ---------------------------------------------------------------------------------------------- the directory */

export type DirectoryResult<T> = Result<T, DirectoryProblem>;

export interface PeopleQuery {
  /** Words of a name, or the beginning of a mail address or sign-in name. Empty: everybody. */
  readonly search: string;
  /** The department begins with this. Empty: any. */
  readonly department: string;
  readonly kind: PersonKind | null;
  /** Most people in one page, 1 to 999. */
  readonly pageSize: number;
  /** The `next` of the page before; null for the first page. The other fields are then the same as before. */
  readonly continuation: string | null;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Whether it may wait as long as Microsoft asks it to, within minutes, because nobody sits in front of it. */
  readonly patient?: boolean;
}

export interface PeoplePage {
  readonly people: readonly Person[];
  /** Opaque; null on the last page. A page may be empty and still have a next. */
  readonly next: string | null;
  /** How many people match in all, as Microsoft counts them; only the first page says, and not always. */
  readonly matching: number | null;
}

export type GroupKind = "MICROSOFT_365" | "SECURITY" | "MAIL_ENABLED_SECURITY" | "DISTRIBUTION" | "OTHER";

export interface DirectoryGroup {
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly kind: GroupKind;
  readonly dynamic: boolean;
  /** Members cannot be read with our permissions: the group must not be chosen, and empty never means "all left". */
  readonly hiddenMembership: boolean;
  /** Direct members of every kind; null when it could not be had. */
  readonly memberCount: number | null;
}

export interface GroupsPage {
  readonly groups: readonly DirectoryGroup[];
  readonly next: string | null;
}

/** Where an object id was found when asked for alone. UNKNOWN: no definite answer, so nothing follows from it. */
export type Whereabouts =
  { readonly found: "PRESENT"; readonly person: Person } | { readonly found: "DELETED" | "GONE" | "UNKNOWN" };

/** A way from a group down to a person: the group itself first, the group that holds the person last. */
export type GroupPath = readonly { readonly id: string; readonly displayName: string }[];

/** One tenant's directory, read only. Every method answers in bounded time. */
export interface Directory {
  /**
   * Proves the consent with a fresh app token (cache skipped) and two reads; answers with the tenant's display name.
   * `patient` allows a consent given a moment ago about three seconds to spread before it is called missing.
   */
  prove(options?: { readonly patient?: boolean }): Promise<DirectoryResult<{ readonly tenantName: string | null }>>;

  /** One page of people for choosing by hand; eventually consistent, so never a base for taking anything away. */
  findPeople(query: PeopleQuery, options?: ReadOptions): Promise<DirectoryResult<PeoplePage>>;

  /** Each id asked for alone, up to 200; ids that do not exist here are GONE. */
  lookUpPeople(
    ids: readonly string[],
    options?: ReadOptions,
  ): Promise<DirectoryResult<ReadonlyMap<string, Whereabouts>>>;

  /**
   * The second look: each person asked for alone, plainly, without casts or filters, and all their groups to the end of
   * the list. Never fails as a whole but for what makes every question pointless (no token, no consent, told to stop).
   * Asks ten people to a request, for ten minutes at most; whoever was not asked by then is UNKNOWN. Patient unless told
   * otherwise.
   */
  lookAgain(
    ids: readonly string[],
    options: ReadOptions & { readonly nested: boolean },
  ): Promise<DirectoryResult<ReadonlyMap<string, Look>>>;

  /**
   * The shortest way from each of these groups to the person, for those that lead there; direct membership is a path of
   * one. Nothing leads to somebody who is not there. Bounded: paths of more than ten groups, and what lies above the
   * 200th group climbed, are left out; a list on the way that cannot be read is a problem.
   */
  pathsTo(
    personId: string,
    groupIds: readonly string[],
    options: { readonly nested: boolean },
  ): Promise<DirectoryResult<ReadonlyMap<string, GroupPath>>>;

  /** One page of groups for choosing, by the words of their name. */
  findGroups(query: {
    readonly search: string;
    readonly pageSize: number;
    readonly continuation: string | null;
  }): Promise<DirectoryResult<GroupsPage>>;

  /** These groups, in any order; ids that do not exist here are left out. */
  lookUpGroups(
    ids: readonly string[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<DirectoryResult<readonly DirectoryGroup[]>>;

  /**
   * Reads the members of these groups, each to its end or marked as not. Fails as a whole only when nothing could be
   * read at all (no token, no consent, no network). `onPage` is told how many people have arrived so far. A group that
   * hides its members may come as one without any: lookUpGroups tells, and nobody may be taken away before it has.
   */
  readGroups(
    groupIds: readonly string[],
    options: {
      readonly nested: boolean;
      readonly onPage?: (peopleSoFar: number) => void;
      readonly signal?: AbortSignal;
    },
  ): Promise<DirectoryResult<readonly GroupRead[]>>;

  /** Does the work and tells what it asked of Microsoft; `onWait` of each wait (milliseconds) before it asks again. */
  measured<T>(
    work: () => Promise<T>,
    onWait?: (ms: number) => void,
  ): Promise<{ readonly value: T; readonly usage: RunUsage }>;

  /** Every person of the tenant, page by page to the end; a read that breaks off ends with a problem. */
  readEverybody(options?: { readonly signal?: AbortSignal }): Promise<DirectoryResult<readonly Person[]>>;
}

/** The directory of a tenant; the tenant id always comes from the account's own record. */
export type Directories = (tenantId: string) => Directory;

/* ------------------------------------------------------------------------------------------------- the sign-in */

/** What a verified access token for this API says about its bearer. */
export interface Bearer {
  readonly tenantId: string;
  /** Object id of the person in that tenant. */
  readonly objectId: string;
  readonly name: string;
  /** The sign-in name. Data for people to read, never identity. */
  readonly userName: string | null;
  /** True for a home member, false for a guest, null when the token does not say. */
  readonly homeMember: boolean | null;
  /** Template ids of the directory roles the person holds (claim wids). */
  readonly directoryRoles: readonly string[];
}

export interface TokenVerifier {
  /** The bearer, or null for any token that is not a current user token for this API. Never throws for a bad token. */
  verify(token: string): Promise<Bearer | null>;
}

/* -------------------------------------------------------------------------------------------------- the stores */

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
    fields: Partial<Pick<Account, "name" | "consent" | "trouble" | "helpContact" | "receivers" | "closedAt">>,
  ): Promise<Account>;
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

export interface NewUser extends Profile {
  readonly directoryId: string | null;
  readonly role: Role;
  readonly origin: Origin;
  readonly managedBy: ManagedBy;
  readonly directoryState: DirectoryState;
  readonly groupIds: readonly string[];
}

export type UserOrder = "NAME_ASC" | "NAME_DESC" | "EMAIL_ASC" | "EMAIL_DESC" | "LAST_SIGN_IN_DESC" | "CREATED_DESC";

export interface UserFilter {
  readonly status?: UserStatus;
  readonly origin?: Origin;
  readonly managedBy?: ManagedBy;
  readonly role?: Role;
  readonly directoryStates?: readonly DirectoryState[];
  /** Users changed at or after this moment, in any field but the last sign-in. */
  readonly changedSince?: Date;
}

/**
 * What every write of a run carries: its fencing token, the moment, and a mark (`<run id>:<step>`) by which it can be
 * found out later whether a write that nobody saw the end of was made.
 */
export interface RunMark {
  readonly fence: number;
  readonly at: Date;
  readonly writtenBy: string;
}

/** Changes to one user by its object id; only the given fields change. */
export interface UserPatch {
  readonly directoryId: string;
  readonly profile?: Profile;
  readonly groupIds?: readonly string[];
  readonly directoryState?: DirectoryState;
  readonly goneSince?: Date | null;
}

export interface SyncDisable {
  readonly directoryId: string;
  readonly reason: DisableReason;
  /** An admin agreed to this very disable. */
  readonly approved: boolean;
  readonly managedBy: ManagedBy;
  /** What the second look found, where it is news. */
  readonly directoryState?: DirectoryState;
}

/** Per person, because one who cannot be written never stops the others. */
export interface WriteOutcome {
  /** Object ids written as asked. */
  readonly done: readonly string[];
  /** Object ids already so, or changed by somebody else since: nothing was written. */
  readonly untouched: readonly string[];
  readonly failed: readonly { readonly directoryId: string; readonly because: string }[];
}

/**
 * Users of one account. Writes of a run carry its fencing token: a row whose `fence` is higher is left untouched, so
 * that a holder whose lease ran out cannot undo the work of the next.
 */
export interface UserStore {
  /** Every user of the account, for planning. */
  all(accountId: string): Promise<readonly User[]>;
  page(
    accountId: string,
    query: {
      readonly search: string;
      readonly filter: UserFilter;
      readonly order: UserOrder;
      readonly first: number;
      /** The `endCursor` of the page before. */
      readonly after: string | null;
    },
  ): Promise<{ readonly users: readonly User[]; readonly next: string | null; readonly total: number }>;
  byIds(accountId: string, userIds: readonly string[]): Promise<readonly User[]>;
  byDirectoryIds(accountId: string, directoryIds: readonly string[]): Promise<readonly User[]>;
  /** Users without a directory id whose mail is one of these, compared without regard to case. */
  unlinkedByEmail(accountId: string, emails: readonly string[]): Promise<readonly User[]>;
  /** Those of these mails that more than one user has, compared without regard to case. */
  sharedEmails(accountId: string, emails: readonly string[]): Promise<ReadonlySet<string>>;
  admins(accountId: string): Promise<readonly User[]>;

  /** Creates each person once: somebody who exists already (unique index) is untouched, never overwritten. */
  create(accountId: string, users: readonly NewUser[], mark?: Omit<RunMark, "fence">): Promise<WriteOutcome>;
  update(accountId: string, patches: readonly UserPatch[], mark: RunMark): Promise<WriteOutcome>;
  /** Disables by the sync, and only users who are still ACTIVE and managed by whom the row says. */
  disableBySync(accountId: string, people: readonly SyncDisable[], mark: RunMark): Promise<WriteOutcome>;
  /** Re-enables users whom the sync, and nobody else, disabled, and who are still managed by groups. */
  reenableBySync(accountId: string, directoryIds: readonly string[], mark: RunMark): Promise<WriteOutcome>;
  /** Which of these people a run has written, by object id: the mark of its latest write on each. */
  marksOf(accountId: string, directoryIds: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /**
   * An admin's own disable or enable of one user. With `keptBy` the user leaves the groups' hands. With `onlySince` it
   * happens only while the status is the one of that moment, else OVERTAKEN. Answers null when the user is not there,
   * LAST_ADMIN when nobody would be left to administer; two requests at once cannot both pass.
   */
  setStatusByAdmin(
    accountId: string,
    userId: string,
    change: {
      readonly status: UserStatus;
      readonly keptBy?: User["keptBy"];
      readonly onlySince?: Date;
      readonly mark?: Omit<RunMark, "fence">;
    },
  ): Promise<User | "LAST_ADMIN" | "OVERTAKEN" | null>;
  /** Hands users to the groups (null) or keeps them (by whom); answers with the object ids that changed. */
  setManagedBy(accountId: string, directoryIds: readonly string[], keptBy: User["keptBy"]): Promise<readonly string[]>;
  setRole(accountId: string, userId: string, role: Role): Promise<User | "LAST_ADMIN" | null>;
  /**
   * Gives a user to another person (null: to nobody), while they are still the person's they were. Answers null when
   * they are not, or not there; TAKEN when that person is a user already (unique index).
   */
  link(
    accountId: string,
    userId: string,
    link: {
      readonly from: string | null;
      readonly to: string | null;
      /** What the directory says of the new person. */
      readonly known?: { readonly profile: Profile; readonly directoryState: DirectoryState };
    },
  ): Promise<User | "TAKEN" | null>;
  recordSignIn(accountId: string, userId: string, at: Date): Promise<void>;
  /** Raises the fence on every row of the account, so that whoever held the lease before can write no more. */
  raiseFence(accountId: string, fence: number): Promise<void>;
}

/** What of the settings runs learn, and no admin chose. */
export interface LearnedSettings extends Pick<SyncSettings, "groups" | "settledAt" | "previewId"> {
  readonly excludedGroups: readonly ChosenGroup[];
}

export interface SettingsStore {
  /** The account's settings, or the defaults while none were ever saved. */
  get(accountId: string): Promise<SyncSettings>;
  /** Saves when the stored version is still `expectedVersion` and answers what is stored then; null when it is not. */
  save(
    accountId: string,
    expectedVersion: number,
    settings: Omit<SyncSettings, "version">,
  ): Promise<SyncSettings | null>;
  /** What a run learned, without raising the version; not written when the version has moved on meanwhile. */
  noteRun(accountId: string, version: number, learned: LearnedSettings): Promise<void>;
  enabledAccountIds(): Promise<readonly string[]>;
}

export interface GroupMemberStore {
  lastReads(accountId: string, groupIds: readonly string[]): Promise<readonly LastGroupRead[]>;
  /** People in each group at its last complete read, without their ids. */
  sizes(
    accountId: string,
    groupIds: readonly string[],
  ): Promise<readonly { readonly groupId: string; readonly people: number; readonly readAt: Date }[]>;
  /** Which of these people were in one of these groups at its last complete read. */
  membersAmong(
    accountId: string,
    groupIds: readonly string[],
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  save(accountId: string, reads: readonly LastGroupRead[]): Promise<void>;
}

export interface RunStore {
  start(
    accountId: string,
    run: { readonly trigger: RunTrigger; readonly startedBy: string | null; readonly task?: RunTask | null },
  ): Promise<Run>;
  progress(accountId: string, runId: string, progress: RunProgress): Promise<void>;
  /** Ends a run that is still RUNNING; one that ended before is left as it is. */
  finish(
    accountId: string,
    runId: string,
    end: {
      readonly status: RunStatus;
      readonly counts: RunCounts;
      readonly reason: string | null;
      readonly setback?: Setback | null;
      readonly usage?: RunUsage;
    },
  ): Promise<Run>;
  byId(accountId: string, runId: string): Promise<Run | null>;
  /** Newest first, without those that were SKIPPED. */
  latest(
    accountId: string,
    query: { readonly triggers: readonly RunTrigger[]; readonly first: number },
  ): Promise<readonly Run[]>;
  /** One page, newest first. */
  page(
    accountId: string,
    query: {
      readonly filter: RunFilter;
      readonly first: number;
      /** The `endCursor` of the page before. */
      readonly after: string | null;
    },
  ): Promise<{ readonly runs: readonly Run[]; readonly next: string | null }>;
  /** Runs that are RUNNING by their row; those whose process died among them. */
  running(accountId: string): Promise<readonly Run[]>;
  /**
   * Accounts with a run that may have been cut short: RUNNING by its row since before `startedBefore`, or STOPPED for
   * this reason since `stoppedSince`.
   */
  accountsCutShort(about: {
    readonly startedBefore: Date;
    readonly stoppedFor: string;
    readonly stoppedSince: Date;
  }): Promise<readonly string[]>;
  /** Notes that this run is undone by that one, where `before` stood until now; false when another undo was first. */
  noteUndone(accountId: string, runId: string, undoneBy: string, before: string | null): Promise<boolean>;
}

export interface RunFilter {
  readonly statuses?: readonly RunStatus[];
  readonly triggers?: readonly RunTrigger[];
}

/** What runs did about single people, written before it is done, so that a run that was killed leaves its trace. */
export interface ChangeStore {
  /** They count as done, unless they come with another outcome or get one by `except`. */
  record(
    accountId: string,
    runId: string,
    step: { readonly number: number; readonly at: Date },
    changes: readonly (PlannedChange | RefusedChange)[],
  ): Promise<void>;
  /** Changes of a step that did not come about; all others count as done. */
  except(
    accountId: string,
    runId: string,
    step: number,
    outcomes: readonly {
      readonly directoryId: string;
      readonly outcome: Exclude<ChangeOutcome, "DONE" | "PLANNED">;
      readonly because: string | null;
    }[],
  ): Promise<void>;
  /** The last step of a run and the people in it whose changes count as done; null for a run without changes. */
  lastStep(
    accountId: string,
    runId: string,
  ): Promise<{ readonly number: number; readonly directoryIds: readonly string[] } | null>;
  /** Changes that came about, by action. */
  countDone(accountId: string, runId: string): Promise<Readonly<Record<ChangeAction, number>>>;
  page(
    accountId: string,
    runId: string,
    query: { readonly actions: readonly ChangeAction[] | null; readonly first: number; readonly after: string | null },
  ): Promise<{ readonly changes: readonly Change[]; readonly next: string | null }>;
  /** The latest changes about one person, newest first. */
  ofPerson(accountId: string, directoryId: string, first: number): Promise<readonly Change[]>;
}

/** The hold of an account: the changes that the brake kept back until an admin decides. */
export interface HoldStore {
  /** The open hold with everybody on it; null where there is none. */
  open(accountId: string): Promise<Hold | null>;
  /** The open hold without its people, and how many are on it, by action. */
  head(accountId: string): Promise<HoldHead | null>;
  /** One page of the people on a hold, in the order of their names. */
  people(
    accountId: string,
    holdId: string,
    query: { readonly first: number; readonly after: string | null },
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

/** What people decided in the account, kept as long as the history of runs. */
export interface AuditStore {
  /** Writes what is about to be done, before it is; answers with the event's id. */
  begin(accountId: string, deed: { readonly kind: AuditKind; readonly by: AuditActor }): Promise<string>;
  /** It was done, to these. */
  finish(accountId: string, eventId: string, subjects: readonly AuditSubject[]): Promise<void>;
  /** Nothing was changed after all. */
  forget(accountId: string, eventId: string): Promise<void>;
  /** One page, newest first. */
  page(
    accountId: string,
    query: { readonly kinds: readonly AuditKind[] | null; readonly first: number; readonly after: string | null },
  ): Promise<{ readonly events: readonly AuditEvent[]; readonly next: string | null }>;
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

/** What an admin saw before they agreed to a change of settings. Kept for a day. */
export interface AgreedPreview {
  readonly id: string;
  /** The proposed choice, as text in one order; another choice was not previewed. */
  readonly choice: string;
  readonly settingsVersion: number;
  /** Object ids of the people whom the preview showed as disabled. */
  readonly leaverIds: readonly string[];
}

export interface PreviewStore {
  save(accountId: string, preview: Omit<AgreedPreview, "id">): Promise<AgreedPreview>;
  byId(accountId: string, previewId: string): Promise<AgreedPreview | null>;
}

/** The right to run for an account: one holder at a time, over any number of processes. */
export interface Lease {
  readonly accountId: string;
  /** Fencing token: higher for every new holder. */
  readonly token: number;
  /** True when the holder before let it run out instead of giving it back: its writes must be fenced off first. */
  readonly takenOver: boolean;
}

export type HeldLease = Pick<Lease, "accountId" | "token">;

export interface LeaseStore {
  /** The lease until now + `forMs`, or null while somebody else holds it. */
  acquire(accountId: string, forMs: number): Promise<Lease | null>;
  /** Prolongs; false when the lease has gone to somebody else, and then nothing more may be written. */
  renew(lease: HeldLease, forMs: number): Promise<boolean>;
  /**
   * Passes the lease on within one run, from the request that took it to the worker: under a new token, so that a
   * second worker that is handed the same run finds it taken. Null when it is.
   */
  handOver(lease: HeldLease, forMs: number): Promise<HeldLease | null>;
  release(lease: HeldLease): Promise<void>;
  isHeld(accountId: string): Promise<boolean>;
}

/** Where a trip to Microsoft's consent page began, so that it can lead back there. It decides nothing. */
export interface ConsentTripStore {
  /** Remembers the trip under a random state for half an hour; `returnTo` is null for one that ends in words alone. */
  begin(returnTo: string | null): Promise<{ readonly state: string }>;
  /** The way back, once; null for a state that is unknown, used, or past its time. */
  finish(state: string): Promise<{ readonly returnTo: string | null } | null>;
}

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

/* ------------------------------------------------------------------------------------------------- the receivers */

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

/* ----------------------------------------------------------------------------------------------- the scheduler */

/** Work that a worker process takes over from the request that asked for it, with its run row and its lease. */
export interface RequestedRun {
  readonly accountId: string;
  readonly runId: string;
  readonly leaseToken: number;
}

export interface Scheduler {
  /** One job per account: every hour at the account's own minute. Again for the same account changes nothing. */
  scheduleHourly(accountId: string): Promise<void>;
  cancelHourly(accountId: string): Promise<void>;
  /** One job per account: the refresh of every user once a day. */
  scheduleDaily(accountId: string): Promise<void>;
  runNow(run: RequestedRun): Promise<void>;
  nextHourlyAt(accountId: string): Promise<Date | null>;
}

/* ------------------------------------------------------------------------------------------------------ sealing */

/** Seals text that leaves the server and must come back unread and unchanged (cursors). */
export interface Sealer {
  /** `purpose` and `accountId` are bound to the text: opened with others, it does not open. */
  seal(text: string, binding: { readonly purpose: string; readonly accountId: string }): string;
  /** Null for anything that was not sealed here for this binding. */
  open(sealed: string, binding: { readonly purpose: string; readonly accountId: string }): string | null;
}
