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
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      ...ProblemParts
    }
  }
`);

export const SyncPreviewDocument = graphql(`
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
      ...ProblemParts
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
      ...ProblemParts
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
      ...ProblemParts
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
      ...ProblemParts
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
      ...ProblemParts
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
`);
