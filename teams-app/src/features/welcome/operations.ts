import { graphql } from "../../graphql/generated/index.js";

export const OpenAccountDocument = graphql(`
  mutation OpenAccount {
    openAccount {
      __typename
      ... on AccountOpened {
        viewer {
          account {
            name
          }
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
