import { graphql } from "./generated/index.js";

/** Operations that more than one feature needs; the others lie in their feature's own operations.ts. */
export const ViewerDocument = graphql(`
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
`);

export const SyncStatusDocument = graphql(`
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
`);

export const TenantConnectionDocument = graphql(`
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
`);

export const CheckConsentDocument = graphql(`
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
`);

export const SetUserStatusDocument = graphql(`
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
`);

export const SetUserRoleDocument = graphql(`
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
`);

export const FollowRunDocument = graphql(`
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
`);

export const StopImportDocument = graphql(`
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
`);
