/* The operations of the tests, as a client would write them. */

const RUN = "id trigger status reason startedBy counts { added reenabled updated disabled skipped failed held }";
const USER =
  "id displayName email status disabledBy disabledReason origin managedBy role directoryId directoryState groups { id displayName }";

export const VIEWER = `{ viewer { user { ${USER} } account { name tenantId helpContact } admins { displayName } } }`;
export const OPEN_ACCOUNT = `mutation ($invite: String) { openAccount(invite: $invite) { __typename ... on AccountOpened { viewer { user { displayName role } account { name } } } ... on Problem { code message } } }`;
export const CHECK_CONSENT = `mutation { checkConsent { __typename ... on ConsentChecked { connection { state tenantName grantedAt } } ... on Problem { code message } } }`;
export const CONNECTION = `{ tenantConnection { state tenantId tenantName consentUrl permissions { name purpose } } }`;
export const USERS = `query ($first: Int = 50, $after: String, $search: String, $filter: UserFilter, $orderBy: UserOrder = NAME_ASC) {
  users(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) { nodes { ${USER} } pageInfo { hasNextPage endCursor } totalCount } }`;
export const CANDIDATES = `query ($first: Int = 50, $after: String, $search: String, $filter: CandidateFilter) {
  candidates(first: $first, after: $after, search: $search, filter: $filter) { __typename
    ... on CandidateConnection { nodes { directoryId displayName importable obstacle kind department user { id status } } pageInfo { hasNextPage endCursor } matching }
    ... on Problem { code message } } }`;
export const GROUPS = `query ($first: Int = 20, $after: String, $search: String) { directoryGroups(first: $first, after: $after, search: $search) { __typename
    ... on DirectoryGroupConnection { nodes { id displayName kind dynamic memberCount choosable obstacle } pageInfo { hasNextPage endCursor } } ... on Problem { code message } } }`;
export const IMPORT = `mutation ($input: ImportUsersInput!) { importUsers(input: $input) { __typename
    ... on UsersImported { run { ${RUN} } results { directoryId outcome displayName message user { id managedBy origin } } } ... on Problem { code message } } }`;
export const IMPORT_MATCHING = `mutation ($input: ImportMatchingUsersInput!) { importMatchingUsers(input: $input) { __typename
    ... on RunStarted { run { ${RUN} } } ... on Problem { code message } } }`;
export const WHY = `query ($directoryId: ID, $userId: ID) { whyPerson(directoryId: $directoryId, userId: $userId) { __typename
    ... on Why { standing message rule ruleText next nextText person { directoryId displayName importable } user { ${USER} }
      paths { excludes groups { id displayName } } changes { runId action reason outcome message } }
    ... on Problem { code message } } }`;
export const REFRESH_PERSON = `mutation ($directoryId: ID!) { refreshPerson(directoryId: $directoryId) { __typename ... on RunStarted { run { ${RUN} } } ... on Problem { code message } } }`;
export const SETTINGS = `{ syncSettings { enabled version disableLeavers includeNested includeGuests groups { id displayName people readAt missingSince health { code message since } } brake { percent cap } } }`;
export const STATUS = `{ syncStatus { enabled intervalSeconds nextRunAt health { state message nextStep retryAt } currentRun { ${RUN} } lastRun { ${RUN} } } }`;
const CHANGED = `__typename ... on SyncSettingsChanged { settings { enabled version groups { id displayName } disableLeavers } status { enabled nextRunAt } } ... on Problem { code message }`;
export const ENABLE = `mutation ($input: EnableAutomaticImportInput!) { enableAutomaticImport(input: $input) { ${CHANGED} } }`;
export const UPDATE = `mutation ($input: UpdateSyncSettingsInput!) { updateSyncSettings(input: $input) { ${CHANGED} } }`;
export const DISABLE = `mutation { disableAutomaticImport { ${CHANGED} } }`;
export const START_RUN = `mutation { startRun { __typename ... on RunStarted { run { ${RUN} } } ... on Problem { code message } } }`;
const PEOPLE_LIST = "{ count people { directoryId displayName reason } }";
export const PREVIEW = `query ($choice: SyncChoiceInput) { syncPreview(choice: $choice) { __typename
    ... on SyncPreview { token add ${PEOPLE_LIST} reenable ${PEOPLE_LIST} update ${PEOPLE_LIST} disable ${PEOPLE_LIST} skip ${PEOPLE_LIST} alreadyHere ${PEOPLE_LIST} byHand wouldHold incomplete
      groups { groupId displayName complete members people others blocked guestsLeftOut excluded unknown countedBefore } }
    ... on Problem { code message } } }`;
export const RUNS = `query ($first: Int = 25, $after: String, $filter: RunFilter) { runs(first: $first, after: $after, filter: $filter) { nodes { ${RUN} undoneBy usage { requests waits } } pageInfo { hasNextPage endCursor } } }`;
export const CHANGES = `query ($id: ID!, $first: Int = 50, $after: String, $actions: [ChangeAction!]) { run(id: $id) { ${RUN} undoneBy
    changes(first: $first, after: $after, actions: $actions) { nodes { directoryId displayName action reason reasonText outcome message fields { name before after } } pageInfo { hasNextPage endCursor } } } }`;
export const HOLD = `query ($first: Int = 50, $after: String, $groupId: ID) { hold { id version because message limit toDisable toAdd openedAt approvedBy
    groups { group { id displayName } toDisable toAdd }
    people(first: $first, after: $after, groupId: $groupId) { nodes { directoryId displayName action reason groups { displayName } } pageInfo { hasNextPage endCursor } } } }`;
export const APPROVE = `mutation ($version: Int!) { approveHold(version: $version) { __typename ... on HoldApproved { run { ${RUN} } } ... on Problem { code message } } }`;
export const REJECT = `mutation ($version: Int!) { rejectHold(version: $version) { __typename ... on HoldRejected { people } ... on Problem { code message } } }`;
export const UNDO = `mutation ($runId: ID!) { undoRun(runId: $runId) { __typename ... on RunUndone { run { ${RUN} } } ... on Problem { code message } } }`;
export const STOP_IMPORT = `mutation ($runId: ID!) { stopImport(runId: $runId) { __typename ... on StopAsked { run { ${RUN} stopAskedBy } } ... on Problem { code message } } }`;
export const UNDO_PREVIEW = `query ($id: ID!) { run(id: $id) { undoPreview { obstacle disable ${PEOPLE_LIST} enable ${PEOPLE_LIST} leave ${PEOPLE_LIST} } } }`;
export const SET_STATUS = `mutation ($input: SetUserStatusInput!) { setUserStatus(input: $input) { __typename ... on UserStatusesSet { results { userId changed message user { ${USER} } } } ... on Problem { code message } } }`;
export const SET_ROLE = `mutation ($input: SetUserRoleInput!) { setUserRole(input: $input) { __typename ... on UserRoleSet { user { ${USER} } } ... on Problem { code message } } }`;
export const UPDATE_ACCOUNT = `mutation ($input: UpdateAccountSettingsInput!) { updateAccountSettings(input: $input) { __typename ... on AccountSettingsUpdated { account { helpContact receivers { emails webhook } mailAvailable } } ... on Problem { code message } } }`;
export const AUDIT_EVENTS = `query ($first: Int = 25, $after: String, $kinds: [AuditKind!]) { auditEvents(first: $first, after: $after, kinds: $kinds) {
    nodes { id at kind by { userId name } message complete subjects(first: 20) { nodes { type id name fields { name before after } } totalCount } } pageInfo { hasNextPage endCursor } } }`;
export const SET_MANAGED_BY = `mutation ($input: SetManagedByInput!) { setManagedBy(input: $input) { __typename ... on ManagedBySet { changed results { userId changed message user { id managedBy keptBy status } } } ... on Problem { code message } } }`;
export const EXCLUDE = `mutation ($input: ExcludePeopleInput!) { excludePeople(input: $input) { __typename
    ... on SyncSettingsChanged { settings { version excludedGroups { id displayName } excludedPeople { id displayName because } } } ... on Problem { code message } } }`;
export const CONFLICTS = `query ($first: Int = 25, $after: String) { conflicts(first: $first, after: $after) { nodes { directoryId displayName email message users { ${USER} } } pageInfo { hasNextPage endCursor } totalCount } }`;
export const RESOLVE_CONFLICT = `mutation ($input: ResolveConflictInput!) { resolveConflict(input: $input) { __typename ... on ConflictResolved { user { ${USER} } } ... on Problem { code message } } }`;
export const LINK_USERS = `mutation ($input: LinkUsersInput!) { linkUsers(input: $input) { __typename ... on UserLinked { user { ${USER} } } ... on Problem { code message } } }`;
