import { graphql } from "../../graphql/generated/index.js";

export const HoldDocument = graphql(`
  query Hold {
    hold {
      id
      version
      sentences {
        ...Words
      }
      toDisable
      toAdd
      openedAt
      approvedBy
      groups {
        group {
          id
          displayName
        }
        toDisable
        toAdd
      }
    }
  }
`);

export const HeldPeopleDocument = graphql(`
  query HeldPeople($first: Int!, $after: String, $groupId: ID) {
    hold {
      id
      version
      people(first: $first, after: $after, groupId: $groupId) {
        nodes {
          directoryId
          displayName
          action
          reason
          reasonText
          groups {
            id
            displayName
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

export const ApproveHoldDocument = graphql(`
  mutation ApproveHold($version: Int!) {
    approveHold(version: $version) {
      __typename
      ... on HoldApproved {
        run {
          id
        }
      }
      ...ProblemParts
    }
  }
`);

export const RejectHoldDocument = graphql(`
  mutation RejectHold($version: Int!) {
    rejectHold(version: $version) {
      __typename
      ... on HoldRejected {
        people
      }
      ...ProblemParts
    }
  }
`);
