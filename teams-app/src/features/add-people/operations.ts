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
      ...ProblemParts
    }
  }
`);

export const ImportUsersDocument = graphql(`
  mutation ImportUsers($input: ImportUsersInput!) {
    importUsers(input: $input) {
      __typename
      ... on UsersImported {
        run {
          id
        }
        results {
          directoryId
          outcome
          displayName
          because
          message
        }
      }
      ...ProblemParts
    }
  }
`);

export const ImportMatchingDocument = graphql(`
  mutation ImportMatching($input: ImportMatchingUsersInput!) {
    importMatchingUsers(input: $input) {
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

export const ImportedDocument = graphql(`
  query Imported($runId: ID!, $after: String) {
    run(id: $runId) {
      changes(actions: [CREATE], first: 200, after: $after) {
        nodes {
          directoryId
          displayName
          outcome
          because
          message
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const UndoImportDocument = graphql(`
  mutation UndoImport($runId: ID!) {
    undoRun(runId: $runId) {
      __typename
      ... on RunUndone {
        run {
          id
        }
      }
      ...ProblemParts
    }
  }
`);
