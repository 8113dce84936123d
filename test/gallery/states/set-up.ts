import {
  DirectoryGroupsDocument,
  SyncPreviewDocument,
  SyncSettingsDocument,
  UpdateSyncSettingsDocument,
} from "../../../teams-app/src/features/automatic-import/operations.js";
import { CheckConsentDocument, TenantConnectionDocument } from "../../../teams-app/src/graphql/operations.js";
import { GROUPS } from "../answers.js";
import { connection, problem } from "../builders.js";
import { inMinutes, NOW } from "../moment.js";
import { EVERYBODY } from "../people.js";
import { answer, type Kind, type State, type Step } from "../state.js";
import { directoryGroups, named, preview, syncSettings } from "../sync-builders.js";
import * as by from "../ways.js";
import { OFF } from "./health.js";

type Rest = Omit<State, "name" | "path" | "heading"> & Partial<Pick<State, "heading">>;
export const automatic = (name: Kind | `${Kind}-${string}`, rest: Rest): State => ({
  name: `automatic-import/${name}`,
  path: "/automatic-import",
  heading: "Automatic import",
  ...rest,
});

const review = "Review permissions (opens in a new window)";
export const off = [
  OFF,
  answer(SyncSettingsDocument, { data: syncSettings({ enabled: false, groups: [], version: 0 }) }),
];
const missing = answer(TenantConnectionDocument, {
  data: connection({ state: "MISSING", grantedAt: null, checkedAt: NOW.toISOString() }),
});
const stillMissing = answer(CheckConsentDocument, {
  data: {
    checkConsent: { __typename: "ConsentChecked", connection: { state: "MISSING", checkedAt: NOW.toISOString() } },
  },
});
const enable: Step = { click: ["button", "Enable"] };
const next: Step = { click: ["button", "Next"] };
const edit: Step = { click: ["button", "Edit"] };
export const eventful = preview({
  byHand: 5,
  add: named(EVERYBODY.slice(4, 7), "CHANGE_IN_CHOSEN_GROUP"),
  disable: named(EVERYBODY.slice(8, 10), "CHANGE_LEFT_GROUPS"),
  skip: named(EVERYBODY.slice(10, 12), "SKIP_BLOCKED_IN_DIRECTORY"),
});

/** Choosing groups, rules and the preview; also of a change, which goes the same way. */
export const SET_UP: readonly State[] = [
  automatic("ready-set-up", {
    when: "groups are being chosen",
    way: [by.NEW],
    says: ["No group is chosen yet.", "All employees"],
    answers: off,
    steps: [enable],
  }),
  automatic("ready-chosen", {
    when: "a group is chosen",
    way: [by.NEW],
    says: ["1 group chosen"],
    answers: off,
    steps: [enable, { click: ["checkbox", /^Sales/] }],
    stepsThere: [enable, { click: ["checkbox", /^Everyone/] }],
  }),
  automatic("loading-groups", {
    when: "the groups are on their way",
    way: [by.NEW, by.fault("slow")],
    says: ["No group is chosen yet."],
    silent: ["Your directory has no groups."],
    answers: [...off, answer(DirectoryGroupsDocument, "never")],
    steps: [enable],
  }),
  automatic("empty", {
    when: "no group matches the search",
    way: [by.OFF],
    says: ["No group matches."],
    answers: [
      ...off,
      answer(DirectoryGroupsDocument, { data: directoryGroups(GROUPS) }, { data: directoryGroups([]) }),
    ],
    steps: [enable, { type: ["searchbox", "Search groups", "Zebra"] }],
  }),
  automatic("failed-changed", {
    when: "something changed since the preview was made",
    way: [by.OFF, by.words("Go to the preview in two windows. Turn it on in one of them, and then in the other.")],
    says: ["Something has changed since this preview was made. Nothing was saved", "Will add 3 people"],
    answers: [
      answer(SyncPreviewDocument, { data: preview() }, { data: preview() }, { data: preview() }, { data: eventful }),
      answer(UpdateSyncSettingsDocument, { data: { updateSyncSettings: problem("PLAN_CHANGED") } }),
    ],
    steps: [edit, next, next, { click: ["button", "Save"] }],
    stepsThere: [],
  }),
  automatic("ready-rules", {
    when: "the rules are being set",
    way: [by.BY_HAND],
    says: ["Step 2 of 3: Rules", "The brake cannot be switched off.", "5 people in these groups are here by hand"],
    answers: [answer(SyncPreviewDocument, { data: eventful })],
    steps: [edit, next],
  }),
  automatic("ready-preview", {
    when: "what would happen is shown before it is saved",
    way: [by.ON, by.act("half-leave", { group: "Legal" })],
    says: ["Will add 3 people", "exactly these 2 disables", "52 members = 48 people + 1 device"],
    answers: [answer(SyncPreviewDocument, { data: eventful })],
    steps: [edit, next, next],
  }),
  automatic("loading-preview", {
    when: "the groups are read for the preview",
    way: [by.ON, by.fault("slow", { before: "Edit" })],
    says: ["Reading the groups."],
    answers: [answer(SyncPreviewDocument, "never")],
    steps: [edit, next, next],
  }),
  automatic("throttled-groups", {
    when: "Microsoft asked to slow down while groups are chosen",
    way: [by.OFF, by.fault("throttled-for-a-while")],
    says: ["Microsoft asked us to slow down.", "14:07"],
    answers: [
      ...off,
      answer(DirectoryGroupsDocument, { data: { directoryGroups: problem("THROTTLED", inMinutes(2)) } }),
    ],
    steps: [enable],
  }),
  automatic("not-consented", {
    when: "groups are to be chosen before the permissions are there",
    way: [by.OFF, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["Both are read-only."],
    answers: [...off, missing],
    steps: [enable],
  }),
  automatic("consent-pending", {
    when: "Microsoft's page is open in the other window",
    way: [by.OFF, by.IN_TEAMS, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["Waiting for the approval. This page notices it by itself."],
    answers: [...off, missing, stillMissing],
    steps: [enable, { click: ["button", review] }],
  }),
  automatic("denied", {
    when: "the permissions were not approved",
    way: [by.OFF, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["Microsoft has not given the permissions yet."],
    answers: [...off, missing, stillMissing],
    steps: [enable, { click: ["button", "Check again"] }],
  }),
  automatic("popup-blocked", {
    when: "the browser blocked Microsoft's page",
    way: [by.OFF, by.NO_POPUPS, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["The new window was blocked."],
    answers: [...off, missing],
    popups: "blocked",
    steps: [enable, { click: ["button", review] }],
  }),
];
