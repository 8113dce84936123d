import { graphql } from "../../graphql/generated/index.js";

export const AccountDocument = graphql(`
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
`);

export const UpdateAccountSettingsDocument = graphql(`
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
`);

export const AdminsDocument = graphql(`
  query Admins {
    users(first: 100, filter: { role: ADMIN }, orderBy: NAME_ASC) {
      nodes {
        id
        displayName
        email
        status
      }
    }
  }
`);

export const FindUserDocument = graphql(`
  query FindUser($search: String) {
    users(first: 10, search: $search, filter: { role: EMPLOYEE, status: ACTIVE }, orderBy: NAME_ASC) {
      nodes {
        id
        displayName
        email
        userPrincipalName
      }
    }
  }
`);

export const FindGroupDocument = graphql(`
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
`);

export const RulesDocument = graphql(`
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
`);

export const SetGoneRuleDocument = graphql(`
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
`);

export const GonePeopleDocument = graphql(`
  query GonePeople {
    users(first: 1, filter: { directoryStates: [BLOCKED, DELETED], managedBy: ADMIN, status: ACTIVE }) {
      totalCount
    }
  }
`);

export const RulePreviewDocument = graphql(`
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
`);

export const AuditTrailDocument = graphql(`
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
`);

export const ConsentEventDocument = graphql(`
  query ConsentEvent {
    auditEvents(first: 1, kinds: [CONSENT_CHANGED, ACCOUNT_OPENED]) {
      nodes {
        by {
          name
        }
      }
    }
  }
`);
