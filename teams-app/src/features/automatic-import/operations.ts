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
        health {
          code
          message
          since
        }
      }
      excludedGroups {
        id
        displayName
        health {
          code
          message
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
        alreadyHere
        byHand
        incomplete
        wouldHold
        add {
          count
          people {
            directoryId
            displayName
            reason
          }
        }
        reenable {
          count
          people {
            directoryId
            displayName
            reason
          }
        }
        update {
          count
          people {
            directoryId
            displayName
            reason
          }
        }
        disable {
          count
          people {
            directoryId
            displayName
            reason
          }
        }
        skip {
          count
          people {
            directoryId
            displayName
            reason
          }
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

/** Apart from the settings, because it looks at every user. */
export const ByHandDocument = graphql(`
  query ByHand {
    syncSettings {
      byHand
    }
  }
`);

export const HandOverDocument = graphql(`
  mutation HandOver($input: SetManagedByInput!) {
    setManagedBy(input: $input) {
      __typename
      ... on ManagedBySet {
        changed
      }
      ... on Problem {
        code
        message
        retryAt
      }
    }
  }
`);

export const RecentRunsDocument = graphql(`
  query RecentRuns {
    syncStatus {
      recentRuns {
        id
        status
        startedAt
        finishedAt
        reason
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
`);
