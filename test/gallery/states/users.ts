import { plainWords, say, type PlainCode } from "../../../server/core/sentences.js";
import { ConflictsDocument } from "../../../teams-app/src/components/conflict-operations.js";
import { UsersDocument } from "../../../teams-app/src/features/users/operations.js";
import {
  SetUserRoleDocument,
  SetUserStatusDocument,
  SyncStatusDocument,
} from "../../../teams-app/src/graphql/operations.js";
import type { WordsFragment } from "../../../teams-app/src/graphql/generated/graphql.js";
import { answered } from "../../answered.js";
import { ROWS } from "../answers.js";
import { PAGE, problem, users } from "../builders.js";
import { daysAgo } from "../moment.js";
import { EVERYBODY } from "../people.js";
import * as by from "../ways.js";
import { answer, broken, tooOften, type Kind, type State, type Step } from "../state.js";
import {
  BLOCKED_BY_POLICY,
  SECRET_REFUSED,
  SECRET_RUNS_OUT,
  FAILED_RUN,
  FIRST_RUN,
  GROUP_MISSING,
  HELD,
  NEVER_CONSENTED,
  NO_GROUPS,
  OFF,
  PARTIAL_RUN,
  RETRYING,
  SYNCING,
  THROTTLED,
  UNKNOWN_TENANT,
  WITHDRAWN,
} from "./health.js";

type Rest = Omit<State, "name" | "path" | "heading"> & Partial<Pick<State, "heading">>;
const state = (name: Kind | `${Kind}-${string}`, rest: Rest): State => ({
  name: `users/${name}`,
  path: "/users",
  heading: "Users",
  ...rest,
});

const disableTwo: Step[] = [
  { click: ["checkbox", "Select Adele Vance"] },
  { click: ["checkbox", "Select Alex Wilber"] },
  { click: ["button", "Disable"] },
];

const statusesSet = (because: PlainCode | null) =>
  answer(SetUserStatusDocument, {
    data: {
      setUserStatus: {
        __typename: "UserStatusesSet",
        results: ROWS.slice(0, 2).map(({ id }, at) => ({
          userId: id,
          changed: at === 1 || because === null,
          because: at === 1 ? null : because,
          message: at === 1 || because === null ? null : plainWords(because),
        })),
      },
    },
  });

const grady = EVERYBODY.find(({ name }) => name === "Grady Archie");
const [mailOfSomebody] = answered(say("MAIL_OF_SOMEBODY_UNLINKED", { names: [grady?.mail ?? ""] })) as [WordsFragment];
const conflict = answer(ConflictsDocument, {
  data: {
    conflicts: {
      nodes: [
        {
          directoryId: grady?.id ?? "",
          displayName: grady?.name ?? "",
          email: grady?.mail ?? "",
          since: daysAgo(1),
          sentence: mailOfSomebody,
          users: [
            {
              id: "user-local",
              displayName: grady?.name ?? "",
              email: grady?.mail ?? "",
              createdAt: daysAgo(40),
              lastSignInAt: daysAgo(2),
              status: "ACTIVE",
            },
          ],
        },
      ],
      pageInfo: PAGE,
      totalCount: 1,
    },
  },
});

/** Two who were told apart before. */
const withTwins = ROWS.slice(0, 4).flatMap((row, at) => {
  if (at !== 1) return [row];
  return [
    { ...row, sharesEmail: true },
    { ...row, id: "user-twin", origin: "LOCAL" as const, managedBy: "ADMIN" as const, groups: [], sharesEmail: true },
  ];
});

export const USERS: readonly State[] = [
  state("ready", {
    when: "all is well",
    way: [by.ON],
    says: [
      "Automatic import is on. Last run 13:01: 3 added, 1 disabled. Next run 15:00.",
      "12 users",
      "Disabled by the sync",
      "no longer in any of the chosen groups, 12 May 2026",
    ],
    silent: ["Disabled by the sync:"],
    answers: [],
  }),
  state("ready-norwegian", {
    when: "a reader of Norwegian opens it",
    way: [by.ON, by.IN_NORWEGIAN],
    heading: "Brukere",
    says: ["12 brukere", "Blokkert i katalogen"],
    answers: [],
    locale: "nb-NO",
  }),
  state("loading", {
    when: "the list is on its way",
    way: [by.ON, by.SLOW],
    says: [],
    silent: ["0 users", "Nobody is here yet"],
    answers: [answer(UsersDocument, "never"), answer(SyncStatusDocument, "never")],
  }),
  state("empty-but-me", {
    when: "nobody but the first admin is here",
    way: [by.NEW],
    says: ["Only you are here so far.", "Automatic import is off."],
    answers: [answer(UsersDocument, { data: users(ROWS.slice(0, 1)) }), OFF],
  }),
  state("empty-search", {
    when: "nobody matches the search",
    way: [by.ON],
    says: ["Nobody here is called “Zebra”"],
    silent: ["Nobody is here yet"],
    answers: [answer(UsersDocument, { data: users([]) })],
    steps: [{ type: ["searchbox", "Search users", "Zebra"] }],
  }),
  state("failed", {
    when: "the server failed",
    way: [by.ON, by.BROKEN],
    says: ["Something went wrong on our side.", "Reference: 5f0c41d2"],
    silent: ["Nobody is here yet"],
    answers: [answer(UsersDocument, broken("5f0c41d2"))],
  }),
  state("failed-run", {
    when: "the last run failed, and the next one tries again",
    way: by.FAILED_RUN,
    says: ["Microsoft did not answer.", "Last run 13:01: failed"],
    answers: [FAILED_RUN],
  }),
  state("offline", {
    when: "the connection is gone",
    way: [by.ON, by.OFFLINE],
    says: ["Rollcall could not be reached. Check your connection"],
    silent: ["Nobody is here yet"],
    answers: [answer(UsersDocument, "offline"), answer(SyncStatusDocument, "offline")],
  }),
  state("throttled", {
    when: "the person asked too often",
    way: [by.ON, by.FLOODED],
    says: ["Try again in 20 seconds."],
    answers: [answer(UsersDocument, tooOften(20))],
  }),
  state("throttled-run", {
    when: "Microsoft asked the last run to slow down",
    way: by.THROTTLED,
    says: ["Microsoft asked us to slow down. Nobody was disabled."],
    answers: [THROTTLED],
  }),
  state("ready-asking", {
    when: "two are about to be disabled",
    way: [by.ON],
    says: ["Disable 2 people?", "They can no longer sign in."],
    answers: [],
    steps: disableTwo,
  }),
  state("success", {
    when: "both were disabled",
    way: [by.ON],
    says: ["Disabled: 2 people."],
    answers: [statusesSet(null)],
    steps: [...disableTwo, { confirm: "Disable" }],
    stepsThere: [{ tick: 2 }, { click: ["button", "Disable"] }, { confirm: "Disable" }],
  }),
  state("partial", {
    when: "of two to be disabled, one could not be",
    way: [by.ON],
    says: ["Disabled: Alex Wilber.", "Adele Vance: You cannot disable yourself. Another admin can."],
    answers: [statusesSet("NOT_YOURSELF")],
    steps: [...disableTwo, { confirm: "Disable" }],
  }),
  state("partial-run", {
    when: "the last run could not do all of it",
    way: by.PARTIAL_RUN,
    says: ["could not be read to the end, so nobody was disabled", "12 added, 2 failed"],
    answers: [PARTIAL_RUN],
  }),
  state("not-allowed", {
    when: "the last admin would give the role away",
    way: [by.ON],
    says: [plainWords("LAST_ADMIN")],
    answers: [answer(SetUserRoleDocument, { data: { setUserRole: problem("LAST_ADMIN") } })],
    steps: [
      { click: ["button", "More for Adele Vance"] },
      { click: ["menuitem", "Remove admin"] },
      { confirm: "Remove admin" },
    ],
  }),
  state("held-conflict", {
    when: "somebody here has the mail of a person of the directory",
    way: [by.LOCAL_USER],
    says: ["The same person, or two?", "Grady Archie, here since 2 Apr 2026", "Same mail as somebody else here"],
    answers: [conflict, answer(UsersDocument, { data: users(withTwins) })],
    steps: [{ click: ["button", "Decide"] }],
  }),
  state("not-consented", {
    when: "nobody has approved the permissions",
    way: [by.OPERATOR],
    says: ["Microsoft no longer lets Rollcall read this directory."],
    answers: [NEVER_CONSENTED],
  }),
  state("consent-withdrawn", {
    when: "a permission was withdrawn later",
    way: by.WITHDRAWN_GROUPS,
    says: ["GroupMember.Read.All is not approved there. Nobody was disabled."],
    answers: [WITHDRAWN],
  }),
  state("consent-withdrawn-policy", {
    when: "a policy of the customer keeps Rollcall out",
    way: [by.ON, by.fault("blocked-by-policy"), by.RUN_NOW],
    says: ["A Conditional Access policy of your organisation keeps Rollcall from reading this directory."],
    answers: [BLOCKED_BY_POLICY],
  }),
  state("failed-secret", {
    when: "Microsoft refuses Rollcall's own secret",
    way: [by.ON, by.fault("secret-expired"), by.RUN_NOW],
    says: ["Microsoft refuses Rollcall's own credentials.", "Tell the operator of Rollcall, who has to mend this."],
    answers: [SECRET_REFUSED],
  }),
  state("failed-secret-soon", {
    when: "Rollcall's own secret runs out soon",
    way: [
      by.words("Only an installation that signs in by a certificate knows its day, and says so thirty days before."),
    ],
    says: ["runs out in 9 days", "Tell the operator of Rollcall, who has to renew it by then."],
    answers: [SECRET_RUNS_OUT],
  }),
  state("wrong-tenant", {
    when: "Microsoft knows no such tenant",
    way: by.UNKNOWN_TENANT,
    says: ["Microsoft knows no directory with the tenant id of this account."],
    answers: [UNKNOWN_TENANT],
  }),
  state("no-groups", {
    when: "automatic import is on, and no group is chosen",
    way: by.NO_GROUPS,
    says: ["Automatic import is on, but no group is chosen."],
    answers: [NO_GROUPS],
  }),
  state("no-groups-missing", {
    when: "a chosen group is gone from the directory",
    way: by.GROUP_MISSING,
    says: ["“Legal and Compliance” cannot be found in your directory. Its people stay as they are."],
    answers: [GROUP_MISSING],
  }),
  state("syncing", {
    when: "a run goes on",
    way: by.RUNNING,
    says: ["A run is going on: 1,200 of about 4,000 people read."],
    answers: [SYNCING],
  }),
  state("syncing-first", {
    when: "the first run is about to start",
    way: [
      by.NEW,
      by.fault("slow"),
      by.words("Turn automatic import on, and look within the second in which its first run starts."),
    ],
    says: ["No run has finished yet."],
    answers: [FIRST_RUN],
  }),
  state("retrying", {
    when: "a run waits for Microsoft",
    way: by.RETRYING,
    says: ["Microsoft asked us to slow down, or gave no good answer; going on at 14:07."],
    answers: [RETRYING],
  }),
  state("held", {
    when: "the brake held changes back",
    way: by.HELD,
    says: ["6 people would be disabled, and the brake lets a day disable 5.", "6 held back"],
    answers: [HELD],
  }),
];
