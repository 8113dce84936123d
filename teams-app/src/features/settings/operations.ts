import { graphql } from "../../graphql/generated/index.js";

export const AccountDocument = graphql(`
  query Account {
    account {
      id
      name
      tenantId
      helpContact
      signInLink
      createdAt
    }
  }
`);

export const UpdateAccountSettingsDocument = graphql(`
  mutation UpdateAccountSettings($input: UpdateAccountSettingsInput!) {
    updateAccountSettings(input: $input) {
      __typename
      ... on AccountSettingsUpdated {
        account {
          id
          helpContact
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
