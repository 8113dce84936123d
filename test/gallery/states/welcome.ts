import { plainWords, say } from "../../../server/core/sentences.js";
import { OpenAccountDocument } from "../../../teams-app/src/features/welcome/operations.js";
import { ViewerDocument } from "../../../teams-app/src/graphql/operations.js";
import type { Refusal } from "../../../teams-app/src/graphql/refusal.js";
import { problem } from "../builders.js";
import { TENANT_ID } from "../people.js";
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
  state("loading", { when: "who is asking is not known yet", heading: null, says: [], start: "starting" }),
  state("signed-out", {
    when: "nobody is signed in",
    heading: "Sign in to Rollcall",
    says: ["Use your work account."],
    start: "sign-in",
  }),
  state("signed-out-failed", {
    when: "Microsoft refused the sign-in",
    heading: "Sign in to Rollcall",
    says: ["Signing in did not work.", "the account is locked"],
    start: "sign-in-failed",
  }),
  state("not-allowed-unassigned", {
    when: "the organisation lets only people in who are assigned, and this one is not",
    heading: "Sign in to Rollcall",
    says: ["who are assigned to Rollcall in Microsoft Entra", "AADSTS50105"],
    start: "sign-in-not-assigned",
  }),
  state("signed-out-ended", {
    when: "the sign-in has ended",
    heading: "Sign in again",
    says: ["Your sign-in has ended. Sign in again to go on."],
    start: "browser",
    answers: [answer(ViewerDocument, signedOut)],
  }),
  state("outside-teams-no-token", {
    when: "Teams gives no sign-in, as in a tenant that has not approved Rollcall",
    heading: "Teams did not sign you in here",
    says: ["Teams says: consent_required", "an administrator of your directory can do it now"],
    start: "no-token",
  }),
  state("outside-teams-popup-over", {
    when: "Teams leaves the window of an approval open",
    heading: "You can close this window",
    says: ["Rollcall asks Microsoft itself what was approved."],
    start: "popup-over",
  }),
  state("outside-teams", {
    when: "a page that is not Teams shows the tab",
    heading: "Open Rollcall in a window of its own",
    says: ["did not answer as Microsoft Teams, Outlook or Microsoft 365 would"],
    start: "unknown-frame",
  }),
  state("offline", {
    when: "the server cannot be reached at the start",
    heading: "Rollcall could not start",
    says: ["Check your connection, then try again."],
    start: "no-server",
  }),
  state("failed", {
    when: "the server failed at the first question",
    heading: "Rollcall could not start",
    says: ["Something went wrong on our side.", "Reference: 5f0c41d2"],
    answers: [answer(ViewerDocument, broken("5f0c41d2"))],
  }),
  state("not-allowed", {
    when: "somebody is not imported",
    heading: "You are not among Rollcall's users yet",
    says: ["Lee Gu", "Ask for help: it-help@contoso.example"],
    answers: [turnedAway("NOT_IMPORTED")],
  }),
  state("not-allowed-disabled", {
    when: "somebody's user is disabled",
    heading: "Your user here is disabled",
    says: ["it is switched off", "Ask for help: it-help@contoso.example"],
    answers: [turnedAway("DISABLED")],
  }),
  state("wrong-tenant", {
    when: "the organisation has no account, and the person may not open one",
    heading: "Your organisation does not use Rollcall yet",
    says: ["If you meant another organisation, use another account."],
    start: "browser",
    answers: [turnedAway("NO_ACCOUNT")],
  }),
  state("not-consented", {
    when: "a directory admin comes for the first time",
    heading: opening,
    says: ["Both are read-only.", "User.Read.All", "GroupMember.Read.All"],
    answers: [mayOpen],
  }),
  state("not-consented-browser", {
    when: "a directory admin comes for the first time, in a browser",
    heading: opening,
    says: ["Both are read-only.", "Use another account"],
    silent: ["Open in browser"],
    start: "browser",
    answers: [mayOpen],
  }),
  state("consent-pending", {
    when: "Microsoft's page is open in the other window",
    heading: opening,
    says: ["Approved in the other window?"],
    answers: [mayOpen],
    steps: [{ click: ["button", "Review permissions (opens in a new window)"] }],
  }),
  state("popup-blocked", {
    when: "the browser blocked Microsoft's page",
    heading: opening,
    says: ["The new window was blocked. Use “Open in browser”, or copy the link."],
    answers: [mayOpen],
    popups: "blocked",
    steps: [{ click: ["button", "Review permissions (opens in a new window)"] }],
  }),
  state("denied", {
    when: "the permissions were not approved",
    heading: opening,
    says: ["Microsoft does not let Rollcall read this directory.", "After an approval it can take a minute"],
    answers: [mayOpen, answer(OpenAccountDocument, { data: { openAccount: problem("CONSENT_MISSING") } })],
    steps: [{ click: ["button", "Open the account"] }],
  }),
  state("not-allowed-invitation", {
    when: "only the operator opens accounts",
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
