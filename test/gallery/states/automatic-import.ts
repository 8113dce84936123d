import { groupHealthOf } from "../../../server/core/group-words.js";
import { answered } from "../../answered.js";
import {
  ByHandDocument,
  DirectoryGroupsDocument,
  StartRunDocument,
  SyncPreviewDocument,
  SyncSettingsDocument,
  UpdateSyncSettingsDocument,
} from "../../../teams-app/src/features/automatic-import/operations.js";
import { CheckConsentDocument, TenantConnectionDocument } from "../../../teams-app/src/graphql/operations.js";
import { GROUPS } from "../answers.js";
import { chosenGroup } from "../../builders.js";
import { connection, LEGAL, problem, SALES } from "../builders.js";
import { directoryGroups, group, named, preview, syncSettings } from "../sync-builders.js";
import { daysAgo, inMinutes, NOW } from "../moment.js";
import { EVERYBODY } from "../people.js";
import { answer, broken, type Kind, type State, type Step } from "../state.js";
import {
  FAILED_RUN,
  GROUP_MISSING,
  HELD,
  NO_GROUPS,
  OFF,
  PARTIAL_RUN,
  RETRYING,
  SYNCING,
  THROTTLED,
  WITHDRAWN,
} from "./health.js";
import { HOLD, HOLD_UNTIL_REJECTED } from "./hold.js";

type Rest = Omit<State, "name" | "path" | "heading"> & Partial<Pick<State, "heading">>;
const state = (name: Kind | `${Kind}-${string}`, rest: Rest): State => ({
  name: `automatic-import/${name}`,
  path: "/automatic-import",
  heading: "Automatic import",
  ...rest,
});

const review = "Review permissions (opens in a new window)";
const off = [OFF, answer(SyncSettingsDocument, { data: syncSettings({ enabled: false, groups: [], version: 0 }) })];
const missing = answer(TenantConnectionDocument, {
  data: connection({ state: "MISSING", grantedAt: null, checkedAt: NOW.toISOString() }),
});
const stillMissing = answer(CheckConsentDocument, {
  data: {
    checkConsent: { __typename: "ConsentChecked", connection: { state: "MISSING", checkedAt: NOW.toISOString() } },
  },
});
const legalIsMissing = groupHealthOf(
  chosenGroup("legal", {
    displayName: LEGAL.displayName,
    chosenAs: LEGAL.displayName,
    notFoundSince: new Date(daysAgo(2)),
  }),
  12,
).flatMap(({ code, sentence, since }) =>
  answered(sentence).map((said) => ({ code, sentence: said, since: since?.toISOString() ?? null })),
);
const enable: Step = { click: ["button", "Enable"] };
const next: Step = { click: ["button", "Next"] };
const edit: Step = { click: ["button", "Edit"] };
const eventful = preview({
  byHand: 5,
  add: named(EVERYBODY.slice(4, 7), "CHANGE_IN_CHOSEN_GROUP"),
  disable: named(EVERYBODY.slice(8, 10), "CHANGE_LEFT_GROUPS"),
  skip: named(EVERYBODY.slice(10, 12), "SKIP_BLOCKED_IN_DIRECTORY"),
});

export const AUTOMATIC_IMPORT: readonly State[] = [
  state("ready", {
    when: "all is well",
    says: ["Automatic import is on.", "Sales", "Leavers are disabled."],
    answers: [],
  }),
  state("ready-norwegian", {
    when: "a reader of Norwegian opens it while a list waits",
    heading: "Automatisk import",
    says: ["Venter på at du bestemmer", "48 personer"],
    answers: [HELD, ...HOLD],
    locale: "nb-NO",
  }),
  state("ready-off", { when: "it is off", says: ["Automatic import is off.", "It only reads."], answers: off }),
  state("ready-set-up", {
    when: "groups are being chosen",
    says: ["No group is chosen yet.", "All employees"],
    answers: off,
    steps: [enable],
  }),
  state("ready-chosen", {
    when: "a group is chosen",
    says: ["1 group chosen"],
    answers: off,
    steps: [enable, { click: ["checkbox", /^Sales/] }],
  }),
  state("ready-asking", {
    when: "it is about to be disabled",
    says: ["Disable automatic import?", "All users stay as they are"],
    answers: [],
    steps: [{ click: ["button", "Disable"] }],
  }),
  state("loading", {
    when: "the settings are on their way",
    says: [],
    silent: ["Automatic import is off."],
    answers: [answer(SyncSettingsDocument, "never")],
  }),
  state("loading-groups", {
    when: "the groups are on their way",
    says: ["No group is chosen yet."],
    silent: ["Your directory has no groups."],
    answers: [...off, answer(DirectoryGroupsDocument, "never")],
    steps: [enable],
  }),
  state("empty", {
    when: "no group matches the search",
    says: ["No group matches."],
    answers: [
      ...off,
      answer(DirectoryGroupsDocument, { data: directoryGroups(GROUPS) }, { data: directoryGroups([]) }),
    ],
    steps: [enable, { type: ["searchbox", "Search groups", "Zebra"] }],
  }),
  state("failed", {
    when: "the server failed",
    says: ["Something went wrong on our side.", "Reference: 5f0c41d2"],
    answers: [answer(SyncSettingsDocument, broken("5f0c41d2"))],
  }),
  state("failed-run", {
    when: "the last run failed",
    says: ["Microsoft did not answer.", "Run now tries at once."],
    answers: [FAILED_RUN],
  }),
  state("failed-changed", {
    when: "something changed since the preview was made",
    says: ["Something has changed since this preview was made. Nothing was saved", "Will add 3 people"],
    answers: [
      answer(SyncPreviewDocument, { data: preview() }, { data: preview() }, { data: preview() }, { data: eventful }),
      answer(UpdateSyncSettingsDocument, { data: { updateSyncSettings: problem("PLAN_CHANGED") } }),
    ],
    steps: [edit, next, next, { click: ["button", "Save"] }],
  }),
  state("ready-rules", {
    when: "the rules are being set",
    says: ["Step 2 of 3: Rules", "The brake cannot be switched off.", "5 people in these groups are here by hand"],
    answers: [answer(SyncPreviewDocument, { data: eventful })],
    steps: [edit, next],
  }),
  state("ready-preview", {
    when: "what would happen is shown before it is saved",
    says: ["Will add 3 people", "exactly these 2 disables", "52 members = 48 people + 1 device"],
    answers: [answer(SyncPreviewDocument, { data: eventful })],
    steps: [edit, next, next],
  }),
  state("loading-preview", {
    when: "the groups are read for the preview",
    says: ["Reading the groups."],
    answers: [answer(SyncPreviewDocument, "never")],
    steps: [edit, next, next],
  }),
  state("ready-next-run", {
    when: "the next run is previewed while it is on",
    says: ["What the next run would do", "Cannot import 2 people"],
    answers: [answer(SyncPreviewDocument, { data: eventful })],
    steps: [{ click: ["button", "Preview the next run"] }],
  }),
  state("ready-by-hand", {
    when: "people in the groups are here by hand",
    says: ["5 people in the chosen groups were added by hand."],
    answers: [answer(ByHandDocument, { data: { syncSettings: { byHand: 5 } } })],
  }),
  state("offline", {
    when: "the connection is gone",
    says: ["Rollcall could not be reached. Check your connection"],
    answers: [answer(SyncSettingsDocument, "offline")],
  }),
  state("throttled", {
    when: "Microsoft asked the last run to slow down",
    says: ["Microsoft asked us to slow down. Nobody was disabled."],
    answers: [THROTTLED],
  }),
  state("throttled-groups", {
    when: "Microsoft asked to slow down while groups are chosen",
    says: ["Microsoft asked us to slow down.", "14:07"],
    answers: [
      ...off,
      answer(DirectoryGroupsDocument, { data: { directoryGroups: problem("THROTTLED", inMinutes(2)) } }),
    ],
    steps: [enable],
  }),
  state("no-groups", {
    when: "it is on, and no group is chosen",
    says: ["Automatic import is on, but no group is chosen."],
    answers: [NO_GROUPS, answer(SyncSettingsDocument, { data: syncSettings({ groups: [] }) })],
  }),
  state("no-groups-missing", {
    when: "a chosen group is gone from the directory",
    says: [
      "Board",
      "Change who is excluded",
      "“Legal and Compliance” cannot be found in your directory.",
      "(since 10 May",
      "press Edit and remove it",
    ],
    answers: [
      GROUP_MISSING,
      answer(SyncSettingsDocument, {
        data: syncSettings({
          groups: [group(SALES), group(LEGAL, { health: legalIsMissing })],
          excludedGroups: [{ id: "group-board", displayName: "Board", health: [] }],
        }),
      }),
    ],
  }),
  state("syncing", {
    when: "a run goes on",
    says: ["A run is going on: 1,200 of about 4,000 people read."],
    answers: [SYNCING],
  }),
  state("syncing-refused", {
    when: "Run now came second",
    says: ["A run is going on just now."],
    answers: [answer(StartRunDocument, { data: { startRun: problem("RUN_IN_PROGRESS") } })],
    steps: [{ click: ["button", "Run now"] }],
  }),
  state("retrying", {
    when: "a run waits for Microsoft",
    says: ["Microsoft asked us to slow down", "going on at 14:07."],
    answers: [RETRYING],
  }),
  state("partial-run", {
    when: "the last run could not do all of it",
    says: ["could not be read to the end, so nobody was disabled"],
    answers: [PARTIAL_RUN],
  }),
  state("held", {
    when: "the brake held changes back",
    says: ["Waiting for your decision", "Diego Siciliani", "No longer in any of the chosen groups."],
    answers: [HELD, ...HOLD],
  }),
  state("held-asking", {
    when: "the list is about to be approved",
    says: ["Approve: 6 people to disable?", "looked at once more"],
    answers: [HELD, ...HOLD],
    steps: [{ click: ["button", "Approve exactly these"] }],
  }),
  state("success-rejected", {
    when: "an admin rejected what the brake held back",
    says: ["Rejected. They stay as they are."],
    silent: ["Waiting for your decision"],
    answers: [HELD, ...HOLD_UNTIL_REJECTED],
    steps: [{ click: ["button", "Reject"] }, { confirm: "Reject" }],
  }),
  state("not-consented", {
    when: "groups are to be chosen before the permissions are there",
    says: ["Both are read-only."],
    answers: [...off, missing],
    steps: [enable],
  }),
  state("consent-pending", {
    when: "Microsoft's page is open in the other window",
    says: ["Waiting for the approval. This page notices it by itself."],
    answers: [...off, missing, stillMissing],
    steps: [enable, { click: ["button", review] }],
  }),
  state("denied", {
    when: "the permissions were not approved",
    says: ["Microsoft has not given the permissions yet."],
    answers: [...off, missing, stillMissing],
    steps: [enable, { click: ["button", "Check again"] }],
  }),
  state("popup-blocked", {
    when: "the browser blocked Microsoft's page",
    says: ["The new window was blocked."],
    answers: [...off, missing],
    popups: "blocked",
    steps: [enable, { click: ["button", review] }],
  }),
  state("consent-withdrawn", {
    when: "a permission was withdrawn later",
    says: ["GroupMember.Read.All is not approved there. Nobody was disabled."],
    answers: [WITHDRAWN],
  }),
  state("held-unreadable", {
    when: "a list waits, and the directory cannot be read",
    says: ["It cannot be approved now:", "GroupMember.Read.All is not approved there", "Reject"],
    silent: ["Approve exactly these"],
    answers: [WITHDRAWN, ...HOLD],
  }),
];
