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
      ...ProblemParts
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
      ...ProblemParts
    }
  }
`);

export const PersonRunDocument = graphql(`
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
      ...ProblemParts
    }
  }
`);
