import { graphql } from "../../graphql/generated/index.js";

export const SyncSettingsDocument = graphql(`
  query SyncSettings {
    syncSettings {
      enabled
      groups {
        id
        displayName
        people
        readAt
        missingSince
      }
      disableLeavers
      includeNested
      includeGuests
      version
    }
  }
`);

export const DirectoryGroupsDocument = graphql(`
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
          obstacle
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      ... on Problem {
        code
        message
        retryAt
      }
    }
  }
`);

export const SyncPreviewDocument = graphql(`
  query SyncPreview($choice: SyncChoiceInput) {
    syncPreview(choice: $choice) {
      __typename
      ... on SyncPreview {
        token
        disable {
          count
          people {
            directoryId
            displayName
            reason
          }
        }
      }
      ... on Problem {
        code
        message
        retryAt
      }
    }
  }
`);

export const EnableAutomaticImportDocument = graphql(`
  mutation EnableAutomaticImport($input: EnableAutomaticImportInput!) {
    enableAutomaticImport(input: $input) {
      __typename
      ... on SyncSettingsChanged {
        settings {
          version
        }
      }
      ... on Problem {
        code
        message
        retryAt
      }
    }
  }
`);

export const UpdateSyncSettingsDocument = graphql(`
  mutation UpdateSyncSettings($input: UpdateSyncSettingsInput!) {
    updateSyncSettings(input: $input) {
      __typename
      ... on SyncSettingsChanged {
        settings {
          version
        }
      }
      ... on Problem {
        code
        message
        retryAt
      }
    }
  }
`);

export const DisableAutomaticImportDocument = graphql(`
  mutation DisableAutomaticImport {
    disableAutomaticImport {
      __typename
      ... on SyncSettingsChanged {
        settings {
          version
        }
      }
      ... on Problem {
        code
        message
        retryAt
      }
    }
  }
`);

export const HoldDocument = graphql(`
  query Hold($first: Int!) {
    hold {
      id
      version
      message
      toDisable
      toAdd
      approvedBy
      people(first: $first) {
        nodes {
          directoryId
          displayName
          action
          reasonText
        }
      }
    }
  }
`);

export const ApproveHoldDocument = graphql(`
  mutation ApproveHold($version: Int!) {
    approveHold(version: $version) {
      __typename
      ... on HoldApproved {
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
`);

export const RejectHoldDocument = graphql(`
  mutation RejectHold($version: Int!) {
    rejectHold(version: $version) {
      __typename
      ... on HoldRejected {
        people
      }
      ... on Problem {
        code
        message
        retryAt
      }
    }
  }
`);

export const StartRunDocument = graphql(`
  mutation StartRun {
    startRun {
      __typename
      ... on RunStarted {
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
`);
