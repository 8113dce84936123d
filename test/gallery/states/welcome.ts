import { plainWords, say } from "../../../server/core/sentences.js";
import { OpenAccountDocument } from "../../../teams-app/src/features/welcome/operations.js";
import { ViewerDocument } from "../../../teams-app/src/graphql/operations.js";
import type { Refusal } from "../../../teams-app/src/graphql/refusal.js";
import { problem } from "../builders.js";
import { TENANT_ID } from "../people.js";
import * as by from "../ways.js";
import { answer, broken, refused, signedOut, type Kind, type State } from "../state.js";

type Rest = Omit<State, "name" | "path" | "answers"> & Partial<Pick<State, "answers">>;
const state = (name: Kind | `${Kind}-${string}`, rest: Rest): State => ({
  name: `welcome/${name}`,
  path: "/",
  answers: [],
  ...rest,
});

const turnedAway = (reason: Refusal["reason"], more: Partial<Refusal> = {}) =>
  answer(
    ViewerDocument,
    refused({
      reason,
      signedInAs: "Lee Gu",
      userName: "lee.gu@contoso.example",
      tenantId: TENANT_ID,
      organisation: reason === "NO_ACCOUNT" ? null : "Contoso",
      helpContact: reason === "NO_ACCOUNT" ? null : "it-help@contoso.example",
      mayOpenAccount: false,
      ...more,
    }),
  );

const mayOpen = turnedAway("NO_ACCOUNT", { mayOpenAccount: true });
const opening = "Open an account for your organisation";

export const WELCOME: readonly State[] = [
  state("loading", {
    when: "who is asking is not known yet",
    way: [by.SLOW, by.RELOAD],
    heading: null,
    says: [],
    start: "starting",
  }),
  state("signed-out", {
    when: "nobody is signed in",
    way: [by.ON, by.SIGN_OUT],
    heading: "Sign in to Rollcall",
    says: ["Use your work account."],
    start: "sign-in",
  }),
  state("signed-out-failed", {
    when: "Microsoft refused the sign-in",
    way: [by.ON, by.SIGN_OUT, by.fault("sign-in-refused"), by.SIGN_IN],
    heading: "Sign in to Rollcall",
    says: ["Signing in did not work.", "the account is locked"],
    start: "sign-in-failed",
  }),
  state("not-allowed-unassigned", {
    when: "the organisation lets only people in who are assigned, and this one is not",
    way: [by.ON, by.SIGN_OUT, by.fault("sign-in-unassigned"), by.SIGN_IN],
    heading: "Sign in to Rollcall",
    says: ["who are assigned to Rollcall in Microsoft Entra", "AADSTS50105"],
    start: "sign-in-not-assigned",
  }),
  state("signed-out-ended", {
    when: "the sign-in has ended",
    way: [
      by.ON,
      by.words("On the control page, block Adele Vance."),
      by.act("withdraw-key"),
      by.words(
        "In a private window, sign in as somebody else: Rollcall learns of it. Then open another screen in the first window.",
      ),
    ],
    heading: "Sign in again",
    says: ["Your sign-in has ended. Sign in again to go on."],
    start: "browser",
    answers: [answer(ViewerDocument, signedOut)],
  }),
  state("outside-teams-no-token", {
    when: "Teams gives no sign-in, as in a tenant that has not approved Rollcall",
    way: [by.teams("token", "refused")],
    heading: "Teams did not sign you in here",
    says: ["Teams says: consent_required", "an administrator of your directory can do it now"],
    start: "no-token",
  }),
  state("outside-teams-popup-over", {
    when: "Teams leaves the window of an approval open",
    way: [{ address: "/popup-end" }],
    heading: "You can close this window",
    says: ["Rollcall asks Microsoft itself what was approved."],
    start: "popup-over",
  }),
  state("outside-teams", {
    when: "a page that is not Teams shows the tab",
    way: [by.teams("app", "stranger")],
    heading: "Open Rollcall in a window of its own",
    says: ["did not answer as Microsoft Teams, Outlook or Microsoft 365 would"],
    start: "unknown-frame",
  }),
  state("offline", {
    when: "the server cannot be reached at the start",
    way: [by.NO_CONFIG, by.RELOAD],
    heading: "Rollcall could not start",
    says: ["Check your connection, then try again."],
    start: "no-server",
  }),
  state("failed", {
    when: "the server failed at the first question",
    way: [by.NO_ANSWERS, by.RELOAD, by.BROKEN, by.TRY_AGAIN],
    heading: "Rollcall could not start",
    says: ["Something went wrong on our side.", "Reference: 5f0c41d2"],
    answers: [answer(ViewerDocument, broken("5f0c41d2"))],
  }),
  state("not-allowed", {
    when: "somebody is not imported",
    way: [by.ON, by.as("megan")],
    heading: "You are not among Rollcall's users yet",
    says: ["Lee Gu", "Ask for help: it-help@contoso.example"],
    answers: [turnedAway("NOT_IMPORTED")],
  }),
  state("not-allowed-disabled", {
    when: "somebody's user is disabled",
    way: [by.ON, by.DISABLE_ALEX, by.as("alex")],
    heading: "Your user here is disabled",
    says: ["it is switched off", "Ask for help: it-help@contoso.example"],
    answers: [turnedAway("DISABLED")],
  }),
  state("wrong-tenant", {
    when: "the organisation has no account, and the person may not open one",
    way: [by.as("priya")],
    heading: "Your organisation does not use Rollcall yet",
    says: ["If you meant another organisation, use another account."],
    start: "browser",
    answers: [turnedAway("NO_ACCOUNT")],
  }),
  state("not-consented", {
    when: "a directory admin comes for the first time",
    way: [by.as("nestor"), by.IN_TEAMS],
    heading: opening,
    says: ["Both are read-only.", "User.Read.All", "GroupMember.Read.All"],
    answers: [mayOpen],
  }),
  state("not-consented-browser", {
    when: "a directory admin comes for the first time, in a browser",
    way: [by.as("nestor")],
    heading: opening,
    says: ["Both are read-only.", "Use another account"],
    silent: ["Open in browser"],
    start: "browser",
    answers: [mayOpen],
  }),
  state("consent-pending", {
    when: "Microsoft's page is open in the other window",
    way: [by.as("nestor"), by.IN_TEAMS],
    heading: opening,
    says: ["Approved in the other window?"],
    answers: [mayOpen],
    steps: [{ click: ["button", "Review permissions (opens in a new window)"] }],
  }),
  state("popup-blocked", {
    when: "the browser blocked Microsoft's page",
    way: [by.as("nestor"), by.NO_POPUPS],
    heading: opening,
    says: ["The new window was blocked. Use “Open in browser”, or copy the link."],
    answers: [mayOpen],
    popups: "blocked",
    steps: [{ click: ["button", "Review permissions (opens in a new window)"] }],
  }),
  state("denied", {
    when: "the permissions were not approved",
    way: [by.as("nestor")],
    heading: opening,
    says: ["Microsoft does not let Rollcall read this directory.", "After an approval it can take a minute"],
    // There are none before an account is opened
    silent: ["Go to Settings"],
    answers: [mayOpen, answer(OpenAccountDocument, { data: { openAccount: problem("CONSENT_MISSING") } })],
    steps: [{ click: ["button", "Open the account"] }],
  }),
  state("not-allowed-invitation", {
    when: "only the operator opens accounts",
    way: [by.words("Start the trial with `SELF_SIGNUP=no npm start`."), by.as("nestor")],
    heading: opening,
    says: [plainWords("SELF_SIGNUP_OFF")],
    answers: [
      mayOpen,
      answer(OpenAccountDocument, {
        data: { openAccount: problem("NOT_ALLOWED", null, say("SELF_SIGNUP_OFF")) },
      }),
    ],
    steps: [{ click: ["button", "Open the account"] }],
  }),
];
