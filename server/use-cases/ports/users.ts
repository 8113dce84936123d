import type {
  DirectoryState,
  DisableReason,
  ManagedBy,
  Origin,
  Profile,
  Role,
  User,
  UserStatus,
} from "../../core/model.js";

export interface NewUser extends Profile {
  readonly directoryId: string | null;
  readonly role: Role;
  readonly origin: Origin;
  readonly managedBy: ManagedBy;
  readonly directoryState: DirectoryState;
  readonly groupIds: readonly string[];
}

export type UserOrder = "NAME_ASC" | "NAME_DESC" | "EMAIL_ASC" | "EMAIL_DESC" | "LAST_SIGN_IN_DESC" | "CREATED_DESC";

/** EMAIL is the mailbox; an account that shows sign-in names sorts by those. */
export type UserListOrder = UserOrder | "SIGN_IN_NAME_ASC" | "SIGN_IN_NAME_DESC";

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
      readonly order: UserListOrder;
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
