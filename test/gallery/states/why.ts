import { changeWords } from "../../../server/core/change-words.js";
import { plainWords, type Sentence } from "../../../server/core/sentences.js";
import { answered } from "../../answered.js";
import { whyOne } from "../../../server/core/why.js";
import type { OnePerson } from "../../../server/core/one-person.js";
import type { WhyPersonQuery } from "../../../teams-app/src/graphql/generated/graphql.js";
import {
  ExcludePeopleDocument,
  FindPersonDocument,
  PersonRunDocument,
  RefreshPersonDocument,
  WhyPersonDocument,
} from "../../../teams-app/src/components/why-operations.js";
import { UsersDocument } from "../../../teams-app/src/features/users/operations.js";
import { onePerson, person, user } from "../../builders.js";
import { LEGAL, PAGE, problem, SALES, users } from "../builders.js";
import { daysAgo, inMinutes, minutesAgo } from "../moment.js";
import { EVERYBODY, type Known } from "../people.js";
import * as by from "../ways.js";
import { answer, broken, type Answer as Asked, type Kind, type State, type Step } from "../state.js";

type Rest = Omit<State, "name" | "path" | "heading">;
const state = (name: Kind | `${Kind}-${string}`, rest: Rest): State => ({
  name: `why/${name}`,
  path: "/users",
  heading: "Users",
  steps: [open],
  ...rest,
});

type Answer = Extract<WhyPersonQuery["whyPerson"], { __typename: "Why" }>;
const [, alex] = EVERYBODY as [Known, Known];
const open: Step = { click: ["button", /^Alex Wilber: why/] };
const close: Step = { click: ["button", "Close"] };
/** The panel was open before, and what it is made of is there. */
const seenBefore = by.at("users", open, close);
const beforeIt = { before: "Alex Wilber: why …" } as const;

const alexHimself: Answer["person"] = {
  directoryId: alex.id,
  displayName: alex.name,
  email: alex.mail,
  userPrincipalName: alex.mail,
  department: alex.department,
  jobTitle: alex.jobTitle,
  kind: "MEMBER",
};
const alexHere: NonNullable<Answer["user"]> = {
  id: `user-${alex.id}`,
  directoryId: alex.id,
  displayName: alex.name,
  email: alex.mail,
  userPrincipalName: alex.mail,
  status: "ACTIVE",
  origin: "SYNC",
  managedBy: "GROUPS",
  keptBy: null,
  keptAt: null,
  createdAt: daysAgo(41),
  directoryState: "ENABLED",
  disabledAt: null,
};
const cameIn = {
  id: "change-1",
  at: daysAgo(41),
  action: "CREATE",
  outcome: "DONE",
  reason: "IN_CHOSEN_GROUP",
  reasonText: changeWords("IN_CHOSEN_GROUP"),
  because: null,
  message: null,
} as const;
const left = {
  id: "change-2",
  at: minutesAgo(64),
  action: "DISABLE",
  outcome: "DONE",
  reason: "LEFT_GROUPS",
  reasonText: changeWords("LEFT_GROUPS"),
  because: null,
  message: null,
} as const;

/** As the server decides about him, with its own sentences. */
const about = (one: Partial<OnePerson>, more: Partial<Answer> = {}) =>
  answer(WhyPersonDocument, {
    data: {
      whyPerson: {
        __typename: "Why",
        ...decided(one),
        paths: [{ excludes: false, groups: [SALES] }],
        person: alexHimself,
        user: alexHere,
        changes: [cameIn],
        ...more,
      },
    },
  });

function decided(one: Partial<OnePerson>) {
  const seen = { found: "PRESENT", person: person(alex.id), groupIds: new Set(["sales"]) } as const;
  const why = whyOne(onePerson({ directoryId: alex.id, seen, user: user(alex.id), ...one }), alex.name);
  return { ...why, nextSentences: answered(...why.nextSentences) };
}

const inNoGroup = { found: "PRESENT", person: person(alex.id), groupIds: new Set<string>() } as const;
const here = about(
  {},
  {
    paths: [
      { excludes: false, groups: [SALES] },
      { excludes: false, groups: [LEGAL, SALES] },
    ],
  },
);
const disabledBySync = about(
  { seen: inNoGroup, user: user(alex.id, { status: "DISABLED", disabledBy: "SYNC" }) },
  {
    paths: [],
    user: {
      ...alexHere,
      status: "DISABLED",
      disabledAt: minutesAgo(64),
    },
    changes: [left, cameIn],
  },
);

const excluded = about({ excludedBefore: false }, { rule: "EXCLUDED", ruleText: plainWords("SKIP_EXCLUDED") });
/** First the one, after something was done the other. */
const then = (before: Asked, after: Asked): Asked => ({ ...before, replies: [...before.replies, ...after.replies] });

const started = answer(RefreshPersonDocument, {
  data: { refreshPerson: { __typename: "RunStarted", run: { id: "run-4" } } },
});
const SYNC_NOW = "Sync just this person now";
const syncNow: Step = { click: ["button", SYNC_NOW] };
const run = (more: Partial<{ status: "RUNNING" | "SUCCEEDED" | "FAILED"; reason: Sentence; waitingUntil: string }>) =>
  answer(PersonRunDocument, {
    data: {
      run: {
        id: "run-4",
        status: more.status ?? "SUCCEEDED",
        reasons: more.reason ? answered(more.reason) : [],
        progress: more.waitingUntil ? { waitingUntil: more.waitingUntil } : null,
        changes: { nodes: [] },
      },
    },
  });

const exclude: Step = { click: ["button", "Exclude from the sync"] };
const nobodyHere = answer(UsersDocument, { data: users([]) });
const searching: Step[] = [{ type: ["searchbox", "Search users", "Pradeep"] }, { click: ["button", "Why not?"] }];
const pradeep = EVERYBODY.find(({ name }) => name === "Pradeep Gupta");

export const WHY: readonly State[] = [
  state("ready", {
    when: "somebody is here by a group",
    way: [by.ON],
    says: ["Alex Wilber is here, and managed by the groups.", "Is in a chosen group."],
    answers: [here],
  }),
  state("ready-disabled", {
    when: "the sync disabled somebody",
    way: by.ALEX_LEFT,
    says: ["Alex Wilber is here, disabled by the sync.", "In none of the chosen groups."],
    answers: [disabledBySync],
  }),
  state("ready-excluded", {
    when: "an admin excluded somebody",
    way: [
      by.ON,
      by.at(
        "users",
        open,
        exclude,
        { read: "Excluding counts as leaving" },
        { confirm: "Exclude from the sync" },
        close,
      ),
    ],
    says: [plainWords("SKIP_EXCLUDED"), "Take the exclusion back"],
    answers: [excluded],
  }),
  state("loading", {
    when: "the answer is on its way",
    way: [by.ON, by.fault("slow")],
    says: ["Why is Alex Wilber here, or not?"],
    answers: [answer(WhyPersonDocument, "never")],
  }),
  state("failed", {
    when: "the server failed",
    way: [by.ON, seenBefore, by.inBrowser("broken", beforeIt)],
    says: ["Something went wrong on our side.", "Reference: 5f0c41d2"],
    answers: [answer(WhyPersonDocument, broken("5f0c41d2"))],
  }),
  state("offline", {
    when: "the connection is gone",
    way: [by.ON, seenBefore, by.inBrowser("offline", beforeIt)],
    says: ["Rollcall could not be reached. Check your connection"],
    answers: [answer(WhyPersonDocument, "offline")],
  }),
  state("retrying", {
    when: "Microsoft does not tell which groups hold somebody",
    way: [by.ON, by.fault("paths-unreadable")],
    says: ["Microsoft did not tell just now which groups hold them."],
    answers: [about({}, { paths: null })],
  }),
  state("consent-withdrawn", {
    when: "the permissions are gone",
    way: [by.ON, by.act("withdraw-both"), by.RUN_NOW],
    says: ["The permission to read this directory was withdrawn.", "Go to Settings"],
    answers: [answer(WhyPersonDocument, { data: { whyPerson: problem("CONSENT_LOST") } })],
  }),
  state("syncing", {
    when: "just this person is being synced",
    way: [by.ON, by.fault("slow", { before: SYNC_NOW })],
    says: ["Asking Microsoft about them"],
    answers: [here, started, run({ status: "RUNNING" })],
    steps: [open, syncNow],
  }),
  state("throttled", {
    when: "Microsoft asked the sync of one person to slow down",
    way: [by.ON, by.fault("throttled-for-a-while", { before: SYNC_NOW })],
    says: ["Microsoft asked us to slow down; going on at 14:07."],
    answers: [here, started, run({ status: "RUNNING", waitingUntil: inMinutes(2) })],
    steps: [open, syncNow],
  }),
  state("success", {
    when: "nothing had to change",
    way: [by.ON],
    says: ["Done. Nothing had to change."],
    answers: [here, started, run({})],
    steps: [open, syncNow],
  }),
  state("success-excluded", {
    when: "somebody was excluded",
    way: [by.ON],
    says: ["Excluded. The sync leaves them alone from now on.", "Take the exclusion back"],
    answers: [
      then(here, excluded),
      answer(ExcludePeopleDocument, {
        data: { excludePeople: { __typename: "SyncSettingsChanged", settings: { version: 5 } } },
      }),
    ],
    steps: [open, exclude, { read: "Excluding counts as leaving" }, { confirm: "Exclude from the sync" }],
  }),
  state("empty", {
    when: "the directory does not know somebody either",
    way: [by.ON],
    says: ["The directory knows nobody by “Pradeep” either."],
    answers: [
      nobodyHere,
      answer(FindPersonDocument, {
        data: {
          candidates: { __typename: "CandidateConnection", nodes: [], pageInfo: { hasNextPage: PAGE.hasNextPage } },
        },
      }),
    ],
    steps: searching,
  }),
  state("ready-search", {
    when: "the directory knows somebody who is not here",
    way: [by.ON],
    says: ["1 person found", "Pradeep Gupta"],
    stepsThere: [{ type: ["searchbox", "Search users", "Megan Bowen"] }, { click: ["button", "Why not?"] }],
    answers: [
      nobodyHere,
      answer(FindPersonDocument, {
        data: {
          candidates: {
            __typename: "CandidateConnection",
            nodes: [
              {
                directoryId: pradeep?.id ?? "",
                displayName: pradeep?.name ?? "",
                email: pradeep?.mail ?? "",
                userPrincipalName: pradeep?.mail ?? "",
                department: pradeep?.department ?? "",
                user: null,
              },
            ],
            pageInfo: { hasNextPage: false },
          },
        },
      }),
    ],
    steps: searching,
  }),
];
