import { graphql } from "../../graphql/generated/index.js";

export const UsersDocument = graphql(`
  query Users($first: Int!, $after: String, $search: String, $filter: UserFilter, $orderBy: UserOrder!) {
    users(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        displayName
        email
        userPrincipalName
        directoryId
        sharesEmail
        managedBy
        role
        status
        disabledBy
        disabledAt
        disabledBecause
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

export const SetManagedByDocument = graphql(`
  mutation SetManagedBy($input: SetManagedByInput!) {
    setManagedBy(input: $input) {
      __typename
      ... on ManagedBySet {
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

export const LinkUsersDocument = graphql(`
  mutation LinkUsers($input: LinkUsersInput!) {
    linkUsers(input: $input) {
      __typename
      ... on UserLinked {
        user {
          id
          displayName
        }
      }
      ...ProblemParts
    }
  }
`);
