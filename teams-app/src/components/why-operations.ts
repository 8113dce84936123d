import { graphql } from "../graphql/generated/index.js";

export const WhyPersonDocument = graphql(`
  query WhyPerson($directoryId: ID, $userId: ID) {
    whyPerson(directoryId: $directoryId, userId: $userId) {
      __typename
      ... on Why {
        standing
        message
        rule
        ruleText
        next
        nextText
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
          disabledReason
          disabledAt
        }
        changes {
          id
          at
          action
          outcome
          reason
          reasonText
          message
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

export const FindPersonDocument = graphql(`
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
      ... on Problem {
        code
        message
        retryAt
      }
    }
  }
`);

export const RefreshPersonDocument = graphql(`
  mutation RefreshPerson($directoryId: ID!) {
    refreshPerson(directoryId: $directoryId) {
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

export const PersonRunDocument = graphql(`
  query PersonRun($id: ID!) {
    run(id: $id) {
      id
      status
      reason
      progress {
        waitingUntil
      }
      changes(first: 5) {
        nodes {
          id
          action
          outcome
          reasonText
          message
        }
      }
    }
  }
`);

export const ExcludePeopleDocument = graphql(`
  mutation ExcludePeople($input: ExcludePeopleInput!) {
    excludePeople(input: $input) {
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
