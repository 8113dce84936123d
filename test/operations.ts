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
export const SETTINGS = `{ syncSettings { enabled version disableLeavers includeNested includeGuests groups { id displayName people readAt missingSince } brake { percent cap } } }`;
export const STATUS = `{ syncStatus { enabled intervalSeconds nextRunAt health { state message nextStep } currentRun { ${RUN} } lastRun { ${RUN} } } }`;
const CHANGED = `__typename ... on SyncSettingsChanged { settings { enabled version groups { id displayName } disableLeavers } status { enabled nextRunAt } } ... on Problem { code message }`;
export const ENABLE = `mutation ($input: EnableAutomaticImportInput!) { enableAutomaticImport(input: $input) { ${CHANGED} } }`;
export const UPDATE = `mutation ($input: UpdateSyncSettingsInput!) { updateSyncSettings(input: $input) { ${CHANGED} } }`;
export const DISABLE = `mutation { disableAutomaticImport { ${CHANGED} } }`;
export const START_RUN = `mutation { startRun { __typename ... on RunStarted { run { ${RUN} } } ... on Problem { code message } } }`;
export const SET_STATUS = `mutation ($input: SetUserStatusInput!) { setUserStatus(input: $input) { __typename ... on UserStatusesSet { results { userId changed message user { ${USER} } } } ... on Problem { code message } } }`;
export const SET_ROLE = `mutation ($input: SetUserRoleInput!) { setUserRole(input: $input) { __typename ... on UserRoleSet { user { ${USER} } } ... on Problem { code message } } }`;
export const UPDATE_ACCOUNT = `mutation ($input: UpdateAccountSettingsInput!) { updateAccountSettings(input: $input) { __typename ... on AccountSettingsUpdated { account { helpContact receivers { emails webhook } mailAvailable } } ... on Problem { code message } } }`;
