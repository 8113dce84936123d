import { graphql } from "../../graphql/generated/index.js";

export const RunsDocument = graphql(`
  query Runs($first: Int!, $after: String, $filter: RunFilter) {
    runs(first: $first, after: $after, filter: $filter) {
      nodes {
        id
        trigger
        status
        startedAt
        finishedAt
        startedBy
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const RunDocument = graphql(`
  query Run($id: ID!) {
    run(id: $id) {
      id
      trigger
      status
      startedAt
      finishedAt
      startedBy
      reasons {
        ...Words
      }
      undoneBy
      stopAskedBy
      counts {
        added
        reenabled
        updated
        disabled
        skipped
        failed
        held
      }
      progress {
        stage
        done
        total
        waitingUntil
      }
      usage {
        requests
        waits
        waitedMs
        requestIds
      }
    }
  }
`);

export const RunChangesDocument = graphql(`
  query RunChanges($id: ID!, $first: Int!, $after: String, $actions: [ChangeAction!]) {
    run(id: $id) {
      changes(first: $first, after: $after, actions: $actions) {
        nodes {
          id
          directoryId
          displayName
          action
          reason
          reasonText
          outcome
          because
          message
          at
          fields {
            name
            before
            after
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const UndoPreviewDocument = graphql(`
  query UndoPreview($id: ID!) {
    run(id: $id) {
      undoPreview {
        obstacleSentence {
          ...Words
        }
        disable {
          ...PeopleWhy
        }
        enable {
          ...PeopleWhy
        }
        leave {
          ...PeopleWhy
        }
      }
    }
  }
`);

export const UndoRunDocument = graphql(`
  mutation UndoRun($runId: ID!) {
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
