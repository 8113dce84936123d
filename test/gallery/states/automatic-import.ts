import { groupHealthOf } from "../../../server/core/group-words.js";
import { answered } from "../../answered.js";
import {
  ByHandDocument,
  StartRunDocument,
  SyncPreviewDocument,
  SyncSettingsDocument,
} from "../../../teams-app/src/features/automatic-import/operations.js";
import { chosenGroup } from "../../builders.js";
import { LEGAL, problem, SALES } from "../builders.js";
import { group, syncSettings } from "../sync-builders.js";
import { daysAgo } from "../moment.js";
import * as by from "../ways.js";
import { answer, broken, type State } from "../state.js";
import {
  FAILED_RUN,
  GROUP_MISSING,
  HELD,
  NO_GROUPS,
  PARTIAL_RUN,
  RETRYING,
  SYNCING,
  THROTTLED,
  WITHDRAWN,
} from "./health.js";
import { HOLD, HOLD_UNTIL_REJECTED } from "./hold.js";
import { automatic, eventful, off } from "./set-up.js";

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
export const AUTOMATIC_IMPORT: readonly State[] = [
  automatic("ready", {
    when: "all is well",
    way: [by.ON],
    says: ["Automatic import is on.", "Sales", "Leavers are disabled."],
    answers: [],
  }),
  automatic("ready-norwegian", {
    when: "a reader of Norwegian opens it while a list waits",
    way: [...by.HELD, by.IN_NORWEGIAN],
    heading: "Automatisk import",
    says: ["Venter på at du bestemmer", "48 personer"],
    answers: [HELD, ...HOLD],
    locale: "nb-NO",
  }),
  automatic("ready-off", {
    when: "it is off",
    way: [by.OFF],
    says: ["Automatic import is off.", "It only reads."],
    answers: off,
  }),
  automatic("ready-asking", {
    when: "it is about to be disabled",
    way: [by.ON],
    says: ["Disable automatic import?", "All users stay as they are"],
    answers: [],
    steps: [{ click: ["button", "Disable"] }],
  }),
  automatic("loading", {
    when: "the settings are on their way",
    way: [by.ON, by.SLOW],
    says: [],
    silent: ["Automatic import is off."],
    answers: [answer(SyncSettingsDocument, "never")],
  }),
  automatic("failed", {
    when: "the server failed",
    way: [by.ON, by.BROKEN],
    says: ["Something went wrong on our side.", "Reference: 5f0c41d2"],
    answers: [answer(SyncSettingsDocument, broken("5f0c41d2"))],
  }),
  automatic("failed-run", {
    when: "the last run failed",
    way: by.FAILED_RUN,
    says: ["Microsoft did not answer.", "Run now tries at once."],
    answers: [FAILED_RUN],
  }),
  automatic("ready-next-run", {
    when: "the next run is previewed while it is on",
    way: [by.ON, by.act("half-leave", { group: "Legal" })],
    says: ["What the next run would do", "Cannot import 2 people"],
    answers: [answer(SyncPreviewDocument, { data: eventful })],
    steps: [{ click: ["button", "Preview the next run"] }],
  }),
  automatic("ready-by-hand", {
    when: "people in the groups are here by hand",
    way: [by.BY_HAND],
    says: ["5 people in the chosen groups were added by hand."],
    answers: [answer(ByHandDocument, { data: { syncSettings: { byHand: 5 } } })],
  }),
  automatic("offline", {
    when: "the connection is gone",
    way: [by.ON, by.OFFLINE],
    says: ["Rollcall could not be reached. Check your connection"],
    answers: [answer(SyncSettingsDocument, "offline")],
  }),
  automatic("throttled", {
    when: "Microsoft asked the last run to slow down",
    way: by.THROTTLED,
    says: ["Microsoft asked us to slow down. Nobody was disabled."],
    answers: [THROTTLED],
  }),
  automatic("no-groups", {
    when: "it is on, and no group is chosen",
    way: by.NO_GROUPS,
    says: ["Automatic import is on, but no group is chosen."],
    answers: [NO_GROUPS, answer(SyncSettingsDocument, { data: syncSettings({ groups: [] }) })],
  }),
  automatic("no-groups-missing", {
    when: "a chosen group is gone from the directory",
    way: by.GROUP_MISSING,
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
  automatic("syncing", {
    when: "a run goes on",
    way: by.RUNNING,
    says: ["A run is going on: 1,200 of about 4,000 people read."],
    answers: [SYNCING],
  }),
  automatic("syncing-refused", {
    when: "Run now came second",
    way: [by.ON, by.words("Open it in two windows, and press “Run now” in one and at once in the other.")],
    says: ["A run is going on just now."],
    answers: [answer(StartRunDocument, { data: { startRun: problem("RUN_IN_PROGRESS") } })],
    steps: [{ click: ["button", "Run now"] }],
  }),
  automatic("retrying", {
    when: "a run waits for Microsoft",
    way: by.RETRYING,
    says: ["Microsoft asked us to slow down", "going on at 14:07."],
    answers: [RETRYING],
  }),
  automatic("partial-run", {
    when: "the last run could not do all of it",
    way: by.PARTIAL_RUN,
    says: ["could not be read to the end, so nobody was disabled"],
    answers: [PARTIAL_RUN],
  }),
  automatic("held", {
    when: "the brake held changes back",
    way: by.HELD,
    says: ["Waiting for your decision", "Diego Siciliani", "No longer in any of the chosen groups."],
    answers: [HELD, ...HOLD],
  }),
  automatic("held-asking", {
    when: "the list is about to be approved",
    way: by.HELD,
    says: ["Approve: 6 people to disable?", "looked at once more"],
    answers: [HELD, ...HOLD],
    steps: [{ click: ["button", "Approve exactly these"] }],
  }),
  automatic("success-rejected", {
    when: "an admin rejected what the brake held back",
    way: by.HELD,
    says: ["Rejected. They stay as they are."],
    silent: ["Waiting for your decision"],
    answers: [HELD, ...HOLD_UNTIL_REJECTED],
    steps: [{ click: ["button", "Reject"] }, { confirm: "Reject" }],
  }),
  automatic("consent-withdrawn", {
    when: "a permission was withdrawn later",
    way: by.WITHDRAWN_GROUPS,
    says: ["GroupMember.Read.All is not approved there. Nobody was disabled."],
    answers: [WITHDRAWN],
  }),
  automatic("held-unreadable", {
    when: "a list waits, and the directory cannot be read",
    way: [...by.HELD, by.act("withdraw-GroupMember.Read.All"), by.RUN_NOW],
    says: ["It cannot be approved now:", "GroupMember.Read.All is not approved there", "Reject"],
    silent: ["Approve exactly these"],
    answers: [WITHDRAWN, ...HOLD],
  }),
];
