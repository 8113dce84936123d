import { graphql } from "../graphql/generated/index.js";

export const ConflictsDocument = graphql(`
  query Conflicts($first: Int!, $after: String) {
    conflicts(first: $first, after: $after) {
      nodes {
        directoryId
        displayName
        email
        since
        sentence {
          ...Words
        }
        users {
          id
          displayName
          email
          createdAt
          lastSignInAt
          status
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const ResolveConflictDocument = graphql(`
  mutation ResolveConflict($input: ResolveConflictInput!) {
    resolveConflict(input: $input) {
      __typename
      ... on ConflictResolved {
        user {
          id
        }
      }
      ...ProblemParts
    }
  }
`);
