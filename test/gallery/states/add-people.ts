import { plainWords, type PlainCode } from "../../../server/core/sentences.js";
import {
  CandidatesDocument,
  ImportMatchingDocument,
  ImportUsersDocument,
} from "../../../teams-app/src/features/add-people/operations.js";
import type { FollowRunQuery, ImportOutcomeKind } from "../../../teams-app/src/graphql/generated/graphql.js";
import {
  CheckConsentDocument,
  FollowRunDocument,
  StopImportDocument,
  TenantConnectionDocument,
} from "../../../teams-app/src/graphql/operations.js";
import { CANDIDATES } from "../answers.js";
import { candidates, connection, problem, type Candidate } from "../builders.js";
import { daysAgo, inMinutes, NOW } from "../moment.js";
import * as by from "../ways.js";
import { answer, broken, type Kind, type Reply, type State, type Step } from "../state.js";
import { WITHDRAWN } from "./health.js";

type Rest = Omit<State, "name" | "path" | "heading">;
const state = (name: Kind | `${Kind}-${string}`, rest: Rest): State => ({
  name: `add-people/${name}`,
  path: "/add-people?provider=entra",
  heading: "Add people",
  ...rest,
});

const review = "Review permissions (opens in a new window)";
const missing = answer(TenantConnectionDocument, {
  data: connection({ state: "MISSING", grantedAt: null, checkedAt: NOW.toISOString() }),
});
const stillMissing = answer(CheckConsentDocument, {
  data: {
    checkConsent: { __typename: "ConsentChecked", connection: { state: "MISSING", checkedAt: NOW.toISOString() } },
  },
});

const [first, second, third] = CANDIDATES.filter(({ importable }) => importable) as [Candidate, Candidate, Candidate];
const TICK: Step = { tick: 3 };
const addThree: Step[] = [{ click: ["button", "Add"] }, { read: "Add 3 people?" }, { confirm: "Add" }];
const tickThree: Step[] = [first, second, third].map(({ displayName }) => ({
  click: ["checkbox", `Select ${displayName}`],
}));

const imported = (...outcomes: [ImportOutcomeKind, PlainCode | null][]) =>
  answer(ImportUsersDocument, {
    data: {
      importUsers: {
        __typename: "UsersImported",
        run: { id: "run-3" },
        results: [first, second, third].map(({ directoryId, displayName }, at) => {
          const [outcome, because] = outcomes[at] ?? ["ADDED", null];
          return { directoryId, displayName, outcome, because, message: because && plainWords(because) };
        }),
      },
    },
  });
/** Whoever came in is no candidate any more. */
const listed = (...added: Candidate[]) =>
  answer(
    CandidatesDocument,
    { data: candidates(CANDIDATES, { matching: 1240 }) },
    {
      data: candidates(
        CANDIDATES.filter((one) => !added.includes(one)),
        { matching: 1240 - added.length },
      ),
    },
  );
const unanswered = (reply: Reply<never>) => answer(ImportUsersDocument, reply);

const goingOn = (stopAskedBy: string | null): Reply<FollowRunQuery> => ({
  data: {
    run: {
      id: "run-3",
      status: "RUNNING",
      reasons: [],
      stopAskedBy,
      progress: { stage: "APPLYING", done: 400, total: 1240, waitingUntil: null },
      counts: { added: 0, disabled: 0, reenabled: 0, skipped: 0, failed: 0 },
    },
  },
});
const everyone = [
  answer(ImportMatchingDocument, { data: { importMatchingUsers: { __typename: "RunStarted", run: { id: "run-3" } } } }),
  answer(FollowRunDocument, goingOn(null), goingOn("Adele Vance")),
  answer(StopImportDocument, { data: { stopImport: { __typename: "StopAsked", run: { id: "run-3" } } } }),
];

/** Whoever is here already is in the list only of a search. */
const found = [
  { ...first, importable: false, obstacle: "ALREADY_HERE", user: userOf(first, "ACTIVE") },
  { ...second, importable: false, obstacle: "ALREADY_HERE", user: userOf(second, "DISABLED") },
  third,
] satisfies Candidate[];

function userOf({ directoryId }: Candidate, status: "ACTIVE" | "DISABLED"): Candidate["user"] {
  const disabled = status === "DISABLED";
  return {
    id: `user-${directoryId}`,
    status,
    disabledBy: disabled ? "SYNC" : null,
    disabledAt: disabled ? daysAgo(9) : null,
  };
}

export const ADD_PEOPLE: readonly State[] = [
  {
    ...state("ready-provider", {
      when: "where from is to be chosen",
      way: [by.ON],
      says: ["Where from?"],
      answers: [],
    }),
    path: "/add-people",
  },
  state("ready", {
    when: "people can be chosen",
    way: [by.ON],
    says: ["1,240 people in the directory, 0 selected"],
    answers: [],
  }),
  state("ready-selected", {
    when: "three people are ticked",
    way: [by.ON],
    says: ["3 selected (3 on this page)"],
    answers: [],
    steps: tickThree,
    stepsThere: [TICK],
  }),
  state("ready-search", {
    when: "a search finds people who are here already",
    way: by.ALEX_LEFT,
    says: ["here, disabled (by the sync, 3 May 2026)", "Enable"],
    answers: [answer(CandidatesDocument, { data: candidates(CANDIDATES) }, { data: candidates(found) })],
    steps: [{ type: ["searchbox", "Search people", "di"] }],
    stepsThere: [{ type: ["searchbox", "Search people", "Alex Wilber"] }],
  }),
  state("ready-asking", {
    when: "three people are about to be added",
    way: [by.ON],
    says: ["Add 3 people?", "They become users here at once"],
    answers: [],
    steps: [...tickThree, { click: ["button", "Add"] }],
    stepsThere: [TICK, { click: ["button", "Add"] }],
  }),
  state("loading", {
    when: "the people are on their way",
    way: [by.ON, by.fault("slow")],
    says: ["From Microsoft Entra ID"],
    silent: ["Everyone is already here."],
    answers: [answer(CandidatesDocument, "never")],
  }),
  state("empty", {
    when: "everyone is already here",
    way: [by.ON],
    says: ["Everyone is already here."],
    answers: [answer(CandidatesDocument, { data: candidates([], { matching: 12 }) })],
    stepsThere: [{ type: ["textbox", "Department begins with", "Legal"] }],
  }),
  state("empty-search", {
    when: "nobody matches the search",
    way: [by.ON],
    says: ["Nobody matches."],
    silent: ["Everyone is already here."],
    answers: [answer(CandidatesDocument, { data: candidates([]) })],
    steps: [{ type: ["searchbox", "Search people", "Zebra"] }],
  }),
  state("failed", {
    when: "the server failed",
    way: [by.ON, by.BROKEN],
    says: ["Something went wrong on our side.", "Reference: 5f0c41d2"],
    answers: [answer(CandidatesDocument, broken("5f0c41d2"))],
  }),
  state("failed-directory", {
    when: "Microsoft did not answer",
    way: [by.ON, by.fault("down")],
    says: ["Microsoft did not answer. Nothing was changed"],
    answers: [answer(CandidatesDocument, { data: { candidates: problem("DIRECTORY_UNREACHABLE") } })],
  }),
  state("offline", {
    when: "the connection is gone",
    way: [by.ON, by.OFFLINE],
    says: ["Rollcall could not be reached. Check your connection"],
    answers: [answer(CandidatesDocument, "offline")],
  }),
  state("throttled", {
    when: "Microsoft asked to slow down",
    way: [by.ON, by.fault("throttled-for-a-while")],
    says: ["Microsoft asked us to slow down.", "14:07"],
    answers: [answer(CandidatesDocument, { data: { candidates: problem("THROTTLED", inMinutes(2)) } })],
  }),
  state("not-consented", {
    when: "nobody has approved the permissions",
    way: [by.ON, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["Both are read-only.", "User.Read.All"],
    silent: ["selected"],
    answers: [missing],
  }),
  state("outside-teams", {
    when: "nobody has approved the permissions, and it is open in a browser",
    way: [by.ON, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["Both are read-only.", "Review permissions"],
    silent: ["Open in browser"],
    answers: [missing],
    start: "browser",
  }),
  state("consent-pending", {
    when: "Microsoft's page is open in the other window",
    way: [by.ON, by.IN_TEAMS, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["Waiting for the approval. This page notices it by itself."],
    answers: [missing, stillMissing],
    steps: [{ click: ["button", review] }],
  }),
  state("denied", {
    when: "the permissions were not approved",
    way: [by.ON, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["Microsoft has not given the permissions yet. After an approval it can take a minute."],
    answers: [missing, stillMissing],
    steps: [{ click: ["button", "Check again"] }],
  }),
  state("popup-blocked", {
    when: "the browser blocked Microsoft's page",
    way: [by.ON, by.NO_POPUPS, by.act("withdraw-both"), by.CHECK_AGAIN],
    says: ["The new window was blocked. Use “Open in browser”, or copy the link."],
    answers: [missing],
    popups: "blocked",
    steps: [{ click: ["button", review] }],
  }),
  state("consent-withdrawn", {
    when: "a permission was withdrawn later",
    way: by.WITHDRAWN_GROUPS,
    says: ["GroupMember.Read.All is not approved there.", "Both are read-only."],
    answers: [answer(TenantConnectionDocument, { data: connection({ state: "LOST" }) }), WITHDRAWN],
  }),
  state("syncing", {
    when: "people are being added",
    way: [by.ON, by.fault("slow", { before: "Add" })],
    says: ["Adding: 0 of 3 people"],
    answers: [unanswered("never")],
    steps: [...tickThree, ...addThree],
    stepsThere: [TICK, ...addThree],
  }),
  state("syncing-stopping", {
    when: "an import of everybody who matches was asked to stop",
    way: [by.ON, by.fault("slow", { before: "Add" })],
    says: ["Adding: 400 of 1,240 people", "Stopping …", "Who was added stays."],
    answers: everyone,
    steps: [
      { click: ["button", "Select all 1,240 matching"] },
      { click: ["button", "Add"] },
      { read: "Add all 1,240 people who match?" },
      { confirm: "Add" },
      { click: ["button", "Stop the import"] },
    ],
  }),
  state("success", {
    when: "all three were added",
    way: [by.ON],
    says: ["Added 3"],
    answers: [imported(), listed(first, second, third)],
    steps: [...tickThree, ...addThree],
    stepsThere: [TICK, ...addThree],
  }),
  state("partial", {
    when: "of three, one was added",
    way: [
      by.ON,
      by.words(
        "In a second window, add the first of the three; block the second one on the control page. Then press “Add” in the first window.",
      ),
    ],
    says: ["Added 1 · Already here 1 · Failed 1", plainWords("IMPORT_NO_ANSWER")],
    answers: [imported(["FAILED", "IMPORT_NO_ANSWER"], ["ALREADY_HERE", "IMPORT_ALREADY_HERE"]), listed(second, third)],
    steps: [...tickThree, ...addThree],
    stepsThere: [TICK, ...addThree],
  }),
];
