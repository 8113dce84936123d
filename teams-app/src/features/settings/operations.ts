import { graphql } from "../../graphql/generated/index.js";

export const AccountDocument = graphql(`
  query Account {
    account {
      id
      name
      tenantId
      helpContact
      receivers {
        emails
        webhook
      }
      mailAvailable
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
