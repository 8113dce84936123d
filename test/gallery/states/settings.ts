import { plainWords, say } from "../../../server/core/sentences.js";
import { AccountDocument, UpdateAccountSettingsDocument } from "../../../teams-app/src/features/settings/operations.js";
import {
  CheckConsentDocument,
  SetUserRoleDocument,
  TenantConnectionDocument,
} from "../../../teams-app/src/graphql/operations.js";
import { account, connection, problem } from "../builders.js";
import { minutesAgo, NOW } from "../moment.js";
import * as by from "../ways.js";
import { answer, broken, type Kind, type State } from "../state.js";
import { UNKNOWN_TENANT, WITHDRAWN } from "./health.js";

const { id, helpContact, receivers, shownEmail, settingsVersion } = account().account;
const SAVED = { id, helpContact, receivers, shownEmail, settingsVersion };

type Rest = Omit<State, "name" | "path" | "heading"> & Partial<Pick<State, "heading">>;
const state = (name: Kind | `${Kind}-${string}`, rest: Rest): State => ({
  name: `settings/${name}`,
  path: "/settings",
  heading: "Settings",
  ...rest,
});

const review = "Review permissions (opens in a new window)";
const MISSING = connection({ state: "MISSING", grantedAt: null, checkedAt: NOW.toISOString() });
const checked = answer(CheckConsentDocument, {
  data: {
    checkConsent: { __typename: "ConsentChecked", connection: { state: "MISSING", checkedAt: NOW.toISOString() } },
  },
});

export const SETTINGS: readonly State[] = [
  state("ready", {
    when: "all is well",
    way: [by.ON],
    says: ["Connected", "Checked 13:01"],
    answers: [answer(AccountDocument, { data: account() })],
  }),
  state("ready-norwegian", {
    when: "a reader of Norwegian opens it",
    way: [by.ON, by.IN_NORWEGIAN],
    heading: "Innstillinger",
    says: ["Tilkoblet"],
    answers: [],
    locale: "nb-NO",
  }),
  state("outside-teams", {
    when: "it is open in a browser, where Microsoft's page comes in the same window",
    way: [by.ON],
    says: ["Review permissions"],
    silent: ["Open in browser"],
    answers: [],
    start: "browser",
  }),
  state("loading", {
    when: "the settings are on their way",
    way: [by.ON, by.SLOW],
    says: [],
    answers: [answer(AccountDocument, "never"), answer(TenantConnectionDocument, "never")],
  }),
  state("failed", {
    when: "the server failed",
    way: [by.ON, by.BROKEN],
    says: ["Something went wrong on our side.", "Reference: 5f0c41d"],
    answers: [answer(AccountDocument, broken("5f0c41d2")), answer(TenantConnectionDocument, broken("5f0c41d3"))],
  }),
  state("offline", {
    when: "the connection is gone",
    way: [by.ON, by.OFFLINE],
    says: ["Rollcall could not be reached. Check your connection"],
    answers: [answer(AccountDocument, "offline"), answer(TenantConnectionDocument, "offline")],
  }),
  state("empty", {
    when: "nobody is told of anything",
    way: [by.NEW],
    says: ["Nobody will be told when something needs a person."],
    answers: [
      answer(AccountDocument, { data: account({ helpContact: null, receivers: { emails: [], webhook: null } }) }),
    ],
  }),
  state("success", {
    when: "the receivers were saved",
    way: [by.ON],
    says: ["The receivers are saved."],
    answers: [
      answer(UpdateAccountSettingsDocument, {
        data: {
          updateAccountSettings: {
            __typename: "AccountSettingsUpdated",
            account: SAVED,
          },
        },
      }),
    ],
    steps: [{ click: ["button", "Save receivers"] }],
  }),
  state("failed-input", {
    when: "the webhook cannot be right",
    way: [by.ON],
    says: [plainWords("WEBHOOK_NOT_HTTPS")],
    answers: [
      answer(UpdateAccountSettingsDocument, {
        data: { updateAccountSettings: problem("INVALID_INPUT", null, say("WEBHOOK_NOT_HTTPS")) },
      }),
    ],
    steps: [{ type: ["textbox", "Webhook", "http://hooks.contoso.example/"] }, { click: ["button", "Save receivers"] }],
  }),
  state("not-allowed", {
    when: "the last admin would be removed",
    way: [by.ON],
    says: [plainWords("LAST_ADMIN")],
    answers: [answer(SetUserRoleDocument, { data: { setUserRole: problem("LAST_ADMIN") } })],
    steps: [{ click: ["button", "Remove Adele Vance as admin"] }, { confirm: "Remove admin" }],
  }),
  state("partial", {
    when: "mails are wanted where none can be sent",
    way: [
      by.ON,
      by.at(
        "settings",
        { type: ["textbox", "Mail addresses", "it@contoso.example"] },
        { type: ["textbox", "Webhook", "https://hooks.contoso.example/rollcall"] },
        { click: ["button", "Save receivers"] },
      ),
    ],
    says: ["This installation sends no mails. Only the webhook is told."],
    answers: [
      answer(AccountDocument, {
        data: account({
          mailAvailable: false,
          receivers: { emails: ["it@contoso.example"], webhook: "https://hooks.contoso.example/rollcall" },
        }),
      }),
    ],
  }),
  state("not-consented", {
    when: "nobody has approved the permissions",
    way: [by.ON, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["Permissions missing"],
    answers: [answer(TenantConnectionDocument, { data: MISSING })],
  }),
  state("consent-pending", {
    when: "Microsoft's page is open in the other window",
    way: [by.ON, by.IN_TEAMS, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["Waiting for the approval. This page notices it by itself."],
    answers: [answer(TenantConnectionDocument, { data: MISSING }), checked],
    steps: [{ click: ["button", review] }],
  }),
  state("popup-blocked", {
    when: "the browser blocked Microsoft's page",
    way: [by.ON, by.NO_POPUPS, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["The new window was blocked."],
    answers: [answer(TenantConnectionDocument, { data: MISSING })],
    popups: "blocked",
    steps: [{ click: ["button", review] }],
  }),
  state("denied", {
    when: "the permissions were not approved",
    way: [by.ON, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["Microsoft has not given the permissions yet."],
    answers: [answer(TenantConnectionDocument, { data: MISSING }), checked],
    steps: [{ click: ["button", "Check again"] }],
  }),
  state("consent-withdrawn", {
    when: "a permission was withdrawn later",
    way: by.WITHDRAWN_GROUPS,
    says: ["Permissions withdrawn", "GroupMember.Read.All is not approved there. Nobody was disabled."],
    answers: [
      answer(TenantConnectionDocument, { data: connection({ state: "LOST", checkedAt: minutesAgo(64) }) }),
      WITHDRAWN,
    ],
  }),
  state("wrong-tenant", {
    when: "Microsoft knows no such tenant",
    way: by.UNKNOWN_TENANT,
    says: ["Microsoft knows no directory with the tenant id of this account.", "Cannot be read"],
    silent: ["Connected Checked"],
    answers: [UNKNOWN_TENANT],
  }),
];
