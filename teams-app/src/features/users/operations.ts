import { graphql } from "../../graphql/generated/index.js";

export const UsersDocument = graphql(`
  query Users($first: Int!, $after: String, $search: String, $filter: UserFilter, $orderBy: UserOrder!) {
    users(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        displayName
        email
        userPrincipalName
        role
        status
        disabledBy
        disabledAt
        disabledReason
        origin
        directoryState
        lastSignInAt
        groups {
          id
          displayName
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
      ... on Problem {
        code
        message
        retryAt
      }
    }
  }
`);
