/* eslint-disable */
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar. */
  DateTime: { input: string; output: string; }
};

export type Account = {
  createdAt: Scalars['DateTime']['output'];
  /** Whom people who cannot get in should ask. */
  helpContact: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** Whether this installation sends mails: without, only a webhook is told. */
  mailAvailable: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  receivers: NoticeReceivers;
  /** Rises with each change of help contact, receivers or shown mail. */
  settingsVersion: Scalars['Int']['output'];
  shownEmail: ShownEmail;
  /** The address that signs people in at this tenant; the way in for guests. */
  signInLink: Scalars['String']['output'];
  tenantId: Scalars['ID']['output'];
};

export type AccountOpened = {
  viewer: Viewer;
};

export type AccountSettingsUpdated = {
  account: Account;
};

/** The few facts of an account that each of its people may know. */
export type AccountSummary = {
  helpContact: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  tenantId: Scalars['ID']['output'];
};

export type AdminContact = {
  displayName: Scalars['String']['output'];
  email: Maybe<Scalars['String']['output']>;
};

export type ApproveHoldResult = HoldApproved | Problem;

/** Who decided. */
export type AuditActor = {
  name: Scalars['String']['output'];
  /** Null for who is no user here: an operator, or whoever opened the account. */
  userId: Maybe<Scalars['ID']['output']>;
};

/** Something that an admin, or the operator, decided. */
export type AuditEvent = {
  at: Scalars['DateTime']['output'];
  by: AuditActor;
  /** False while it is being done, and for good where it broke off: then some of it may be done. */
  complete: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  kind: AuditKind;
  /** What was decided, in words that go on after the name. */
  message: Scalars['String']['output'];
  /** Whom or what it was about; at most 400, which are all. */
  subjects: AuditSubjects;
};


/** Something that an admin, or the operator, decided. */
export type AuditEventSubjectsArgs = {
  first?: Scalars['Int']['input'];
};

export type AuditEventConnection = {
  nodes: Array<AuditEvent>;
  pageInfo: PageInfo;
};

/** What was decided. */
export type AuditKind =
  | 'ACCOUNT_CLOSED'
  | 'ACCOUNT_OPENED'
  | 'ACCOUNT_SETTINGS_CHANGED'
  | 'ADMIN_NAMED'
  | 'ADMIN_REMOVED'
  | 'CONFLICT_CREATED_BESIDE'
  | 'CONFLICT_LINKED'
  | 'CONFLICT_SKIPPED'
  | 'CONSENT_CHANGED'
  | 'EXCLUDED'
  | 'EXCLUSION_ENDED'
  | 'HANDED_TO_GROUPS'
  | 'HOLD_APPROVED'
  | 'HOLD_REJECTED'
  | 'IMPORT_STOPPED'
  | 'KEPT_BY_ADMIN'
  | 'RUN_UNDONE'
  | 'SYNC_DISABLED'
  | 'SYNC_ENABLED'
  | 'SYNC_SETTINGS_CHANGED'
  | 'USERS_DISABLED'
  | 'USERS_ENABLED'
  | 'USERS_IMPORTED'
  | 'USER_LINKED';

/** Whom or what a decision was about, and what it changed there. */
export type AuditSubject = {
  /** Only what changed; of a list, what left it and what came to it. */
  fields: Array<ChangedField>;
  id: Scalars['ID']['output'];
  name: Maybe<Scalars['String']['output']>;
  type: AuditSubjectType;
};

/** PERSON: by object id, of somebody who need not be a user. */
export type AuditSubjectType =
  | 'ACCOUNT'
  | 'GROUP'
  | 'HOLD'
  | 'PERSON'
  | 'RUN'
  | 'USER';

export type AuditSubjects = {
  nodes: Array<AuditSubject>;
  totalCount: Scalars['Int']['output'];
};

/** How many people one day may disable before the changes are held for an admin. */
export type Brake = {
  /** Most people, 1 to 5,000. */
  cap: Scalars['Int']['output'];
  /** Share of the people managed by groups, 1 to 50 per cent. */
  percent: Scalars['Int']['output'];
};

export type BrakeInput = {
  cap: Scalars['Int']['input'];
  percent: Scalars['Int']['input'];
};

/** A person of the tenant who can be chosen by hand, or why not. */
export type Candidate = {
  department: Maybe<Scalars['String']['output']>;
  directoryId: Scalars['ID']['output'];
  displayName: Scalars['String']['output'];
  /** Mail or sign-in name, as the account has chosen. */
  email: Maybe<Scalars['String']['output']>;
  importable: Scalars['Boolean']['output'];
  jobTitle: Maybe<Scalars['String']['output']>;
  kind: Maybe<PersonKind>;
  /** Why this person cannot be ticked. */
  obstacle: Maybe<CandidateObstacle>;
  /** The user this person already is; only a search shows such people. */
  user: Maybe<User>;
  userPrincipalName: Maybe<Scalars['String']['output']>;
};

export type CandidateConnection = {
  /** People of the tenant that match, users among them, as Microsoft counts them; only on a first page. */
  matching: Maybe<Scalars['Int']['output']>;
  nodes: Array<Candidate>;
  pageInfo: PageInfo;
};

export type CandidateFilter = {
  /** The department begins with this. */
  department?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<PersonKind>;
};

export type CandidateObstacle =
  | 'ALREADY_HERE'
  | 'BLOCKED_IN_DIRECTORY'
  | 'DETAILS_HIDDEN';

export type CandidatesResult = CandidateConnection | Problem;

/** What a run did about one person, and why. */
export type Change = {
  action: ChangeAction;
  at: Scalars['DateTime']['output'];
  /** The same as a code. */
  because: Maybe<SentenceCode>;
  /** Object id of the person. */
  directoryId: Scalars['ID']['output'];
  displayName: Scalars['String']['output'];
  fields: Array<ChangedField>;
  id: Scalars['ID']['output'];
  /** Why it did not come about, in words; null when it did. */
  message: Maybe<Scalars['String']['output']>;
  outcome: ChangeOutcome;
  reason: ChangeReason;
  /** The reason in words. */
  reasonText: Scalars['String']['output'];
  /** The run that made it. */
  runId: Scalars['ID']['output'];
};

export type ChangeAction =
  | 'CREATE'
  | 'DISABLE'
  | 'REENABLE'
  | 'UPDATE';

export type ChangeConnection = {
  nodes: Array<Change>;
  pageInfo: PageInfo;
};

/** What became of a change. */
export type ChangeOutcome =
  | 'DONE'
  /** Approved, and not done: a second look found that they may stay, or gave no clear answer. */
  | 'DROPPED'
  | 'FAILED'
  /** The run was cut short before it came to this person. */
  | 'NOT_REACHED'
  /** Somebody else had changed the person meanwhile, so there was nothing to do. */
  | 'OVERTAKEN'
  /** Its run is still going on. */
  | 'PLANNED';

export type ChangeReason =
  | 'BACK_IN_CHOSEN_GROUP'
  | 'BLOCKED_IN_DIRECTORY'
  | 'BY_ADMIN'
  | 'BY_HAND'
  | 'DELETED_IN_DIRECTORY'
  | 'EXCLUDED'
  | 'FOLLOWS_DIRECTORY'
  | 'GUESTS_LEFT_OUT'
  | 'IN_CHOSEN_GROUP'
  | 'LEFT_GROUPS'
  | 'UNDONE';

/** A field of a user that a change touched. */
export type ChangedField = {
  after: Maybe<Scalars['String']['output']>;
  before: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
};

export type CheckConsentResult = ConsentChecked | Problem;

export type ChosenGroup = {
  displayName: Scalars['String']['output'];
  /** What there is to know of it, by weight; none where all is well. */
  health: Array<GroupHealth>;
  id: Scalars['ID']['output'];
  /** Since when the directory does not find it. */
  missingSince: Maybe<Scalars['DateTime']['output']>;
  /** People in it at its last complete read; null before the first. */
  people: Maybe<Scalars['Int']['output']>;
  /** When its people last changed, as read. */
  readAt: Maybe<Scalars['DateTime']['output']>;
};

/** A person of the directory whose mail a user here has who is not linked to it. */
export type Conflict = {
  /** Object id of the person. */
  directoryId: Scalars['ID']['output'];
  displayName: Scalars['String']['output'];
  email: Scalars['String']['output'];
  /** Why it waits for a decision, in words. */
  message: Scalars['String']['output'];
  /** The same, for another language. */
  sentence: Sentence;
  since: Scalars['DateTime']['output'];
  /** The users who have that mail; at most 10. */
  users: Array<User>;
};

export type ConflictChoice =
  /** They are two who share a mail address. */
  | 'CREATE_BESIDE'
  /** That user is this person; role, status and who manages them stay. */
  | 'LINK'
  /** The person stays out, until the exclusion is taken back. */
  | 'SKIP';

export type ConflictConnection = {
  nodes: Array<Conflict>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ConflictResolved = {
  /** Who was linked or made; null for somebody who stays out. */
  user: Maybe<User>;
};

export type ConsentChecked = {
  connection: TenantConnection;
};

export type ConsentState =
  | 'GRANTED'
  | 'LOST'
  | 'MISSING'
  | 'UNKNOWN';

export type DirectoryGroup = {
  choosable: Scalars['Boolean']['output'];
  description: Maybe<Scalars['String']['output']>;
  displayName: Scalars['String']['output'];
  /** Its members follow a rule in the directory. */
  dynamic: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  kind: GroupKind;
  /** Direct members of every kind; null when Microsoft gave no count. */
  memberCount: Maybe<Scalars['Int']['output']>;
  /** Why it cannot be chosen, in words. */
  obstacle: Maybe<Scalars['String']['output']>;
};

export type DirectoryGroupConnection = {
  nodes: Array<DirectoryGroup>;
  pageInfo: PageInfo;
};

export type DirectoryGroupsResult = DirectoryGroupConnection | Problem;

/** What the directory last said of the person. */
export type DirectoryState =
  | 'BLOCKED'
  | 'DELETED'
  | 'ENABLED'
  | 'UNKNOWN';

export type DisabledBy =
  | 'ADMIN'
  | 'SYNC';

export type EnableAutomaticImportInput = {
  brake?: InputMaybe<BrakeInput>;
  disableLeavers?: Scalars['Boolean']['input'];
  excludedGroupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** At least one group. */
  groupIds: Array<Scalars['ID']['input']>;
  includeGuests?: Scalars['Boolean']['input'];
  includeNested?: Scalars['Boolean']['input'];
  /** The token of a preview of this very choice. Needed while leavers are disabled: those it showed then count as agreed to. */
  previewToken?: InputMaybe<Scalars['String']['input']>;
};

export type ExcludePeopleInput = {
  /** At most 200 object ids of the account's own tenant. */
  directoryIds?: Array<Scalars['ID']['input']>;
  /** False takes the exclusions back. */
  exclude: Scalars['Boolean']['input'];
  /** At most 200 groups. */
  groupIds?: Array<Scalars['ID']['input']>;
};

export type ExcludedPerson = {
  /** MAIL_CONFLICT for somebody an admin chose to skip; null for who was excluded for their own sake. */
  because: Maybe<SkipReason>;
  displayName: Scalars['String']['output'];
  /** Object id of the person. */
  id: Scalars['ID']['output'];
};

export type GroupHealth = {
  code: GroupHealthCode;
  message: Scalars['String']['output'];
  /** The same, for another language. */
  sentence: Sentence;
  since: Maybe<Scalars['DateTime']['output']>;
};

export type GroupHealthCode =
  | 'DYNAMIC'
  | 'EMPTY'
  | 'HIDDEN'
  | 'INCOMPLETE'
  | 'MISSING'
  | 'RENAMED'
  | 'SHRUNK';

export type GroupKind =
  | 'DISTRIBUTION'
  | 'MAIL_ENABLED_SECURITY'
  | 'MICROSOFT_365'
  | 'OTHER'
  | 'SECURITY';

/** A way from a chosen or an excluded group down to a person. */
export type GroupPath = {
  /** It begins at an excluded group: exclusion wins. */
  excludes: Scalars['Boolean']['output'];
  /** The chosen or excluded group first, the one that holds them last. */
  groups: Array<GroupReference>;
};

/** A group of the directory, by name. */
export type GroupReference = {
  displayName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
};

/** Why a group brings as many people as it does: members = people + others + blocked + guestsLeftOut + excluded + unknown + countedBefore. */
export type GroupSum = {
  blocked: Scalars['Int']['output'];
  /** False for a group that could not be read to its end. */
  complete: Scalars['Boolean']['output'];
  /** People counted with a group above. */
  countedBefore: Scalars['Int']['output'];
  displayName: Scalars['String']['output'];
  excluded: Scalars['Int']['output'];
  groupId: Scalars['ID']['output'];
  guestsLeftOut: Scalars['Int']['output'];
  members: Scalars['Int']['output'];
  /** Devices, contacts, groups and the like. */
  others: Scalars['Int']['output'];
  people: Scalars['Int']['output'];
  /** People of whom the directory does not tell whether they may sign in. */
  unknown: Scalars['Int']['output'];
};

/** The one thing about automatic import that matters most just now. */
export type Health = {
  message: Scalars['String']['output'];
  /** The same, for another language. */
  nextSentences: Array<Sentence>;
  /** What to do about it; null when there is nothing to do. */
  nextStep: Maybe<Scalars['String']['output']>;
  /** When Rollcall tries again or goes on by itself, where something keeps it waiting. */
  retryAt: Maybe<Scalars['DateTime']['output']>;
  /** The same, for another language. */
  sentences: Array<Sentence>;
  state: HealthState;
};

export type HealthState =
  /** A policy of the customer keeps Rollcall out. */
  | 'ACCESS_BLOCKED'
  /** Microsoft does not let the directory be read; the message says which way it ended. */
  | 'CONSENT_LOST'
  /** Rollcall's own credentials do not work. The operator has to mend this. */
  | 'CREDENTIALS_REFUSED'
  | 'FAILED'
  /** A group hides its members, so nobody is disabled. */
  | 'GROUP_HIDDEN'
  | 'GROUP_MISSING'
  | 'HELD'
  | 'NO_GROUPS'
  | 'OFF'
  | 'OK'
  | 'PARTIAL'
  /** A second look showed that a list was wrong, so the last run disabled nobody. */
  | 'READ_DOUBTFUL'
  /** The last run could not read everything, so it disabled nobody. */
  | 'READ_INCOMPLETE'
  | 'RETRYING'
  | 'RUNNING'
  /** All is well, but Rollcall's own credentials run out soon. */
  | 'SECRET_EXPIRING'
  | 'STOPPED'
  | 'TENANT_UNKNOWN'
  | 'THROTTLED'
  | 'WAITING_FOR_FIRST_RUN';

export type HeldAction =
  | 'CREATE'
  | 'DISABLE'
  | 'REENABLE';

/** A chosen group's share of what waits. */
export type HeldGroup = {
  group: GroupReference;
  toAdd: Scalars['Int']['output'];
  toDisable: Scalars['Int']['output'];
};

/** A change that waits for an admin. */
export type HeldPerson = {
  action: HeldAction;
  directoryId: Scalars['ID']['output'];
  displayName: Scalars['String']['output'];
  /** The chosen groups that showed them, or that they were last in. */
  groups: Array<GroupReference>;
  reason: ChangeReason;
  /** The reason in words. */
  reasonText: Scalars['String']['output'];
};

export type HeldPersonConnection = {
  nodes: Array<HeldPerson>;
  pageInfo: PageInfo;
};

/** Changes that the brake kept back. Nobody else is disabled while it is open; it never expires by itself. */
export type Hold = {
  /** Who approved it; the run that carries it out has not ended. */
  approvedBy: Maybe<Scalars['String']['output']>;
  because: Array<HoldReason>;
  /** How many of it each group has. Somebody in two groups is of both; people of no chosen group of none. */
  groups: Array<HeldGroup>;
  id: Scalars['ID']['output'];
  /** Most people that the day might have disabled. */
  limit: Scalars['Int']['output'];
  /** Why, in words. */
  message: Scalars['String']['output'];
  openedAt: Scalars['DateTime']['output'];
  /** Who is on the list, by name; at most 200 a page. */
  people: HeldPersonConnection;
  /** The same, for another language. */
  sentences: Array<Sentence>;
  toAdd: Scalars['Int']['output'];
  toDisable: Scalars['Int']['output'];
  /** Raised whenever the list changes; approveHold and rejectHold want the one you saw. */
  version: Scalars['Int']['output'];
};


/** Changes that the brake kept back. Nobody else is disabled while it is open; it never expires by itself. */
export type HoldPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  groupId?: InputMaybe<Scalars['ID']['input']>;
};

export type HoldApproved = {
  /** The run that carries it out; null while another is going on, and then right after that one. */
  run: Maybe<Run>;
};

/** Why the brake kept changes back. */
export type HoldReason =
  | 'GROUP_COLLAPSED'
  | 'HOLD_OPEN'
  | 'NOBODY_LEFT'
  | 'TOO_MANY_ADDITIONS'
  | 'TOO_MANY_LEAVERS';

export type HoldRejected = {
  /** People who were decided about. */
  people: Scalars['Int']['output'];
};

export type ImportMatchingUsersInput = {
  filter?: InputMaybe<CandidateFilter>;
  /** Keep these people active even if they are in a chosen group and leave it later. */
  keepWhenLeaving?: Scalars['Boolean']['input'];
  /** The same search as that of candidates; none takes everybody of the tenant. */
  search?: InputMaybe<Scalars['String']['input']>;
};

export type ImportMatchingUsersResult = Problem | RunStarted;

export type ImportOutcome = {
  /** The same as a code. */
  because: Maybe<SentenceCode>;
  directoryId: Scalars['ID']['output'];
  displayName: Maybe<Scalars['String']['output']>;
  /** Why, in words; null when added. */
  message: Maybe<Scalars['String']['output']>;
  outcome: ImportOutcomeKind;
  user: Maybe<User>;
};

export type ImportOutcomeKind =
  | 'ADDED'
  | 'ALREADY_HERE'
  | 'FAILED';

export type ImportUsersInput = {
  /** 1 to 200 object ids of the account's own tenant. */
  directoryIds: Array<Scalars['ID']['input']>;
  /** Keep these people active even if they are in a chosen group and leave it later. */
  keepWhenLeaving?: Scalars['Boolean']['input'];
};

export type ImportUsersResult = Problem | UsersImported;

export type LinkUsersInput = {
  /** Object id of the person who takes it over. */
  directoryId: Scalars['ID']['input'];
  /** The user whose record it is: never linked, or of a person deleted in the directory. */
  userId: Scalars['ID']['input'];
};

export type LinkUsersResult = Problem | UserLinked;

/** Who may change a user's status: the chosen groups, or only an admin. */
export type ManagedBy =
  | 'ADMIN'
  | 'GROUPS';

export type ManagedBySet = {
  /** How many changed hands. */
  changed: Scalars['Int']['output'];
  /** An answer for each of userIds; none with inChosenGroups. */
  results: Array<UserStatusOutcome>;
};

export type Mutation = {
  /** Approves exactly the list of this version. Each person on it is looked at once more before. */
  approveHold: ApproveHoldResult;
  /** Asks Microsoft, with a fresh token, what the tenant's consent is. Where it is back, the sync goes on at once. */
  checkConsent: CheckConsentResult;
  /** Turns automatic import off. Users stay as they are. */
  disableAutomaticImport: SyncSettingsResult;
  /** Turns automatic import on: a run at once, then one every hour. */
  enableAutomaticImport: SyncSettingsResult;
  /** Excludes people and groups from the sync, or takes that back: all that are named, or none. */
  excludePeople: SyncSettingsResult;
  /** Makes users of everybody whom a search and filter find, at most 20,000. Answers with its run at once; whoever cannot be added is named in the run's changes. */
  importMatchingUsers: ImportMatchingUsersResult;
  /** Makes users of the people chosen by hand, with an answer for each. */
  importUsers: ImportUsersResult;
  /** Gives a user's record to another person of the directory: to whoever was deleted there and made anew, or to the person whom a local user is. */
  linkUsers: LinkUsersResult;
  /** Opens the account of the caller's own tenant, once Microsoft lets it be read. For directory admins. */
  openAccount: OpenAccountResult;
  /** Does for one person now what the next run would. Answers with its run at once. */
  refreshPerson: RefreshPersonResult;
  /** Rejects exactly the list of this version: leavers stay, out of the groups' hands; additions are excluded from the sync. */
  rejectHold: RejectHoldResult;
  /** Decides a conflict: the same person, a second user beside, or kept out until the exclusion is taken back. */
  resolveConflict: ResolveConflictResult;
  /** Lets the chosen groups decide about users, or an admin alone. Nobody's status changes by it; the next run acts on it. */
  setManagedBy: SetManagedByResult;
  /** Makes somebody an admin of the account, or an employee again. */
  setUserRole: SetUserRoleResult;
  /** Disables or enables users by an admin's hand; the sync leaves it so. */
  setUserStatus: SetUserStatusResult;
  /** Runs now. Answers with the run at once; syncStatus tells how it goes. */
  startRun: StartRunResult;
  /** Asks an import of everybody whom a search finds to stop. It does within the next 200 people, as STOPPED; who was added stays, and an undo takes it back. */
  stopImport: StopImportResult;
  /** Undoes what a run did, person by person: who came in is disabled, who was disabled comes back. Whoever was changed since is left alone and named. */
  undoRun: UndoRunResult;
  /** Changes the account's help contact, receivers of notices, and what is shown as mail; fields left out stay as they are. */
  updateAccountSettings: UpdateAccountSettingsResult;
  /** Changes groups or rules; fields left out stay as they are. */
  updateSyncSettings: SyncSettingsResult;
};


export type MutationApproveHoldArgs = {
  version: Scalars['Int']['input'];
};


export type MutationEnableAutomaticImportArgs = {
  input: EnableAutomaticImportInput;
};


export type MutationExcludePeopleArgs = {
  input: ExcludePeopleInput;
};


export type MutationImportMatchingUsersArgs = {
  input: ImportMatchingUsersInput;
};


export type MutationImportUsersArgs = {
  input: ImportUsersInput;
};


export type MutationLinkUsersArgs = {
  input: LinkUsersInput;
};


export type MutationOpenAccountArgs = {
  invite?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRefreshPersonArgs = {
  directoryId: Scalars['ID']['input'];
};


export type MutationRejectHoldArgs = {
  version: Scalars['Int']['input'];
};


export type MutationResolveConflictArgs = {
  input: ResolveConflictInput;
};


export type MutationSetManagedByArgs = {
  input: SetManagedByInput;
};


export type MutationSetUserRoleArgs = {
  input: SetUserRoleInput;
};


export type MutationSetUserStatusArgs = {
  input: SetUserStatusInput;
};


export type MutationStopImportArgs = {
  runId: Scalars['ID']['input'];
};


export type MutationUndoRunArgs = {
  runId: Scalars['ID']['input'];
};


export type MutationUpdateAccountSettingsArgs = {
  input: UpdateAccountSettingsInput;
};


export type MutationUpdateSyncSettingsArgs = {
  input: UpdateSyncSettingsInput;
};

/** What the next run will do about somebody. */
export type NextStep =
  | 'ADD'
  /** Nothing, until Microsoft gives a clear answer. */
  | 'ASKS_AGAIN'
  /** If a second look confirms it, and the brake lets it. */
  | 'DISABLE'
  | 'NOTHING'
  | 'REENABLE'
  /** Nothing, until an admin has decided about the list that waits. */
  | 'WAITS_ON_HOLD';

/** Who is told of states that need a person: at once, after a day, then weekly. Both empty: nobody is told. */
export type NoticeReceivers = {
  emails: Array<Scalars['String']['output']>;
  /** An https address that notices are posted to as JSON. */
  webhook: Maybe<Scalars['String']['output']>;
};

/** Takes the place of both receivers. */
export type NoticeReceiversInput = {
  /** At most 10 mail addresses. */
  emails?: Array<Scalars['String']['input']>;
  /** An https address on the internet; null for none. */
  webhook?: InputMaybe<Scalars['String']['input']>;
};

export type OpenAccountResult = AccountOpened | Problem;

/** How a user came into the account. It never changes. */
export type Origin =
  /** Made in the application: opened the account, or was named by its operator. */
  | 'LOCAL'
  /** Picked by an admin. */
  | 'MANUAL'
  /** Came by a chosen group. */
  | 'SYNC';

/** How a list goes on. Cursors are opaque and belong to one account and one question. */
export type PageInfo = {
  /** Give it as `after` for the next page. */
  endCursor: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

/** A permission the product asks for; both only read. */
export type Permission = {
  name: Scalars['String']['output'];
  /** What it is for, in words. */
  purpose: Scalars['String']['output'];
};

export type PersonKind =
  | 'GUEST'
  | 'MEMBER';

/** How many, and the first 200 of them by name. */
export type PreviewPeople = {
  count: Scalars['Int']['output'];
  people: Array<PreviewPerson>;
};

export type PreviewPerson = {
  /** The same as a code. */
  because: SentenceCode;
  directoryId: Scalars['ID']['output'];
  displayName: Scalars['String']['output'];
  /** Why, in words. */
  reason: Scalars['String']['output'];
};

/** What the caller, or somebody they can ask, can mend; beside the success type of each operation. */
export type Problem = {
  code: ProblemCode;
  /** In words: what happened, what was kept, what to do. */
  message: Scalars['String']['output'];
  /** When it is worth trying again. */
  retryAt: Maybe<Scalars['DateTime']['output']>;
  /** The same, for another language. */
  sentences: Array<Sentence>;
};

export type ProblemCode =
  | 'ACCESS_BLOCKED'
  | 'ACCOUNT_EXISTS'
  | 'CONFIGURATION_BROKEN'
  | 'CONFLICT_GONE'
  | 'CONSENT_LOST'
  | 'CONSENT_MISSING'
  | 'CURSOR_INVALID'
  | 'DIRECTORY_UNREACHABLE'
  | 'GROUP_GONE'
  | 'GROUP_HIDDEN'
  | 'INVALID_INPUT'
  | 'INVITE_NOT_GOOD'
  | 'LAST_ADMIN'
  | 'NOT_ALLOWED'
  | 'NOT_ENABLED'
  | 'NOT_FOUND'
  | 'NOT_UNDOABLE'
  | 'NO_GROUPS'
  | 'NO_HOLD'
  | 'PLAN_CHANGED'
  | 'PREVIEW_NEEDED'
  | 'RUN_IN_PROGRESS'
  | 'SETTINGS_CHANGED'
  | 'TENANT_UNKNOWN'
  | 'THROTTLED'
  | 'TOO_MANY';

export type Query = {
  /** The caller's account. */
  account: Account;
  /** What people decided in the account, newest first; at most 100 a page. */
  auditEvents: AuditEventConnection;
  /** People of the tenant who are not users yet; a search shows those who are, too. At most 200 a page; a page may be shorter and still have a next one. */
  candidates: CandidatesResult;
  /** Mail addresses that a person of the directory shares with a user who is not linked; at most 100 a page. */
  conflicts: ConflictConnection;
  /** Groups of the tenant, for choosing; at most 50 a page. */
  directoryGroups: DirectoryGroupsResult;
  /** What waits for a decision; null when nothing does. */
  hold: Maybe<Hold>;
  /** One run; null for an id there is not. */
  run: Maybe<Run>;
  /** What ran, newest first; at most 100 a page. */
  runs: RunConnection;
  /** What a run would do: now, or under a proposed choice. Reads the groups; writes nothing. */
  syncPreview: SyncPreviewResult;
  /** What automatic import does: groups, rules, exclusions, the brake. */
  syncSettings: SyncSettings;
  /** What automatic import is doing, did last, and will do next. */
  syncStatus: SyncStatus;
  /** What is known of the account's consent; checkConsent finds out anew. */
  tenantConnection: TenantConnection;
  /** The account's users; at most 500 a page. */
  users: UserConnection;
  /** Who is asking. FORBIDDEN, with extensions.refusal, for anybody without an active user. */
  viewer: Viewer;
  /** Why somebody is here, or not. Takes the object id of a person or the id of a user, one of the two. */
  whyPerson: WhyPersonResult;
};


export type QueryAuditEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kinds?: InputMaybe<Array<AuditKind>>;
};


export type QueryCandidatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CandidateFilter>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryConflictsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryDirectoryGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: Scalars['Int']['input'];
};


export type QuerySyncPreviewArgs = {
  choice?: InputMaybe<SyncChoiceInput>;
};


export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: UserOrder;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryWhyPersonArgs = {
  directoryId?: InputMaybe<Scalars['ID']['input']>;
  userId?: InputMaybe<Scalars['ID']['input']>;
};

export type RefreshPersonResult = Problem | RunStarted;

export type RejectHoldResult = HoldRejected | Problem;

export type ResolveConflictInput = {
  choice: ConflictChoice;
  /** Object id of the person. */
  directoryId: Scalars['ID']['input'];
  /** For LINK: which of the users this person is. */
  userId?: InputMaybe<Scalars['ID']['input']>;
};

export type ResolveConflictResult = ConflictResolved | Problem;

export type Role =
  | 'ADMIN'
  | 'EMPLOYEE';

/** One pass of the sync, or one import by hand. */
export type Run = {
  /** What it did, person by person; at most 200 a page. */
  changes: ChangeConnection;
  counts: RunCounts;
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  progress: Maybe<RunProgress>;
  /** Why it did not succeed, in words. */
  reason: Maybe<Scalars['String']['output']>;
  /** Why it did not succeed, for another language; empty where it did. */
  reasons: Array<Sentence>;
  startedAt: Scalars['DateTime']['output'];
  /** The admin who asked for it; null for the schedule. */
  startedBy: Maybe<Scalars['String']['output']>;
  status: RunStatus;
  /** The admin who asked it to stop. */
  stopAskedBy: Maybe<Scalars['String']['output']>;
  trigger: RunTrigger;
  /** What an undo would do now. Reads this run's whole history. */
  undoPreview: UndoPreview;
  /** The run that undid this one. */
  undoneBy: Maybe<Scalars['ID']['output']>;
  usage: RunUsage;
};


/** One pass of the sync, or one import by hand. */
export type RunChangesArgs = {
  actions?: InputMaybe<Array<ChangeAction>>;
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type RunConnection = {
  nodes: Array<Run>;
  pageInfo: PageInfo;
};

export type RunCounts = {
  added: Scalars['Int']['output'];
  disabled: Scalars['Int']['output'];
  failed: Scalars['Int']['output'];
  /** Changes decided but kept back by the brake. */
  held: Scalars['Int']['output'];
  reenabled: Scalars['Int']['output'];
  /** People left as they are, for a reason of their own. */
  skipped: Scalars['Int']['output'];
  updated: Scalars['Int']['output'];
};

export type RunFilter = {
  /** True: only runs that changed somebody. */
  changed?: InputMaybe<Scalars['Boolean']['input']>;
  statuses?: InputMaybe<Array<RunStatus>>;
  triggers?: InputMaybe<Array<RunTrigger>>;
};

export type RunProgress = {
  /** People so far. */
  done: Scalars['Int']['output'];
  /** Pages of Microsoft's answers so far; null once it has read them. */
  pages: Maybe<Scalars['Int']['output']>;
  stage: RunStage;
  /** While it reads, as many as the last time; null while nobody can know. */
  total: Maybe<Scalars['Int']['output']>;
  /** When it asks Microsoft again, which asked it to slow down or gave no good answer; in the past once it went on. */
  waitingUntil: Maybe<Scalars['DateTime']['output']>;
};

export type RunStage =
  | 'APPLYING'
  | 'LOOKING_AGAIN'
  | 'READING';

export type RunStarted = {
  run: Run;
};

export type RunStatus =
  | 'FAILED'
  /** The brake held changes back; the rest was made. */
  | 'HELD'
  /** A part could not be read or written; what could be was, and nobody was disabled for want of a read. */
  | 'PARTIAL'
  | 'RUNNING'
  /** Another run was still going on. */
  | 'SKIPPED'
  /** Ended at a checkpoint, because the settings changed, an admin stopped it or the server was stopping. */
  | 'STOPPED'
  | 'SUCCEEDED';

/** What started a run. */
export type RunTrigger =
  /** An admin who pressed Run now. */
  | 'ADMIN'
  /** An admin who approved a hold. */
  | 'APPROVAL'
  /** A run that was missed, or cut short. */
  | 'CATCH_UP'
  /** An import by hand. */
  | 'IMPORT'
  /** The daily look at everybody, or at one person. */
  | 'REFRESH'
  /** Its hour. */
  | 'SCHEDULE'
  /** A change of the settings. */
  | 'SETTINGS'
  /** An admin who undid another run. */
  | 'UNDO';

export type RunUndone = {
  /** The run that undoes; it has begun. */
  run: Run;
};

/** What a run cost at Microsoft. */
export type RunUsage = {
  /** Microsoft's ids of requests that had no good answer, for its support; at most 20. */
  requestIds: Array<Scalars['String']['output']>;
  requests: Scalars['Int']['output'];
  /** Milliseconds waited in all. */
  waitedMs: Scalars['Int']['output'];
  /** How often it had to wait before it could ask again. */
  waits: Scalars['Int']['output'];
};

/** A sentence of ours: its code with the names and numbers in it, and the whole in English. */
export type Sentence = {
  code: SentenceCode;
  count: Maybe<Scalars['Int']['output']>;
  limit: Maybe<Scalars['Int']['output']>;
  /** Of groups, people or permissions, or what somebody typed. */
  names: Array<Scalars['String']['output']>;
  /** In English. */
  text: Scalars['String']['output'];
};

/** What a sentence says; for whoever says it in another language than English. */
export type SentenceCode =
  | 'ACCESS_BLOCKED'
  | 'ACCOUNT_EXISTS'
  | 'ACCOUNT_WAS_CLOSED'
  | 'ADMIN_NOT_FOUND'
  | 'ALREADY_ACTIVE'
  | 'ALREADY_BY_ADMIN'
  | 'ALREADY_BY_GROUPS'
  | 'ALREADY_DISABLED'
  | 'ALREADY_UNDONE'
  | 'ANOTHER_RUN_WENT_ON'
  | 'ASKS_AGAIN'
  | 'BRAKE_OUT_OF_BOUNDS'
  | 'CHANGE_BACK_IN_CHOSEN_GROUP'
  | 'CHANGE_BLOCKED_IN_DIRECTORY'
  | 'CHANGE_BY_ADMIN'
  | 'CHANGE_BY_HAND'
  | 'CHANGE_DELETED_IN_DIRECTORY'
  | 'CHANGE_EXCLUDED'
  | 'CHANGE_FOLLOWS_DIRECTORY'
  | 'CHANGE_GUESTS_LEFT_OUT'
  | 'CHANGE_IN_CHOSEN_GROUP'
  | 'CHANGE_LEFT_GROUPS'
  | 'CHANGE_UNDONE'
  | 'CHOSEN_AND_EXCLUDED'
  | 'CONFIGURATION_BROKEN'
  | 'CONFLICT_GONE'
  | 'CONSENT_LOST'
  | 'CONSENT_MISSING'
  | 'CREDENTIALS_EXPIRE'
  | 'CURSOR_INVALID'
  | 'DIRECTORY_CLOSED'
  | 'DIRECTORY_UNREACHABLE'
  | 'EXCLUSION_NOT_FOUND'
  | 'FIRST_RUN_STARTS'
  | 'GONE_HELD'
  | 'GROUPS_HIDDEN'
  | 'GROUPS_MISSING'
  | 'GROUPS_NOT_READ'
  | 'GROUP_GONE'
  | 'GROUP_HIDDEN'
  | 'GROUP_HIDES_MEMBERS'
  | 'GROUP_IS_DYNAMIC'
  | 'GROUP_IS_EMPTY'
  | 'GROUP_IS_HIDDEN'
  | 'GROUP_IS_INCOMPLETE'
  | 'GROUP_IS_MISSING'
  | 'GROUP_IS_RENAMED'
  | 'GROUP_IS_SHRUNK'
  | 'HELP_CONTACT_TOO_LONG'
  | 'HERE_MANAGED_BY_ADMIN'
  | 'HERE_MANAGED_BY_GROUPS'
  | 'HOLD_DECIDE'
  | 'HOLD_GROUP_COLLAPSED'
  | 'HOLD_HOLD_OPEN'
  | 'HOLD_NOBODY_LEFT'
  | 'HOLD_TOO_MANY_ADDITIONS'
  | 'HOLD_TOO_MANY_LEAVERS'
  | 'HOLD_WAITS'
  | 'IMPORTED_PARTLY'
  | 'IMPORT_ALREADY_HERE'
  | 'IMPORT_BLOCKED_IN_DIRECTORY'
  | 'IMPORT_BROKE_OFF'
  | 'IMPORT_CUT_SHORT'
  | 'IMPORT_DELETED'
  | 'IMPORT_DETAILS_HIDDEN'
  | 'IMPORT_IS_OFF'
  | 'IMPORT_IS_ON'
  | 'IMPORT_MAIL_CONFLICT'
  | 'IMPORT_NOT_IN_DIRECTORY'
  | 'IMPORT_NOT_STOPPABLE'
  | 'IMPORT_NOT_WRITTEN'
  | 'IMPORT_NO_ANSWER'
  | 'IMPORT_SHUTDOWN'
  | 'IMPORT_STOPPED'
  | 'IMPORT_STOPPED_AT_ONCE'
  | 'IMPORT_UNEXPECTED'
  | 'INVALID_INPUT'
  | 'INVITE_NOT_GOOD'
  | 'LAST_ADMIN'
  | 'LAST_RUN_FAILED'
  | 'LAST_RUN_PARTIAL'
  | 'LAST_RUN_STOPPED'
  | 'LEFT_AS_THEY_ARE'
  | 'LINK_ALREADY_THEIRS'
  | 'LINK_OVERTAKEN'
  | 'LINK_STILL_THERE'
  | 'LINK_USER_TOO'
  | 'LIST_DOUBTFUL'
  | 'LOOKS_AGAIN'
  | 'MAIL_OF_SOMEBODY_UNLINKED'
  | 'NEXT_APPROVED'
  | 'NEXT_AT_ONCE'
  | 'NEXT_CHOOSE_A_GROUP'
  | 'NEXT_DECIDE'
  | 'NEXT_ENABLE_APP'
  | 'NEXT_GOES_ON'
  | 'NEXT_OPERATOR_MENDS'
  | 'NEXT_OPERATOR_RENEWS'
  | 'NEXT_POLICY'
  | 'NEXT_RESTORE_GROUP'
  | 'NEXT_REVIEW'
  | 'NEXT_RUN_GOES_ON'
  | 'NEXT_RUN_NOW'
  | 'NEXT_SHOW_MEMBERS'
  | 'NEXT_TENANT'
  | 'NOBODY_MATCHES'
  | 'NOBODY_TO_EXCLUDE'
  | 'NOBODY_WAS_DISABLED'
  | 'NOT_ALLOWED'
  | 'NOT_DONE_GONE_AT_FIRST'
  | 'NOT_DONE_LAST_ADMIN'
  | 'NOT_DONE_NOT_LEAVING'
  | 'NOT_DONE_NOT_REACHED'
  | 'NOT_DONE_NOT_WRITTEN'
  | 'NOT_DONE_OVERTAKEN'
  | 'NOT_DONE_STAYS'
  | 'NOT_DONE_UNKNOWN'
  | 'NOT_ENABLED'
  | 'NOT_FOUND'
  | 'NOT_LINKED'
  | 'NOT_LOOKED_AGAIN'
  | 'NOT_UNDOABLE'
  | 'NOT_YOURSELF'
  | 'NO_CLEAR_ANSWER'
  | 'NO_GROUPS'
  | 'NO_GROUP_CHOSEN'
  | 'NO_HOLD'
  | 'NO_PERSON_TICKED'
  | 'NO_USER_NAMED'
  | 'OPEN_ACCOUNT_RULE'
  | 'PEOPLE_NOT_SAVED'
  | 'PERSON_NOBODY_LEFT'
  | 'PERSON_NOT_FOUND'
  | 'PERSON_NOT_IN_DIRECTORY'
  | 'PERSON_NO_CLEAR_ANSWER'
  | 'PERSON_ON_HOLD'
  | 'PERSON_OR_USER'
  | 'PERSON_OVER_LIMIT'
  | 'PLAN_CHANGED'
  | 'PREVIEW_NEEDED'
  | 'RECEIVER_NO_EMAIL'
  | 'RUN_CUT_SHORT'
  | 'RUN_DISABLED'
  | 'RUN_GOES_ON'
  | 'RUN_IN_PROGRESS'
  | 'RUN_LEASE_LOST'
  | 'RUN_NOT_FOUND'
  | 'RUN_SETTINGS_CHANGED'
  | 'RUN_SHUTDOWN'
  | 'RUN_TRIES_AGAIN'
  | 'RUN_UNEXPECTED'
  | 'RUN_WAITS'
  | 'SELF_SIGNUP_OFF'
  | 'SETTINGS_CHANGED'
  | 'SKIP_BLOCKED_IN_DIRECTORY'
  | 'SKIP_DETAILS_UNKNOWN'
  | 'SKIP_DISABLED_BY_ADMIN'
  | 'SKIP_EXCLUDED'
  | 'SKIP_EXCLUSION_UNKNOWN'
  | 'SKIP_GUEST_LEFT_OUT'
  | 'SKIP_LAST_ADMIN'
  | 'SKIP_MAIL_CONFLICT'
  | 'SLOWED_DOWN'
  | 'STAYS_GROUP_MISSING'
  | 'STAYS_GROUP_UNREADABLE'
  | 'STAYS_KEPT_BY_ADMIN'
  | 'STAYS_LAST_ADMIN'
  | 'STAYS_LEAVERS_STAY'
  | 'STAYS_NO_GROUPS'
  | 'STAYS_SYNC_OFF'
  | 'TENANT_UNKNOWN'
  | 'THROTTLED'
  | 'TOO_MANY'
  | 'TOO_MANY_EXCLUDED'
  | 'TOO_MANY_GROUPS'
  | 'TOO_MANY_PEOPLE'
  | 'TOO_MANY_RECEIVERS'
  | 'TOO_MANY_USERS'
  | 'TROUBLE_APP_DISABLED'
  | 'TROUBLE_APP_REMOVED'
  | 'TROUBLE_BLOCKED_BY_POLICY'
  | 'TROUBLE_CREDENTIALS_REFUSED'
  | 'TROUBLE_PERMISSION_REMOVED'
  | 'TROUBLE_TENANT_UNKNOWN'
  | 'UNDONE_PARTLY'
  | 'UNDO_CHANGED_SINCE'
  | 'UNDO_CREATE'
  | 'UNDO_DISABLE'
  | 'UNDO_DONE_BEFORE'
  | 'UNDO_LAST_ADMIN'
  | 'UNDO_NOTHING'
  | 'UNDO_NOT_HERE'
  | 'UNDO_OF_AN_UNDO'
  | 'UNDO_REENABLE'
  | 'UNDO_STILL_RUNNING'
  | 'USERS_OR_GROUPS'
  | 'USER_NOT_FOUND'
  | 'WAITS_ON_HOLD'
  | 'WEBHOOK_HOLDS_CREDENTIALS'
  | 'WEBHOOK_NOT_HTTPS'
  | 'WEBHOOK_NOT_PUBLIC'
  | 'WEBHOOK_NO_ADDRESS'
  | 'WHICH_USER'
  | 'WILL_ADD'
  | 'WILL_DISABLE'
  | 'WILL_REENABLE';

export type SetManagedByInput = {
  /** Instead of userIds: all active users managed by admins whom a chosen group would keep by the last run, with managedBy GROUPS. */
  inChosenGroups?: Scalars['Boolean']['input'];
  managedBy: ManagedBy;
  /** 1 to 200 user ids. */
  userIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type SetManagedByResult = ManagedBySet | Problem;

export type SetUserRoleInput = {
  role: Role;
  userId: Scalars['ID']['input'];
};

export type SetUserRoleResult = Problem | UserRoleSet;

export type SetUserStatusInput = {
  status: UserStatus;
  /** 1 to 200 user ids. */
  userIds: Array<Scalars['ID']['input']>;
};

export type SetUserStatusResult = Problem | UserStatusesSet;

/** What the account's users have as `email`. */
export type ShownEmail =
  /** Their mailbox; the name they sign in with where there is none. */
  | 'MAIL'
  /** The name they sign in with; of guests, whose name is no address, their mailbox. */
  | 'SIGN_IN_NAME';

/** Why somebody in a chosen group is left as they are. */
export type SkipReason =
  | 'BLOCKED_IN_DIRECTORY'
  | 'DETAILS_UNKNOWN'
  | 'DISABLED_BY_ADMIN'
  | 'EXCLUDED'
  | 'EXCLUSION_UNKNOWN'
  | 'GUEST_LEFT_OUT'
  | 'LAST_ADMIN'
  | 'MAIL_CONFLICT';

export type StartRunResult = Problem | RunStarted;

export type StopAsked = {
  /** The run, which may be going on for a moment, or may have ended before. */
  run: Run;
};

export type StopImportResult = Problem | StopAsked;

/** A proposed choice; fields left out stay as they are. */
export type SyncChoiceInput = {
  disableLeavers?: InputMaybe<Scalars['Boolean']['input']>;
  excludedGroupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  groupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  includeGuests?: InputMaybe<Scalars['Boolean']['input']>;
  includeNested?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What a run would do, and why. */
export type SyncPreview = {
  add: PreviewPeople;
  /** People in the chosen groups who are active users already. */
  alreadyHere: PreviewPeople;
  /** Active users in the chosen groups whom an admin manages: they stay when they leave. */
  byHand: Scalars['Int']['output'];
  disable: PreviewPeople;
  groups: Array<GroupSum>;
  /** In words, when a group could not be read to its end: then nobody would be disabled. */
  incomplete: Maybe<Scalars['String']['output']>;
  /** The same, for another language; empty when all were. */
  incompleteSentences: Array<Sentence>;
  reenable: PreviewPeople;
  skip: PreviewPeople;
  /** Goes with the change that was previewed, within a day: what it shows as disabled is then agreed to. */
  token: Scalars['String']['output'];
  update: PreviewPeople;
  /** Why a run by itself would keep changes back; empty when it would not. */
  wouldHold: Array<HoldReason>;
};

export type SyncPreviewResult = Problem | SyncPreview;

export type SyncSettings = {
  brake: Brake;
  /** Active users managed by admins whom a chosen group would keep by the last run: they stay when they leave. setManagedBy hands them over. Looks at every user. */
  byHand: Scalars['Int']['output'];
  /** Once a day, disable users managed by admins whom the directory blocks or has deleted. */
  disableGone: Scalars['Boolean']['output'];
  disableLeavers: Scalars['Boolean']['output'];
  enabled: Scalars['Boolean']['output'];
  /** Groups whose people the sync leaves alone; exclusion wins. */
  excludedGroups: Array<ChosenGroup>;
  /** People whom the sync leaves alone. */
  excludedPeople: Array<ExcludedPerson>;
  groups: Array<ChosenGroup>;
  includeGuests: Scalars['Boolean']['output'];
  /** Follow groups inside the chosen groups. */
  includeNested: Scalars['Boolean']['output'];
  /** Raised by every change; updateSyncSettings wants the one you were looking at. */
  version: Scalars['Int']['output'];
};

export type SyncSettingsChanged = {
  settings: SyncSettings;
  status: SyncStatus;
};

export type SyncSettingsResult = Problem | SyncSettingsChanged;

export type SyncStatus = {
  /** The run that is going on, of whatever trigger; while it does, no other can start. */
  currentRun: Maybe<Run>;
  enabled: Scalars['Boolean']['output'];
  health: Health;
  /** Seconds between two runs; 3600 unless shortened for a trial. */
  intervalSeconds: Scalars['Int']['output'];
  lastRun: Maybe<Run>;
  nextRunAt: Maybe<Scalars['DateTime']['output']>;
  /** The latest runs that looked at the groups, newest first, at most 24; without those that were skipped. */
  recentRuns: Array<Run>;
};

/** The account's connection to its tenant. */
export type TenantConnection = {
  checkedAt: Maybe<Scalars['DateTime']['output']>;
  /** Leads to Microsoft's consent page. Public, so it can be sent to whoever may approve. */
  consentUrl: Scalars['String']['output'];
  grantedAt: Maybe<Scalars['DateTime']['output']>;
  permissions: Array<Permission>;
  state: ConsentState;
  tenantId: Scalars['ID']['output'];
  tenantName: Scalars['String']['output'];
};

/** What an undo of a run would do, person by person, as they are now. */
export type UndoPreview = {
  disable: PreviewPeople;
  enable: PreviewPeople;
  /** Who stays as they are, each with the reason. */
  leave: PreviewPeople;
  /** Why this run cannot be undone at all, in words; then nobody is named. */
  obstacle: Maybe<Scalars['String']['output']>;
  /** The same, for another language. */
  obstacleSentence: Maybe<Sentence>;
};

export type UndoRunResult = Problem | RunUndone;

export type UpdateAccountSettingsInput = {
  /** Whom people who cannot get in should ask; at most 200 characters, null for nobody, left out for no change. */
  helpContact?: InputMaybe<Scalars['String']['input']>;
  /** Who is told of states that need a person; null for nobody, left out for no change. */
  receivers?: InputMaybe<NoticeReceiversInput>;
  /** Left out or null for no change. */
  shownEmail?: InputMaybe<ShownEmail>;
  /** The settingsVersion the admin was looking at; another one answers SETTINGS_CHANGED. Left out or null: that of now. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type UpdateAccountSettingsResult = AccountSettingsUpdated | Problem;

export type UpdateSyncSettingsInput = {
  brake?: InputMaybe<BrakeInput>;
  disableGone?: InputMaybe<Scalars['Boolean']['input']>;
  disableLeavers?: InputMaybe<Scalars['Boolean']['input']>;
  excludedGroupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  groupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  includeGuests?: InputMaybe<Scalars['Boolean']['input']>;
  includeNested?: InputMaybe<Scalars['Boolean']['input']>;
  /** The token of a preview of this very choice. Needed while leavers are disabled: those it showed then count as agreed to. */
  previewToken?: InputMaybe<Scalars['String']['input']>;
  /** The version the admin was looking at; another one answers SETTINGS_CHANGED. */
  version: Scalars['Int']['input'];
};

/** A person in the account. */
export type User = {
  createdAt: Scalars['DateTime']['output'];
  department: Maybe<Scalars['String']['output']>;
  /** Object id in the account's tenant; null for a local user. */
  directoryId: Maybe<Scalars['ID']['output']>;
  directoryState: DirectoryState;
  disabledAt: Maybe<Scalars['DateTime']['output']>;
  /** Why, as a code. */
  disabledBecause: Maybe<ChangeReason>;
  disabledBy: Maybe<DisabledBy>;
  /** By whom and why, in words. */
  disabledReason: Maybe<Scalars['String']['output']>;
  displayName: Scalars['String']['output'];
  /** Mail or sign-in name, as the account has chosen (`Account.shownEmail`). Not unique. */
  email: Maybe<Scalars['String']['output']>;
  givenName: Maybe<Scalars['String']['output']>;
  /** The chosen groups that keep this user here, as last read. */
  groups: Array<GroupReference>;
  id: Scalars['ID']['output'];
  jobTitle: Maybe<Scalars['String']['output']>;
  keptAt: Maybe<Scalars['DateTime']['output']>;
  /** The admin who took them out of the groups' hands. */
  keptBy: Maybe<Scalars['String']['output']>;
  lastSignInAt: Maybe<Scalars['DateTime']['output']>;
  managedBy: ManagedBy;
  origin: Origin;
  role: Role;
  /** A warning: somebody else in the account has the same mail. Both are users all the same, because people are told apart by their object ids. */
  sharesEmail: Scalars['Boolean']['output'];
  status: UserStatus;
  surname: Maybe<Scalars['String']['output']>;
  /** Last change of any field but the last sign-in. */
  updatedAt: Scalars['DateTime']['output'];
  /** The name they sign in with. */
  userPrincipalName: Maybe<Scalars['String']['output']>;
};

export type UserConnection = {
  nodes: Array<User>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type UserFilter = {
  /** Users changed at or after this moment. */
  changedSince?: InputMaybe<Scalars['DateTime']['input']>;
  directoryStates?: InputMaybe<Array<DirectoryState>>;
  managedBy?: InputMaybe<ManagedBy>;
  origin?: InputMaybe<Origin>;
  role?: InputMaybe<Role>;
  status?: InputMaybe<UserStatus>;
};

export type UserLinked = {
  user: User;
};

export type UserOrder =
  | 'CREATED_DESC'
  | 'EMAIL_ASC'
  | 'EMAIL_DESC'
  | 'LAST_SIGN_IN_DESC'
  | 'NAME_ASC'
  | 'NAME_DESC';

export type UserRoleSet = {
  user: User;
};

export type UserStatus =
  | 'ACTIVE'
  | 'DISABLED';

export type UserStatusOutcome = {
  /** The same as a code. */
  because: Maybe<SentenceCode>;
  changed: Scalars['Boolean']['output'];
  /** Why not, in words; null when it was changed. */
  message: Maybe<Scalars['String']['output']>;
  user: Maybe<User>;
  userId: Scalars['ID']['output'];
};

export type UserStatusesSet = {
  results: Array<UserStatusOutcome>;
};

export type UsersImported = {
  results: Array<ImportOutcome>;
  run: Run;
};

/** Who is asking. */
export type Viewer = {
  account: AccountSummary;
  /** Who administers the account. */
  admins: Array<AdminContact>;
  user: User;
};

/** Why somebody is here, or not, and what the next run will do about it. */
export type Why = {
  /** The latest changes about them, newest first; at most 10. */
  changes: Array<Change>;
  /** Where they stand, in words. */
  message: Scalars['String']['output'];
  next: NextStep;
  /** The same, for another language. */
  nextSentences: Array<Sentence>;
  /** What the next run will do, in words. */
  nextText: Scalars['String']['output'];
  /** How each chosen or excluded group leads to them; null when Microsoft did not tell just now. */
  paths: Maybe<Array<GroupPath>>;
  /** The person as the directory knows them; null when it does not. */
  person: Maybe<Candidate>;
  rule: WhyRule;
  /** The rule that decided, in words. */
  ruleText: Scalars['String']['output'];
  standing: WhyStanding;
  /** The user they are; null for somebody who is not here. */
  user: Maybe<User>;
};

export type WhyPersonResult = Problem | Why;

/** What decided whether somebody is here. */
export type WhyRule =
  | 'BLOCKED_IN_DIRECTORY'
  | 'DELETED_IN_DIRECTORY'
  | 'DETAILS_UNKNOWN'
  | 'DISABLED_BY_ADMIN'
  | 'EXCLUDED'
  | 'EXCLUSION_UNKNOWN'
  | 'GUEST_LEFT_OUT'
  | 'IN_CHOSEN_GROUP'
  | 'LAST_ADMIN'
  | 'MAIL_CONFLICT'
  | 'NOT_FOUND'
  | 'NOT_IN_GROUPS'
  | 'NOT_LINKED'
  | 'NO_ANSWER'
  | 'NO_GROUPS'
  | 'SYNC_OFF';

/** Where somebody stands in the account. */
export type WhyStanding =
  | 'DISABLED_BY_ADMIN'
  | 'DISABLED_BY_SYNC'
  | 'HERE_BY_ADMIN'
  | 'HERE_BY_GROUPS'
  | 'NOT_HERE';

export type ConflictsQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ConflictsQuery = { conflicts: { totalCount: number, nodes: Array<{ directoryId: string, displayName: string, email: string, since: string, sentence: { code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }, users: Array<{ id: string, displayName: string, email: string | null, createdAt: string, lastSignInAt: string | null, status: UserStatus }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ResolveConflictMutationVariables = Exact<{
  input: ResolveConflictInput;
}>;


export type ResolveConflictMutation = { resolveConflict:
    | { __typename: 'ConflictResolved', user: { id: string } | null }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type WhyPersonQueryVariables = Exact<{
  directoryId?: InputMaybe<Scalars['ID']['input']>;
  userId?: InputMaybe<Scalars['ID']['input']>;
}>;


export type WhyPersonQuery = { whyPerson:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'Why', standing: WhyStanding, message: string, rule: WhyRule, ruleText: string, next: NextStep, nextSentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }>, paths: Array<{ excludes: boolean, groups: Array<{ id: string, displayName: string }> }> | null, person: { directoryId: string, displayName: string, email: string | null, userPrincipalName: string | null, department: string | null, jobTitle: string | null, kind: PersonKind | null } | null, user: { id: string, directoryId: string | null, displayName: string, email: string | null, userPrincipalName: string | null, status: UserStatus, origin: Origin, managedBy: ManagedBy, keptBy: string | null, keptAt: string | null, createdAt: string, directoryState: DirectoryState, disabledAt: string | null } | null, changes: Array<{ id: string, at: string, action: ChangeAction, outcome: ChangeOutcome, reason: ChangeReason, reasonText: string, because: SentenceCode | null, message: string | null }> }
   };

export type FindPersonQueryVariables = Exact<{
  search: Scalars['String']['input'];
}>;


export type FindPersonQuery = { candidates:
    | { __typename: 'CandidateConnection', nodes: Array<{ directoryId: string, displayName: string, email: string | null, userPrincipalName: string | null, department: string | null, user: { id: string, status: UserStatus } | null }>, pageInfo: { hasNextPage: boolean } }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type RefreshPersonMutationVariables = Exact<{
  directoryId: Scalars['ID']['input'];
}>;


export type RefreshPersonMutation = { refreshPerson:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'RunStarted', run: { id: string } }
   };

export type PersonRunQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PersonRunQuery = { run: { id: string, status: RunStatus, reasons: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }>, progress: { waitingUntil: string | null } | null, changes: { nodes: Array<{ id: string, action: ChangeAction, outcome: ChangeOutcome, reason: ChangeReason, reasonText: string, because: SentenceCode | null, message: string | null }> } } | null };

export type ExcludePeopleMutationVariables = Exact<{
  input: ExcludePeopleInput;
}>;


export type ExcludePeopleMutation = { excludePeople:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'SyncSettingsChanged', settings: { version: number } }
   };

export type CandidatesQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CandidateFilter>;
}>;


export type CandidatesQuery = { candidates:
    | { __typename: 'CandidateConnection', matching: number | null, nodes: Array<{ directoryId: string, displayName: string, email: string | null, userPrincipalName: string | null, jobTitle: string | null, department: string | null, kind: PersonKind | null, importable: boolean, obstacle: CandidateObstacle | null, user: { id: string, status: UserStatus, disabledBy: DisabledBy | null, disabledAt: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type ImportUsersMutationVariables = Exact<{
  input: ImportUsersInput;
}>;


export type ImportUsersMutation = { importUsers:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'UsersImported', run: { id: string }, results: Array<{ directoryId: string, outcome: ImportOutcomeKind, displayName: string | null, because: SentenceCode | null, message: string | null }> }
   };

export type ImportMatchingMutationVariables = Exact<{
  input: ImportMatchingUsersInput;
}>;


export type ImportMatchingMutation = { importMatchingUsers:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'RunStarted', run: { id: string } }
   };

export type ImportedQueryVariables = Exact<{
  runId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ImportedQuery = { run: { changes: { nodes: Array<{ directoryId: string, displayName: string, outcome: ChangeOutcome, because: SentenceCode | null, message: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type UndoImportMutationVariables = Exact<{
  runId: Scalars['ID']['input'];
}>;


export type UndoImportMutation = { undoRun:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'RunUndone', run: { id: string } }
   };

export type HoldQueryVariables = Exact<{ [key: string]: never; }>;


export type HoldQuery = { hold: { id: string, version: number, toDisable: number, toAdd: number, openedAt: string, approvedBy: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }>, groups: Array<{ toDisable: number, toAdd: number, group: { id: string, displayName: string } }> } | null };

export type HeldPeopleQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  groupId?: InputMaybe<Scalars['ID']['input']>;
}>;


export type HeldPeopleQuery = { hold: { id: string, version: number, people: { nodes: Array<{ directoryId: string, displayName: string, action: HeldAction, reason: ChangeReason, reasonText: string, groups: Array<{ id: string, displayName: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ApproveHoldMutationVariables = Exact<{
  version: Scalars['Int']['input'];
}>;


export type ApproveHoldMutation = { approveHold:
    | { __typename: 'HoldApproved', run: { id: string } | null }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type RejectHoldMutationVariables = Exact<{
  version: Scalars['Int']['input'];
}>;


export type RejectHoldMutation = { rejectHold:
    | { __typename: 'HoldRejected', people: number }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type SyncSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SyncSettingsQuery = { syncSettings: { enabled: boolean, disableLeavers: boolean, includeNested: boolean, includeGuests: boolean, version: number, groups: Array<{ id: string, displayName: string, people: number | null, readAt: string | null, health: Array<{ code: GroupHealthCode, since: string | null, sentence: { code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null } }> }>, excludedGroups: Array<{ id: string, displayName: string, health: Array<{ code: GroupHealthCode, since: string | null, sentence: { code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null } }> }>, excludedPeople: Array<{ id: string }>, brake: { percent: number, cap: number } } };

export type DirectoryGroupsQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
}>;


export type DirectoryGroupsQuery = { directoryGroups:
    | { __typename: 'DirectoryGroupConnection', nodes: Array<{ id: string, displayName: string, description: string | null, kind: GroupKind, dynamic: boolean, memberCount: number | null, choosable: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type SyncPreviewQueryVariables = Exact<{
  choice?: InputMaybe<SyncChoiceInput>;
}>;


export type SyncPreviewQuery = { syncPreview:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'SyncPreview', token: string, byHand: number, wouldHold: Array<HoldReason>, alreadyHere: { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> }, incompleteSentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }>, add: { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> }, reenable: { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> }, update: { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> }, disable: { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> }, skip: { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> }, groups: Array<{ groupId: string, displayName: string, complete: boolean, members: number, people: number, others: number, blocked: number, guestsLeftOut: number, excluded: number, unknown: number, countedBefore: number }> }
   };

export type EnableAutomaticImportMutationVariables = Exact<{
  input: EnableAutomaticImportInput;
}>;


export type EnableAutomaticImportMutation = { enableAutomaticImport:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'SyncSettingsChanged', settings: { version: number } }
   };

export type UpdateSyncSettingsMutationVariables = Exact<{
  input: UpdateSyncSettingsInput;
}>;


export type UpdateSyncSettingsMutation = { updateSyncSettings:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'SyncSettingsChanged', settings: { version: number } }
   };

export type DisableAutomaticImportMutationVariables = Exact<{ [key: string]: never; }>;


export type DisableAutomaticImportMutation = { disableAutomaticImport:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'SyncSettingsChanged', settings: { version: number } }
   };

export type StartRunMutationVariables = Exact<{ [key: string]: never; }>;


export type StartRunMutation = { startRun:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'RunStarted', run: { id: string } }
   };

export type ByHandQueryVariables = Exact<{ [key: string]: never; }>;


export type ByHandQuery = { syncSettings: { byHand: number } };

export type HandOverMutationVariables = Exact<{
  input: SetManagedByInput;
}>;


export type HandOverMutation = { setManagedBy:
    | { __typename: 'ManagedBySet', changed: number }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type RecentRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type RecentRunsQuery = { syncStatus: { recentRuns: Array<{ id: string, status: RunStatus, startedAt: string, finishedAt: string | null, reasons: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }>, counts: { added: number, reenabled: number, updated: number, disabled: number, skipped: number, failed: number, held: number } }> } };

export type RunsQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
}>;


export type RunsQuery = { runs: { nodes: Array<{ id: string, trigger: RunTrigger, status: RunStatus, startedAt: string, finishedAt: string | null, startedBy: string | null, counts: { added: number, reenabled: number, updated: number, disabled: number, skipped: number, failed: number, held: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RunQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RunQuery = { run: { id: string, trigger: RunTrigger, status: RunStatus, startedAt: string, finishedAt: string | null, startedBy: string | null, undoneBy: string | null, stopAskedBy: string | null, reasons: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }>, counts: { added: number, reenabled: number, updated: number, disabled: number, skipped: number, failed: number, held: number }, progress: { stage: RunStage, done: number, total: number | null, waitingUntil: string | null } | null, usage: { requests: number, waits: number, waitedMs: number, requestIds: Array<string> } } | null };

export type RunChangesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  actions?: InputMaybe<Array<ChangeAction> | ChangeAction>;
}>;


export type RunChangesQuery = { run: { changes: { nodes: Array<{ id: string, directoryId: string, displayName: string, action: ChangeAction, reason: ChangeReason, reasonText: string, outcome: ChangeOutcome, because: SentenceCode | null, message: string | null, at: string, fields: Array<{ name: string, before: string | null, after: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type UndoPreviewQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type UndoPreviewQuery = { run: { undoPreview: { obstacleSentence: { code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null } | null, disable: { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> }, enable: { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> }, leave: { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> } } } | null };

export type UndoRunMutationVariables = Exact<{
  runId: Scalars['ID']['input'];
}>;


export type UndoRunMutation = { undoRun:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'RunUndone', run: { id: string } }
   };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { account: { id: string, name: string, tenantId: string, helpContact: string | null, shownEmail: ShownEmail, settingsVersion: number, mailAvailable: boolean, signInLink: string, createdAt: string, receivers: { emails: Array<string>, webhook: string | null } } };

export type UpdateAccountSettingsMutationVariables = Exact<{
  input: UpdateAccountSettingsInput;
}>;


export type UpdateAccountSettingsMutation = { updateAccountSettings:
    | { __typename: 'AccountSettingsUpdated', account: { id: string, helpContact: string | null, shownEmail: ShownEmail, settingsVersion: number, receivers: { emails: Array<string>, webhook: string | null } } }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type AdminsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdminsQuery = { users: { nodes: Array<{ id: string, displayName: string, email: string | null, status: UserStatus }> } };

export type FindUserQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindUserQuery = { users: { nodes: Array<{ id: string, displayName: string, email: string | null, userPrincipalName: string | null }> } };

export type FindGroupQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindGroupQuery = { directoryGroups:
    | { __typename: 'DirectoryGroupConnection', nodes: Array<{ id: string, displayName: string, description: string | null, choosable: boolean }> }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type RulesQueryVariables = Exact<{ [key: string]: never; }>;


export type RulesQuery = { syncSettings: { version: number, enabled: boolean, disableLeavers: boolean, disableGone: boolean, excludedPeople: Array<{ id: string, displayName: string, because: SkipReason | null }>, excludedGroups: Array<{ id: string, displayName: string, health: Array<{ sentence: { code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null } }> }> } };

export type SetGoneRuleMutationVariables = Exact<{
  input: UpdateSyncSettingsInput;
}>;


export type SetGoneRuleMutation = { updateSyncSettings:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'SyncSettingsChanged', settings: { version: number } }
   };

export type GonePeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type GonePeopleQuery = { users: { totalCount: number } };

export type RulePreviewQueryVariables = Exact<{ [key: string]: never; }>;


export type RulePreviewQuery = { syncPreview:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'SyncPreview', token: string, disable: { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> } }
   };

export type AuditTrailQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type AuditTrailQuery = { auditEvents: { nodes: Array<{ id: string, at: string, kind: AuditKind, message: string, complete: boolean, by: { name: string }, subjects: { totalCount: number, nodes: Array<{ type: AuditSubjectType, name: string | null, fields: Array<{ name: string, before: string | null, after: string | null }> }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ConsentEventQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsentEventQuery = { auditEvents: { nodes: Array<{ by: { name: string } }> } };

export type UsersQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  orderBy: UserOrder;
}>;


export type UsersQuery = { users: { totalCount: number, nodes: Array<{ id: string, displayName: string, email: string | null, userPrincipalName: string | null, directoryId: string | null, sharesEmail: boolean, managedBy: ManagedBy, role: Role, status: UserStatus, disabledBy: DisabledBy | null, disabledAt: string | null, disabledBecause: ChangeReason | null, disabledReason: string | null, origin: Origin, directoryState: DirectoryState, lastSignInAt: string | null, groups: Array<{ id: string, displayName: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SetManagedByMutationVariables = Exact<{
  input: SetManagedByInput;
}>;


export type SetManagedByMutation = { setManagedBy:
    | { __typename: 'ManagedBySet', results: Array<{ userId: string, changed: boolean, because: SentenceCode | null, message: string | null }> }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type LinkUsersMutationVariables = Exact<{
  input: LinkUsersInput;
}>;


export type LinkUsersMutation = { linkUsers:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'UserLinked', user: { id: string, displayName: string } }
   };

export type OpenAccountMutationVariables = Exact<{
  invite?: InputMaybe<Scalars['String']['input']>;
}>;


export type OpenAccountMutation = { openAccount:
    | { __typename: 'AccountOpened', viewer: { account: { name: string } } }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type WordsFragment = { code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null };

export type ProblemPartsFragment = { code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> };

export type PeopleWhyFragment = { count: number, people: Array<{ directoryId: string, displayName: string, because: SentenceCode, reason: string }> };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { user: { id: string, displayName: string, email: string | null, userPrincipalName: string | null, role: Role, origin: Origin, createdAt: string, lastSignInAt: string | null, groups: Array<{ id: string, displayName: string }> }, account: { name: string, tenantId: string, helpContact: string | null }, admins: Array<{ displayName: string, email: string | null }> } };

export type SyncStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type SyncStatusQuery = { syncStatus: { enabled: boolean, nextRunAt: string | null, intervalSeconds: number, health: { state: HealthState, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }>, nextSentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }, currentRun: { id: string, trigger: RunTrigger, status: RunStatus, startedAt: string, progress: { stage: RunStage, done: number, total: number | null, waitingUntil: string | null } | null } | null, lastRun: { id: string, trigger: RunTrigger, status: RunStatus, startedAt: string, finishedAt: string | null, reasons: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }>, counts: { added: number, reenabled: number, updated: number, disabled: number, skipped: number, failed: number, held: number } } | null } };

export type TenantConnectionQueryVariables = Exact<{ [key: string]: never; }>;


export type TenantConnectionQuery = { tenantConnection: { state: ConsentState, tenantId: string, tenantName: string, checkedAt: string | null, grantedAt: string | null, consentUrl: string, permissions: Array<{ name: string, purpose: string }> } };

export type CheckConsentMutationVariables = Exact<{ [key: string]: never; }>;


export type CheckConsentMutation = { checkConsent:
    | { __typename: 'ConsentChecked', connection: { state: ConsentState, checkedAt: string | null } }
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
   };

export type SetUserStatusMutationVariables = Exact<{
  input: SetUserStatusInput;
}>;


export type SetUserStatusMutation = { setUserStatus:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'UserStatusesSet', results: Array<{ userId: string, changed: boolean, because: SentenceCode | null, message: string | null }> }
   };

export type SetUserRoleMutationVariables = Exact<{
  input: SetUserRoleInput;
}>;


export type SetUserRoleMutation = { setUserRole:
    | { __typename: 'Problem', code: ProblemCode, retryAt: string | null, sentences: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }> }
    | { __typename: 'UserRoleSet', user: { id: string, role: Role } }
   };

export type FollowRunQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type FollowRunQuery = { run: { id: string, status: RunStatus, stopAskedBy: string | null, reasons: Array<{ code: SentenceCode, text: string, names: Array<string>, count: number | null, limit: number | null }>, progress: { stage: RunStage, done: number, total: number | null, waitingUntil: string | null } | null, counts: { added: number, disabled: number, reenabled: number, skipped: number, failed: number } } | null };

export type StopImportMutationVariables = Exact<{
  runId: Scalars['ID']['input'];
}>;


export type StopImportMutation = { stopImport:
    | { __typename: 'Problem', code: ProblemCode, message: string, retryAt: string | null }
    | { __typename: 'StopAsked', run: { id: string } }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const WordsFragmentDoc = new TypedDocumentString(`
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
    `, {"fragmentName":"Words"}) as unknown as TypedDocumentString<WordsFragment, unknown>;
export const ProblemPartsFragmentDoc = new TypedDocumentString(`
    fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}`, {"fragmentName":"ProblemParts"}) as unknown as TypedDocumentString<ProblemPartsFragment, unknown>;
export const PeopleWhyFragmentDoc = new TypedDocumentString(`
    fragment PeopleWhy on PreviewPeople {
  count
  people {
    directoryId
    displayName
    because
    reason
  }
}
    `, {"fragmentName":"PeopleWhy"}) as unknown as TypedDocumentString<PeopleWhyFragment, unknown>;
export const ConflictsDocument = new TypedDocumentString(`
    query Conflicts($first: Int!, $after: String) {
  conflicts(first: $first, after: $after) {
    nodes {
      directoryId
      displayName
      email
      since
      sentence {
        ...Words
      }
      users {
        id
        displayName
        email
        createdAt
        lastSignInAt
        status
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}`) as unknown as TypedDocumentString<ConflictsQuery, ConflictsQueryVariables>;
export const ResolveConflictDocument = new TypedDocumentString(`
    mutation ResolveConflict($input: ResolveConflictInput!) {
  resolveConflict(input: $input) {
    __typename
    ... on ConflictResolved {
      user {
        id
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<ResolveConflictMutation, ResolveConflictMutationVariables>;
export const WhyPersonDocument = new TypedDocumentString(`
    query WhyPerson($directoryId: ID, $userId: ID) {
  whyPerson(directoryId: $directoryId, userId: $userId) {
    __typename
    ... on Why {
      standing
      message
      rule
      ruleText
      next
      nextSentences {
        ...Words
      }
      paths {
        excludes
        groups {
          id
          displayName
        }
      }
      person {
        directoryId
        displayName
        email
        userPrincipalName
        department
        jobTitle
        kind
      }
      user {
        id
        directoryId
        displayName
        email
        userPrincipalName
        status
        origin
        managedBy
        keptBy
        keptAt
        createdAt
        directoryState
        disabledAt
      }
      changes {
        id
        at
        action
        outcome
        reason
        reasonText
        because
        message
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<WhyPersonQuery, WhyPersonQueryVariables>;
export const FindPersonDocument = new TypedDocumentString(`
    query FindPerson($search: String!) {
  candidates(first: 10, search: $search) {
    __typename
    ... on CandidateConnection {
      nodes {
        directoryId
        displayName
        email
        userPrincipalName
        department
        user {
          id
          status
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<FindPersonQuery, FindPersonQueryVariables>;
export const RefreshPersonDocument = new TypedDocumentString(`
    mutation RefreshPerson($directoryId: ID!) {
  refreshPerson(directoryId: $directoryId) {
    __typename
    ... on RunStarted {
      run {
        id
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<RefreshPersonMutation, RefreshPersonMutationVariables>;
export const PersonRunDocument = new TypedDocumentString(`
    query PersonRun($id: ID!) {
  run(id: $id) {
    id
    status
    reasons {
      ...Words
    }
    progress {
      waitingUntil
    }
    changes(first: 5) {
      nodes {
        id
        action
        outcome
        reason
        reasonText
        because
        message
      }
    }
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}`) as unknown as TypedDocumentString<PersonRunQuery, PersonRunQueryVariables>;
export const ExcludePeopleDocument = new TypedDocumentString(`
    mutation ExcludePeople($input: ExcludePeopleInput!) {
  excludePeople(input: $input) {
    __typename
    ... on SyncSettingsChanged {
      settings {
        version
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<ExcludePeopleMutation, ExcludePeopleMutationVariables>;
export const CandidatesDocument = new TypedDocumentString(`
    query Candidates($first: Int!, $after: String, $search: String, $filter: CandidateFilter) {
  candidates(first: $first, after: $after, search: $search, filter: $filter) {
    __typename
    ... on CandidateConnection {
      nodes {
        directoryId
        displayName
        email
        userPrincipalName
        jobTitle
        department
        kind
        importable
        obstacle
        user {
          id
          status
          disabledBy
          disabledAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      matching
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<CandidatesQuery, CandidatesQueryVariables>;
export const ImportUsersDocument = new TypedDocumentString(`
    mutation ImportUsers($input: ImportUsersInput!) {
  importUsers(input: $input) {
    __typename
    ... on UsersImported {
      run {
        id
      }
      results {
        directoryId
        outcome
        displayName
        because
        message
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<ImportUsersMutation, ImportUsersMutationVariables>;
export const ImportMatchingDocument = new TypedDocumentString(`
    mutation ImportMatching($input: ImportMatchingUsersInput!) {
  importMatchingUsers(input: $input) {
    __typename
    ... on RunStarted {
      run {
        id
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<ImportMatchingMutation, ImportMatchingMutationVariables>;
export const ImportedDocument = new TypedDocumentString(`
    query Imported($runId: ID!, $after: String) {
  run(id: $runId) {
    changes(actions: [CREATE], first: 200, after: $after) {
      nodes {
        directoryId
        displayName
        outcome
        because
        message
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportedQuery, ImportedQueryVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($runId: ID!) {
  undoRun(runId: $runId) {
    __typename
    ... on RunUndone {
      run {
        id
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const HoldDocument = new TypedDocumentString(`
    query Hold {
  hold {
    id
    version
    sentences {
      ...Words
    }
    toDisable
    toAdd
    openedAt
    approvedBy
    groups {
      group {
        id
        displayName
      }
      toDisable
      toAdd
    }
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}`) as unknown as TypedDocumentString<HoldQuery, HoldQueryVariables>;
export const HeldPeopleDocument = new TypedDocumentString(`
    query HeldPeople($first: Int!, $after: String, $groupId: ID) {
  hold {
    id
    version
    people(first: $first, after: $after, groupId: $groupId) {
      nodes {
        directoryId
        displayName
        action
        reason
        reasonText
        groups {
          id
          displayName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HeldPeopleQuery, HeldPeopleQueryVariables>;
export const ApproveHoldDocument = new TypedDocumentString(`
    mutation ApproveHold($version: Int!) {
  approveHold(version: $version) {
    __typename
    ... on HoldApproved {
      run {
        id
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<ApproveHoldMutation, ApproveHoldMutationVariables>;
export const RejectHoldDocument = new TypedDocumentString(`
    mutation RejectHold($version: Int!) {
  rejectHold(version: $version) {
    __typename
    ... on HoldRejected {
      people
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<RejectHoldMutation, RejectHoldMutationVariables>;
export const SyncSettingsDocument = new TypedDocumentString(`
    query SyncSettings {
  syncSettings {
    enabled
    groups {
      id
      displayName
      people
      readAt
      health {
        code
        sentence {
          ...Words
        }
        since
      }
    }
    excludedGroups {
      id
      displayName
      health {
        code
        sentence {
          ...Words
        }
        since
      }
    }
    excludedPeople {
      id
    }
    disableLeavers
    includeNested
    includeGuests
    brake {
      percent
      cap
    }
    version
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}`) as unknown as TypedDocumentString<SyncSettingsQuery, SyncSettingsQueryVariables>;
export const DirectoryGroupsDocument = new TypedDocumentString(`
    query DirectoryGroups($first: Int!, $after: String, $search: String) {
  directoryGroups(first: $first, after: $after, search: $search) {
    __typename
    ... on DirectoryGroupConnection {
      nodes {
        id
        displayName
        description
        kind
        dynamic
        memberCount
        choosable
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<DirectoryGroupsQuery, DirectoryGroupsQueryVariables>;
export const SyncPreviewDocument = new TypedDocumentString(`
    query SyncPreview($choice: SyncChoiceInput) {
  syncPreview(choice: $choice) {
    __typename
    ... on SyncPreview {
      token
      alreadyHere {
        ...PeopleWhy
      }
      byHand
      incompleteSentences {
        ...Words
      }
      wouldHold
      add {
        ...PeopleWhy
      }
      reenable {
        ...PeopleWhy
      }
      update {
        ...PeopleWhy
      }
      disable {
        ...PeopleWhy
      }
      skip {
        ...PeopleWhy
      }
      groups {
        groupId
        displayName
        complete
        members
        people
        others
        blocked
        guestsLeftOut
        excluded
        unknown
        countedBefore
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}
fragment PeopleWhy on PreviewPeople {
  count
  people {
    directoryId
    displayName
    because
    reason
  }
}`) as unknown as TypedDocumentString<SyncPreviewQuery, SyncPreviewQueryVariables>;
export const EnableAutomaticImportDocument = new TypedDocumentString(`
    mutation EnableAutomaticImport($input: EnableAutomaticImportInput!) {
  enableAutomaticImport(input: $input) {
    __typename
    ... on SyncSettingsChanged {
      settings {
        version
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<EnableAutomaticImportMutation, EnableAutomaticImportMutationVariables>;
export const UpdateSyncSettingsDocument = new TypedDocumentString(`
    mutation UpdateSyncSettings($input: UpdateSyncSettingsInput!) {
  updateSyncSettings(input: $input) {
    __typename
    ... on SyncSettingsChanged {
      settings {
        version
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<UpdateSyncSettingsMutation, UpdateSyncSettingsMutationVariables>;
export const DisableAutomaticImportDocument = new TypedDocumentString(`
    mutation DisableAutomaticImport {
  disableAutomaticImport {
    __typename
    ... on SyncSettingsChanged {
      settings {
        version
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<DisableAutomaticImportMutation, DisableAutomaticImportMutationVariables>;
export const StartRunDocument = new TypedDocumentString(`
    mutation StartRun {
  startRun {
    __typename
    ... on RunStarted {
      run {
        id
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<StartRunMutation, StartRunMutationVariables>;
export const ByHandDocument = new TypedDocumentString(`
    query ByHand {
  syncSettings {
    byHand
  }
}
    `) as unknown as TypedDocumentString<ByHandQuery, ByHandQueryVariables>;
export const HandOverDocument = new TypedDocumentString(`
    mutation HandOver($input: SetManagedByInput!) {
  setManagedBy(input: $input) {
    __typename
    ... on ManagedBySet {
      changed
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<HandOverMutation, HandOverMutationVariables>;
export const RecentRunsDocument = new TypedDocumentString(`
    query RecentRuns {
  syncStatus {
    recentRuns {
      id
      status
      startedAt
      finishedAt
      reasons {
        ...Words
      }
      counts {
        added
        reenabled
        updated
        disabled
        skipped
        failed
        held
      }
    }
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}`) as unknown as TypedDocumentString<RecentRunsQuery, RecentRunsQueryVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($first: Int!, $after: String, $filter: RunFilter) {
  runs(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      trigger
      status
      startedAt
      finishedAt
      startedBy
      counts {
        added
        reenabled
        updated
        disabled
        skipped
        failed
        held
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const RunDocument = new TypedDocumentString(`
    query Run($id: ID!) {
  run(id: $id) {
    id
    trigger
    status
    startedAt
    finishedAt
    startedBy
    reasons {
      ...Words
    }
    undoneBy
    stopAskedBy
    counts {
      added
      reenabled
      updated
      disabled
      skipped
      failed
      held
    }
    progress {
      stage
      done
      total
      waitingUntil
    }
    usage {
      requests
      waits
      waitedMs
      requestIds
    }
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}`) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;
export const RunChangesDocument = new TypedDocumentString(`
    query RunChanges($id: ID!, $first: Int!, $after: String, $actions: [ChangeAction!]) {
  run(id: $id) {
    changes(first: $first, after: $after, actions: $actions) {
      nodes {
        id
        directoryId
        displayName
        action
        reason
        reasonText
        outcome
        because
        message
        at
        fields {
          name
          before
          after
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RunChangesQuery, RunChangesQueryVariables>;
export const UndoPreviewDocument = new TypedDocumentString(`
    query UndoPreview($id: ID!) {
  run(id: $id) {
    undoPreview {
      obstacleSentence {
        ...Words
      }
      disable {
        ...PeopleWhy
      }
      enable {
        ...PeopleWhy
      }
      leave {
        ...PeopleWhy
      }
    }
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment PeopleWhy on PreviewPeople {
  count
  people {
    directoryId
    displayName
    because
    reason
  }
}`) as unknown as TypedDocumentString<UndoPreviewQuery, UndoPreviewQueryVariables>;
export const UndoRunDocument = new TypedDocumentString(`
    mutation UndoRun($runId: ID!) {
  undoRun(runId: $runId) {
    __typename
    ... on RunUndone {
      run {
        id
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<UndoRunMutation, UndoRunMutationVariables>;
export const AccountDocument = new TypedDocumentString(`
    query Account {
  account {
    id
    name
    tenantId
    helpContact
    receivers {
      emails
      webhook
    }
    shownEmail
    settingsVersion
    mailAvailable
    signInLink
    createdAt
  }
}
    `) as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const UpdateAccountSettingsDocument = new TypedDocumentString(`
    mutation UpdateAccountSettings($input: UpdateAccountSettingsInput!) {
  updateAccountSettings(input: $input) {
    __typename
    ... on AccountSettingsUpdated {
      account {
        id
        helpContact
        receivers {
          emails
          webhook
        }
        shownEmail
        settingsVersion
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<UpdateAccountSettingsMutation, UpdateAccountSettingsMutationVariables>;
export const AdminsDocument = new TypedDocumentString(`
    query Admins {
  users(first: 100, filter: {role: ADMIN}, orderBy: NAME_ASC) {
    nodes {
      id
      displayName
      email
      status
    }
  }
}
    `) as unknown as TypedDocumentString<AdminsQuery, AdminsQueryVariables>;
export const FindUserDocument = new TypedDocumentString(`
    query FindUser($search: String) {
  users(
    first: 10
    search: $search
    filter: {role: EMPLOYEE, status: ACTIVE}
    orderBy: NAME_ASC
  ) {
    nodes {
      id
      displayName
      email
      userPrincipalName
    }
  }
}
    `) as unknown as TypedDocumentString<FindUserQuery, FindUserQueryVariables>;
export const FindGroupDocument = new TypedDocumentString(`
    query FindGroup($search: String) {
  directoryGroups(first: 10, search: $search) {
    __typename
    ... on DirectoryGroupConnection {
      nodes {
        id
        displayName
        description
        choosable
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<FindGroupQuery, FindGroupQueryVariables>;
export const RulesDocument = new TypedDocumentString(`
    query Rules {
  syncSettings {
    version
    enabled
    disableLeavers
    disableGone
    excludedPeople {
      id
      displayName
      because
    }
    excludedGroups {
      id
      displayName
      health {
        sentence {
          ...Words
        }
      }
    }
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}`) as unknown as TypedDocumentString<RulesQuery, RulesQueryVariables>;
export const SetGoneRuleDocument = new TypedDocumentString(`
    mutation SetGoneRule($input: UpdateSyncSettingsInput!) {
  updateSyncSettings(input: $input) {
    __typename
    ... on SyncSettingsChanged {
      settings {
        version
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<SetGoneRuleMutation, SetGoneRuleMutationVariables>;
export const GonePeopleDocument = new TypedDocumentString(`
    query GonePeople {
  users(
    first: 1
    filter: {directoryStates: [BLOCKED, DELETED], managedBy: ADMIN, status: ACTIVE}
  ) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<GonePeopleQuery, GonePeopleQueryVariables>;
export const RulePreviewDocument = new TypedDocumentString(`
    query RulePreview {
  syncPreview {
    __typename
    ... on SyncPreview {
      token
      disable {
        ...PeopleWhy
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}
fragment PeopleWhy on PreviewPeople {
  count
  people {
    directoryId
    displayName
    because
    reason
  }
}`) as unknown as TypedDocumentString<RulePreviewQuery, RulePreviewQueryVariables>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($first: Int!, $after: String) {
  auditEvents(first: $first, after: $after) {
    nodes {
      id
      at
      kind
      message
      complete
      by {
        name
      }
      subjects(first: 5) {
        nodes {
          type
          name
          fields {
            name
            before
            after
          }
        }
        totalCount
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const ConsentEventDocument = new TypedDocumentString(`
    query ConsentEvent {
  auditEvents(first: 1, kinds: [CONSENT_CHANGED, ACCOUNT_OPENED]) {
    nodes {
      by {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConsentEventQuery, ConsentEventQueryVariables>;
export const UsersDocument = new TypedDocumentString(`
    query Users($first: Int!, $after: String, $search: String, $filter: UserFilter, $orderBy: UserOrder!) {
  users(
    first: $first
    after: $after
    search: $search
    filter: $filter
    orderBy: $orderBy
  ) {
    nodes {
      id
      displayName
      email
      userPrincipalName
      directoryId
      sharesEmail
      managedBy
      role
      status
      disabledBy
      disabledAt
      disabledBecause
      disabledReason
      origin
      directoryState
      lastSignInAt
      groups {
        id
        displayName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<UsersQuery, UsersQueryVariables>;
export const SetManagedByDocument = new TypedDocumentString(`
    mutation SetManagedBy($input: SetManagedByInput!) {
  setManagedBy(input: $input) {
    __typename
    ... on ManagedBySet {
      results {
        userId
        changed
        because
        message
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<SetManagedByMutation, SetManagedByMutationVariables>;
export const LinkUsersDocument = new TypedDocumentString(`
    mutation LinkUsers($input: LinkUsersInput!) {
  linkUsers(input: $input) {
    __typename
    ... on UserLinked {
      user {
        id
        displayName
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<LinkUsersMutation, LinkUsersMutationVariables>;
export const OpenAccountDocument = new TypedDocumentString(`
    mutation OpenAccount($invite: String) {
  openAccount(invite: $invite) {
    __typename
    ... on AccountOpened {
      viewer {
        account {
          name
        }
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<OpenAccountMutation, OpenAccountMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    user {
      id
      displayName
      email
      userPrincipalName
      role
      origin
      createdAt
      lastSignInAt
      groups {
        id
        displayName
      }
    }
    account {
      name
      tenantId
      helpContact
    }
    admins {
      displayName
      email
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SyncStatusDocument = new TypedDocumentString(`
    query SyncStatus {
  syncStatus {
    enabled
    health {
      state
      sentences {
        ...Words
      }
      nextSentences {
        ...Words
      }
      retryAt
    }
    currentRun {
      id
      trigger
      status
      startedAt
      progress {
        stage
        done
        total
        waitingUntil
      }
    }
    lastRun {
      id
      trigger
      status
      startedAt
      finishedAt
      reasons {
        ...Words
      }
      counts {
        added
        reenabled
        updated
        disabled
        skipped
        failed
        held
      }
    }
    nextRunAt
    intervalSeconds
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}`) as unknown as TypedDocumentString<SyncStatusQuery, SyncStatusQueryVariables>;
export const TenantConnectionDocument = new TypedDocumentString(`
    query TenantConnection {
  tenantConnection {
    state
    tenantId
    tenantName
    permissions {
      name
      purpose
    }
    checkedAt
    grantedAt
    consentUrl
  }
}
    `) as unknown as TypedDocumentString<TenantConnectionQuery, TenantConnectionQueryVariables>;
export const CheckConsentDocument = new TypedDocumentString(`
    mutation CheckConsent {
  checkConsent {
    __typename
    ... on ConsentChecked {
      connection {
        state
        checkedAt
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<CheckConsentMutation, CheckConsentMutationVariables>;
export const SetUserStatusDocument = new TypedDocumentString(`
    mutation SetUserStatus($input: SetUserStatusInput!) {
  setUserStatus(input: $input) {
    __typename
    ... on UserStatusesSet {
      results {
        userId
        changed
        because
        message
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<SetUserStatusMutation, SetUserStatusMutationVariables>;
export const SetUserRoleDocument = new TypedDocumentString(`
    mutation SetUserRole($input: SetUserRoleInput!) {
  setUserRole(input: $input) {
    __typename
    ... on UserRoleSet {
      user {
        id
        role
      }
    }
    ...ProblemParts
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}
fragment ProblemParts on Problem {
  code
  sentences {
    ...Words
  }
  retryAt
}`) as unknown as TypedDocumentString<SetUserRoleMutation, SetUserRoleMutationVariables>;
export const FollowRunDocument = new TypedDocumentString(`
    query FollowRun($id: ID!) {
  run(id: $id) {
    id
    status
    reasons {
      ...Words
    }
    stopAskedBy
    progress {
      stage
      done
      total
      waitingUntil
    }
    counts {
      added
      disabled
      reenabled
      skipped
      failed
    }
  }
}
    fragment Words on Sentence {
  code
  text
  names
  count
  limit
}`) as unknown as TypedDocumentString<FollowRunQuery, FollowRunQueryVariables>;
export const StopImportDocument = new TypedDocumentString(`
    mutation StopImport($runId: ID!) {
  stopImport(runId: $runId) {
    __typename
    ... on StopAsked {
      run {
        id
      }
    }
    ... on Problem {
      code
      message
      retryAt
    }
  }
}
    `) as unknown as TypedDocumentString<StopImportMutation, StopImportMutationVariables>;