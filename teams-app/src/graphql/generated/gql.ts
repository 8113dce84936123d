/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Candidates($first: Int!, $after: String, $search: String, $filter: CandidateFilter) {\n    candidates(first: $first, after: $after, search: $search, filter: $filter) {\n      __typename\n      ... on CandidateConnection {\n        nodes {\n          directoryId\n          displayName\n          email\n          userPrincipalName\n          jobTitle\n          department\n          kind\n          importable\n          obstacle\n          user {\n            id\n            status\n            disabledBy\n            disabledAt\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        matching\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.CandidatesDocument,
    "\n  mutation ImportUsers($input: ImportUsersInput!) {\n    importUsers(input: $input) {\n      __typename\n      ... on UsersImported {\n        results {\n          directoryId\n          outcome\n          displayName\n          message\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.ImportUsersDocument,
    "\n  query SyncSettings {\n    syncSettings {\n      enabled\n      groups {\n        id\n        displayName\n        people\n        readAt\n        missingSince\n      }\n      disableLeavers\n      includeNested\n      includeGuests\n      version\n    }\n  }\n": typeof types.SyncSettingsDocument,
    "\n  query DirectoryGroups($first: Int!, $after: String, $search: String) {\n    directoryGroups(first: $first, after: $after, search: $search) {\n      __typename\n      ... on DirectoryGroupConnection {\n        nodes {\n          id\n          displayName\n          description\n          kind\n          dynamic\n          memberCount\n          choosable\n          obstacle\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.DirectoryGroupsDocument,
    "\n  query SyncPreview($choice: SyncChoiceInput) {\n    syncPreview(choice: $choice) {\n      __typename\n      ... on SyncPreview {\n        token\n        disable {\n          count\n          people {\n            directoryId\n            displayName\n            reason\n          }\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.SyncPreviewDocument,
    "\n  mutation EnableAutomaticImport($input: EnableAutomaticImportInput!) {\n    enableAutomaticImport(input: $input) {\n      __typename\n      ... on SyncSettingsChanged {\n        settings {\n          version\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.EnableAutomaticImportDocument,
    "\n  mutation UpdateSyncSettings($input: UpdateSyncSettingsInput!) {\n    updateSyncSettings(input: $input) {\n      __typename\n      ... on SyncSettingsChanged {\n        settings {\n          version\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.UpdateSyncSettingsDocument,
    "\n  mutation DisableAutomaticImport {\n    disableAutomaticImport {\n      __typename\n      ... on SyncSettingsChanged {\n        settings {\n          version\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.DisableAutomaticImportDocument,
    "\n  query Hold($first: Int!) {\n    hold {\n      id\n      version\n      message\n      toDisable\n      toAdd\n      approvedBy\n      people(first: $first) {\n        nodes {\n          directoryId\n          displayName\n          action\n          reasonText\n        }\n      }\n    }\n  }\n": typeof types.HoldDocument,
    "\n  mutation ApproveHold($version: Int!) {\n    approveHold(version: $version) {\n      __typename\n      ... on HoldApproved {\n        run {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.ApproveHoldDocument,
    "\n  mutation RejectHold($version: Int!) {\n    rejectHold(version: $version) {\n      __typename\n      ... on HoldRejected {\n        people\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.RejectHoldDocument,
    "\n  mutation StartRun {\n    startRun {\n      __typename\n      ... on RunStarted {\n        run {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.StartRunDocument,
    "\n  query Account {\n    account {\n      id\n      name\n      tenantId\n      helpContact\n      receivers {\n        emails\n        webhook\n      }\n      mailAvailable\n      signInLink\n      createdAt\n    }\n  }\n": typeof types.AccountDocument,
    "\n  mutation UpdateAccountSettings($input: UpdateAccountSettingsInput!) {\n    updateAccountSettings(input: $input) {\n      __typename\n      ... on AccountSettingsUpdated {\n        account {\n          id\n          helpContact\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.UpdateAccountSettingsDocument,
    "\n  query Users($first: Int!, $after: String, $search: String, $filter: UserFilter, $orderBy: UserOrder!) {\n    users(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        email\n        userPrincipalName\n        role\n        status\n        disabledBy\n        disabledAt\n        disabledReason\n        origin\n        directoryState\n        lastSignInAt\n        groups {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.UsersDocument,
    "\n  mutation SetUserRole($input: SetUserRoleInput!) {\n    setUserRole(input: $input) {\n      __typename\n      ... on UserRoleSet {\n        user {\n          id\n          role\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.SetUserRoleDocument,
    "\n  mutation OpenAccount($invite: String) {\n    openAccount(invite: $invite) {\n      __typename\n      ... on AccountOpened {\n        viewer {\n          account {\n            name\n          }\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.OpenAccountDocument,
    "\n  query Viewer {\n    viewer {\n      user {\n        id\n        displayName\n        email\n        userPrincipalName\n        role\n        origin\n        createdAt\n        lastSignInAt\n        groups {\n          id\n          displayName\n        }\n      }\n      account {\n        name\n        tenantId\n        helpContact\n      }\n      admins {\n        displayName\n        email\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  query SyncStatus {\n    syncStatus {\n      enabled\n      health {\n        state\n        message\n        nextStep\n      }\n      currentRun {\n        id\n        trigger\n        status\n        startedAt\n        progress {\n          stage\n          done\n          total\n          waitingUntil\n        }\n      }\n      lastRun {\n        id\n        trigger\n        status\n        startedAt\n        finishedAt\n        reason\n        counts {\n          added\n          reenabled\n          updated\n          disabled\n          skipped\n          failed\n          held\n        }\n      }\n      nextRunAt\n      intervalSeconds\n    }\n  }\n": typeof types.SyncStatusDocument,
    "\n  query TenantConnection {\n    tenantConnection {\n      state\n      tenantId\n      tenantName\n      permissions {\n        name\n        purpose\n      }\n      checkedAt\n      grantedAt\n      consentUrl\n    }\n  }\n": typeof types.TenantConnectionDocument,
    "\n  mutation CheckConsent {\n    checkConsent {\n      __typename\n      ... on ConsentChecked {\n        connection {\n          state\n          checkedAt\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.CheckConsentDocument,
    "\n  mutation SetUserStatus($input: SetUserStatusInput!) {\n    setUserStatus(input: $input) {\n      __typename\n      ... on UserStatusesSet {\n        results {\n          userId\n          changed\n          message\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.SetUserStatusDocument,
};
const documents: Documents = {
    "\n  query Candidates($first: Int!, $after: String, $search: String, $filter: CandidateFilter) {\n    candidates(first: $first, after: $after, search: $search, filter: $filter) {\n      __typename\n      ... on CandidateConnection {\n        nodes {\n          directoryId\n          displayName\n          email\n          userPrincipalName\n          jobTitle\n          department\n          kind\n          importable\n          obstacle\n          user {\n            id\n            status\n            disabledBy\n            disabledAt\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        matching\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.CandidatesDocument,
    "\n  mutation ImportUsers($input: ImportUsersInput!) {\n    importUsers(input: $input) {\n      __typename\n      ... on UsersImported {\n        results {\n          directoryId\n          outcome\n          displayName\n          message\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.ImportUsersDocument,
    "\n  query SyncSettings {\n    syncSettings {\n      enabled\n      groups {\n        id\n        displayName\n        people\n        readAt\n        missingSince\n      }\n      disableLeavers\n      includeNested\n      includeGuests\n      version\n    }\n  }\n": types.SyncSettingsDocument,
    "\n  query DirectoryGroups($first: Int!, $after: String, $search: String) {\n    directoryGroups(first: $first, after: $after, search: $search) {\n      __typename\n      ... on DirectoryGroupConnection {\n        nodes {\n          id\n          displayName\n          description\n          kind\n          dynamic\n          memberCount\n          choosable\n          obstacle\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.DirectoryGroupsDocument,
    "\n  query SyncPreview($choice: SyncChoiceInput) {\n    syncPreview(choice: $choice) {\n      __typename\n      ... on SyncPreview {\n        token\n        disable {\n          count\n          people {\n            directoryId\n            displayName\n            reason\n          }\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.SyncPreviewDocument,
    "\n  mutation EnableAutomaticImport($input: EnableAutomaticImportInput!) {\n    enableAutomaticImport(input: $input) {\n      __typename\n      ... on SyncSettingsChanged {\n        settings {\n          version\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.EnableAutomaticImportDocument,
    "\n  mutation UpdateSyncSettings($input: UpdateSyncSettingsInput!) {\n    updateSyncSettings(input: $input) {\n      __typename\n      ... on SyncSettingsChanged {\n        settings {\n          version\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.UpdateSyncSettingsDocument,
    "\n  mutation DisableAutomaticImport {\n    disableAutomaticImport {\n      __typename\n      ... on SyncSettingsChanged {\n        settings {\n          version\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.DisableAutomaticImportDocument,
    "\n  query Hold($first: Int!) {\n    hold {\n      id\n      version\n      message\n      toDisable\n      toAdd\n      approvedBy\n      people(first: $first) {\n        nodes {\n          directoryId\n          displayName\n          action\n          reasonText\n        }\n      }\n    }\n  }\n": types.HoldDocument,
    "\n  mutation ApproveHold($version: Int!) {\n    approveHold(version: $version) {\n      __typename\n      ... on HoldApproved {\n        run {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.ApproveHoldDocument,
    "\n  mutation RejectHold($version: Int!) {\n    rejectHold(version: $version) {\n      __typename\n      ... on HoldRejected {\n        people\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.RejectHoldDocument,
    "\n  mutation StartRun {\n    startRun {\n      __typename\n      ... on RunStarted {\n        run {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.StartRunDocument,
    "\n  query Account {\n    account {\n      id\n      name\n      tenantId\n      helpContact\n      receivers {\n        emails\n        webhook\n      }\n      mailAvailable\n      signInLink\n      createdAt\n    }\n  }\n": types.AccountDocument,
    "\n  mutation UpdateAccountSettings($input: UpdateAccountSettingsInput!) {\n    updateAccountSettings(input: $input) {\n      __typename\n      ... on AccountSettingsUpdated {\n        account {\n          id\n          helpContact\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.UpdateAccountSettingsDocument,
    "\n  query Users($first: Int!, $after: String, $search: String, $filter: UserFilter, $orderBy: UserOrder!) {\n    users(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        email\n        userPrincipalName\n        role\n        status\n        disabledBy\n        disabledAt\n        disabledReason\n        origin\n        directoryState\n        lastSignInAt\n        groups {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.UsersDocument,
    "\n  mutation SetUserRole($input: SetUserRoleInput!) {\n    setUserRole(input: $input) {\n      __typename\n      ... on UserRoleSet {\n        user {\n          id\n          role\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.SetUserRoleDocument,
    "\n  mutation OpenAccount($invite: String) {\n    openAccount(invite: $invite) {\n      __typename\n      ... on AccountOpened {\n        viewer {\n          account {\n            name\n          }\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.OpenAccountDocument,
    "\n  query Viewer {\n    viewer {\n      user {\n        id\n        displayName\n        email\n        userPrincipalName\n        role\n        origin\n        createdAt\n        lastSignInAt\n        groups {\n          id\n          displayName\n        }\n      }\n      account {\n        name\n        tenantId\n        helpContact\n      }\n      admins {\n        displayName\n        email\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  query SyncStatus {\n    syncStatus {\n      enabled\n      health {\n        state\n        message\n        nextStep\n      }\n      currentRun {\n        id\n        trigger\n        status\n        startedAt\n        progress {\n          stage\n          done\n          total\n          waitingUntil\n        }\n      }\n      lastRun {\n        id\n        trigger\n        status\n        startedAt\n        finishedAt\n        reason\n        counts {\n          added\n          reenabled\n          updated\n          disabled\n          skipped\n          failed\n          held\n        }\n      }\n      nextRunAt\n      intervalSeconds\n    }\n  }\n": types.SyncStatusDocument,
    "\n  query TenantConnection {\n    tenantConnection {\n      state\n      tenantId\n      tenantName\n      permissions {\n        name\n        purpose\n      }\n      checkedAt\n      grantedAt\n      consentUrl\n    }\n  }\n": types.TenantConnectionDocument,
    "\n  mutation CheckConsent {\n    checkConsent {\n      __typename\n      ... on ConsentChecked {\n        connection {\n          state\n          checkedAt\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.CheckConsentDocument,
    "\n  mutation SetUserStatus($input: SetUserStatusInput!) {\n    setUserStatus(input: $input) {\n      __typename\n      ... on UserStatusesSet {\n        results {\n          userId\n          changed\n          message\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n": types.SetUserStatusDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Candidates($first: Int!, $after: String, $search: String, $filter: CandidateFilter) {\n    candidates(first: $first, after: $after, search: $search, filter: $filter) {\n      __typename\n      ... on CandidateConnection {\n        nodes {\n          directoryId\n          displayName\n          email\n          userPrincipalName\n          jobTitle\n          department\n          kind\n          importable\n          obstacle\n          user {\n            id\n            status\n            disabledBy\n            disabledAt\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        matching\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').CandidatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportUsers($input: ImportUsersInput!) {\n    importUsers(input: $input) {\n      __typename\n      ... on UsersImported {\n        results {\n          directoryId\n          outcome\n          displayName\n          message\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').ImportUsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncSettings {\n    syncSettings {\n      enabled\n      groups {\n        id\n        displayName\n        people\n        readAt\n        missingSince\n      }\n      disableLeavers\n      includeNested\n      includeGuests\n      version\n    }\n  }\n"): typeof import('./graphql.js').SyncSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DirectoryGroups($first: Int!, $after: String, $search: String) {\n    directoryGroups(first: $first, after: $after, search: $search) {\n      __typename\n      ... on DirectoryGroupConnection {\n        nodes {\n          id\n          displayName\n          description\n          kind\n          dynamic\n          memberCount\n          choosable\n          obstacle\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').DirectoryGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncPreview($choice: SyncChoiceInput) {\n    syncPreview(choice: $choice) {\n      __typename\n      ... on SyncPreview {\n        token\n        disable {\n          count\n          people {\n            directoryId\n            displayName\n            reason\n          }\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').SyncPreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnableAutomaticImport($input: EnableAutomaticImportInput!) {\n    enableAutomaticImport(input: $input) {\n      __typename\n      ... on SyncSettingsChanged {\n        settings {\n          version\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').EnableAutomaticImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSyncSettings($input: UpdateSyncSettingsInput!) {\n    updateSyncSettings(input: $input) {\n      __typename\n      ... on SyncSettingsChanged {\n        settings {\n          version\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').UpdateSyncSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableAutomaticImport {\n    disableAutomaticImport {\n      __typename\n      ... on SyncSettingsChanged {\n        settings {\n          version\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').DisableAutomaticImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Hold($first: Int!) {\n    hold {\n      id\n      version\n      message\n      toDisable\n      toAdd\n      approvedBy\n      people(first: $first) {\n        nodes {\n          directoryId\n          displayName\n          action\n          reasonText\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').HoldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveHold($version: Int!) {\n    approveHold(version: $version) {\n      __typename\n      ... on HoldApproved {\n        run {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').ApproveHoldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RejectHold($version: Int!) {\n    rejectHold(version: $version) {\n      __typename\n      ... on HoldRejected {\n        people\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').RejectHoldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartRun {\n    startRun {\n      __typename\n      ... on RunStarted {\n        run {\n          id\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').StartRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account {\n    account {\n      id\n      name\n      tenantId\n      helpContact\n      receivers {\n        emails\n        webhook\n      }\n      mailAvailable\n      signInLink\n      createdAt\n    }\n  }\n"): typeof import('./graphql.js').AccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAccountSettings($input: UpdateAccountSettingsInput!) {\n    updateAccountSettings(input: $input) {\n      __typename\n      ... on AccountSettingsUpdated {\n        account {\n          id\n          helpContact\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').UpdateAccountSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Users($first: Int!, $after: String, $search: String, $filter: UserFilter, $orderBy: UserOrder!) {\n    users(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        id\n        displayName\n        email\n        userPrincipalName\n        role\n        status\n        disabledBy\n        disabledAt\n        disabledReason\n        origin\n        directoryState\n        lastSignInAt\n        groups {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').UsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUserRole($input: SetUserRoleInput!) {\n    setUserRole(input: $input) {\n      __typename\n      ... on UserRoleSet {\n        user {\n          id\n          role\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').SetUserRoleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenAccount($invite: String) {\n    openAccount(invite: $invite) {\n      __typename\n      ... on AccountOpened {\n        viewer {\n          account {\n            name\n          }\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').OpenAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      user {\n        id\n        displayName\n        email\n        userPrincipalName\n        role\n        origin\n        createdAt\n        lastSignInAt\n        groups {\n          id\n          displayName\n        }\n      }\n      account {\n        name\n        tenantId\n        helpContact\n      }\n      admins {\n        displayName\n        email\n      }\n    }\n  }\n"): typeof import('./graphql.js').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SyncStatus {\n    syncStatus {\n      enabled\n      health {\n        state\n        message\n        nextStep\n      }\n      currentRun {\n        id\n        trigger\n        status\n        startedAt\n        progress {\n          stage\n          done\n          total\n          waitingUntil\n        }\n      }\n      lastRun {\n        id\n        trigger\n        status\n        startedAt\n        finishedAt\n        reason\n        counts {\n          added\n          reenabled\n          updated\n          disabled\n          skipped\n          failed\n          held\n        }\n      }\n      nextRunAt\n      intervalSeconds\n    }\n  }\n"): typeof import('./graphql.js').SyncStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TenantConnection {\n    tenantConnection {\n      state\n      tenantId\n      tenantName\n      permissions {\n        name\n        purpose\n      }\n      checkedAt\n      grantedAt\n      consentUrl\n    }\n  }\n"): typeof import('./graphql.js').TenantConnectionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CheckConsent {\n    checkConsent {\n      __typename\n      ... on ConsentChecked {\n        connection {\n          state\n          checkedAt\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').CheckConsentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUserStatus($input: SetUserStatusInput!) {\n    setUserStatus(input: $input) {\n      __typename\n      ... on UserStatusesSet {\n        results {\n          userId\n          changed\n          message\n        }\n      }\n      ... on Problem {\n        code\n        message\n        retryAt\n      }\n    }\n  }\n"): typeof import('./graphql.js').SetUserStatusDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
