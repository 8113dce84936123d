import { graphql } from "../../graphql/generated/index.js";

export const OpenAccountDocument = graphql(`
  mutation OpenAccount($invite: String) {
    openAccount(invite: $invite) {
      __typename
      ... on AccountOpened {
        viewer {
          account {
            name
          }
        }
      }
      ...ProblemParts
    }
  }
`);
