import { graphql } from "../../graphql/generated/index.js";

export const CandidatesDocument = graphql(`
  query Candidates($first: Int!, $after: String, $search: String, $filter: CandidateFilter) {
    candidates(first: $first, after: $after, search: $search, filter: $filter) {
      __typename
      ... on CandidateConnection {
        nodes {
          directoryId
          displayName
          email
          userPrincipalName
          jobTitle
          department
          kind
          importable
          obstacle
          user {
            id
            status
            disabledBy
            disabledAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        matching
      }
      ... on Problem {
        code
        message
        retryAt
      }
    }
  }
`);

export const ImportUsersDocument = graphql(`
  mutation ImportUsers($input: ImportUsersInput!) {
    importUsers(input: $input) {
      __typename
      ... on UsersImported {
        results {
          directoryId
          outcome
          displayName
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
