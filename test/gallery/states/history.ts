import { NO_CHANGES } from "../../../server/core/run-counts.js";
import { partialSentences } from "../../../server/core/run-words.js";
import { plainWords, say } from "../../../server/core/sentences.js";
import { answered } from "../../answered.js";
import {
  RunChangesDocument,
  RunDocument,
  RunsDocument,
  UndoPreviewDocument,
} from "../../../teams-app/src/features/history/operations.js";
import { changes, run, runs } from "../history-builders.js";
import { inMinutes } from "../moment.js";
import { EVERYBODY } from "../people.js";
import * as by from "../ways.js";
import { answer, broken, type Kind, type State } from "../state.js";
import { HELD_WORDS, RETRYING, THROTTLED, WITHDRAWN } from "./health.js";

type Rest = Omit<State, "name" | "path" | "heading">;
const state = (name: Kind | `${Kind}-${string}`, rest: Rest): State => ({
  name: `history/${name}`,
  path: "/history",
  heading: "History",
  ...rest,
});
const opened = (name: Kind | `${Kind}-${string}`, rest: Rest): State => ({
  ...state(name, rest),
  // Behind the panel, which takes it out of sight for screen readers
  heading: null,
  path: "/history/run/run-1",
});

const nobody = { count: 0, people: [] };
const [first] = EVERYBODY.slice(4).map(({ id, name }) => ({
  directoryId: id,
  displayName: name,
  because: "UNDO_CREATE" as const,
  reason: plainWords("UNDO_CREATE"),
}));

export const HISTORY: readonly State[] = [
  state("ready", {
    when: "runs of every kind are listed",
    way: [by.ON],
    says: ["Every hour", "Run now, Adele Vance", "Waits for a decision", "1,240"],
    answers: [],
  }),
  state("loading", {
    when: "the runs are on their way",
    way: [by.ON, by.SLOW],
    says: [],
    silent: ["Nothing has run yet."],
    answers: [answer(RunsDocument, "never")],
  }),
  state("empty", {
    when: "nothing has run yet",
    way: [by.NEW],
    says: ["Nothing has run yet."],
    answers: [answer(RunsDocument, { data: runs([]) })],
  }),
  state("failed", {
    when: "the server failed",
    way: [by.ON, by.BROKEN],
    says: ["Something went wrong on our side.", "Reference: 77aa10c3"],
    answers: [answer(RunsDocument, broken("77aa10c3"))],
  }),
  state("offline", {
    when: "the connection is gone",
    way: [by.ON, by.OFFLINE],
    says: ["Rollcall could not be reached."],
    answers: [answer(RunsDocument, "offline")],
  }),
  opened("ready-run", {
    when: "a run is open",
    way: by.ALEX_LEFT,
    says: [
      "What happened when",
      "Waited once for Microsoft",
      "No longer in any of the chosen groups.",
      "For Microsoft",
    ],
    answers: [],
  }),
  opened("syncing", {
    when: "a run is open that goes on",
    way: by.RUNNING,
    says: ["A run is going on: 12 of 40 changes made.", "Goes on"],
    answers: [
      answer(RunDocument, {
        data: {
          run: run({
            status: "RUNNING",
            finishedAt: null,
            counts: NO_CHANGES,
            progress: { stage: "APPLYING", done: 12, total: 40, waitingUntil: null },
          }),
        },
      }),
    ],
  }),
  opened("partial", {
    when: "a run is open that could not do all of it",
    way: by.PARTIAL_RUN,
    says: ["Partly done", "could not be read to the end"],
    silent: ["Failed."],
    answers: [
      answer(RunDocument, {
        data: { run: run({ status: "PARTIAL", reasons: answered(...partialSentences(["Sales"], 0)) }) },
      }),
    ],
  }),
  opened("held", {
    when: "a run is open whose changes wait for an admin",
    way: by.HELD,
    says: ["Waits for a decision", "Look at the list that waits", "6 people would be disabled"],
    answers: [answer(RunDocument, { data: { run: run({ status: "HELD", reasons: HELD_WORDS }) } })],
  }),
  opened("empty-run", {
    when: "a run is open that failed before it changed anybody",
    way: by.FAILED_RUN,
    says: ["Failed", plainWords("RUN_UNEXPECTED"), "Nobody was changed by this run."],
    answers: [
      answer(RunDocument, {
        data: { run: run({ status: "FAILED", reasons: answered(say("RUN_UNEXPECTED")), counts: NO_CHANGES }) },
      }),
      answer(RunChangesDocument, { data: changes([]) }),
    ],
  }),
  opened("failed-missing", {
    when: "the link leads to a run that is gone",
    way: [by.ON, { address: "/history/run/gone" }],
    says: ["This run is not here."],
    answers: [answer(RunDocument, { data: { run: null } })],
  }),
  opened("ready-undo", {
    when: "a run is about to be undone",
    way: by.ALEX_LEFT,
    says: ["Undo this run?", "Will disable 1 person", "Will leave 1 person as they are"],
    answers: [
      answer(UndoPreviewDocument, {
        data: {
          run: {
            undoPreview: {
              obstacleSentence: null,
              disable: { count: 1, people: first ? [first] : [] },
              enable: nobody,
              leave: { count: 1, people: first ? [{ ...first, directoryId: "other" }] : [] },
            },
          },
        },
      }),
    ],
    steps: [{ click: ["button", "Undo this run"] }],
  }),
  opened("not-allowed", {
    when: "there is nothing that could be undone",
    way: [...by.ALEX_LEFT, by.words("On the Users page, enable Alex Wilber. Then open that run under History.")],
    says: [plainWords("UNDO_NOTHING")],
    answers: [
      answer(UndoPreviewDocument, {
        data: {
          run: {
            undoPreview: {
              obstacleSentence: answered(say("UNDO_NOTHING"))[0] ?? null,
              disable: nobody,
              enable: nobody,
              leave: nobody,
            },
          },
        },
      }),
    ],
    steps: [{ click: ["button", "Undo this run"] }],
  }),
  opened("success", {
    when: "a run is open that was undone",
    way: [...by.ALEX_LEFT, by.UNDO, by.words("Then open the run that was undone.")],
    says: ["Undone by this run"],
    answers: [
      answer(RunDocument, { data: { run: run({ undoneBy: "run-7" }) } }),
      answer(UndoPreviewDocument, {
        data: {
          run: {
            undoPreview: {
              obstacleSentence: answered(say("UNDO_DONE_BEFORE"))[0] ?? null,
              disable: nobody,
              enable: nobody,
              leave: nobody,
            },
          },
        },
      }),
    ],
  }),
  opened("retrying", {
    when: "a run is open that waits for Microsoft",
    way: by.RETRYING,
    says: ["Microsoft asked us to slow down", "going on at 14:07."],
    answers: [
      RETRYING,
      answer(RunDocument, {
        data: {
          run: run({
            status: "RUNNING",
            finishedAt: null,
            counts: NO_CHANGES,
            progress: { stage: "READING", done: 1200, total: 4000, waitingUntil: inMinutes(2) },
          }),
        },
      }),
      answer(RunChangesDocument, { data: changes([]) }),
    ],
  }),
  state("throttled", {
    when: "Microsoft asked the last run to slow down",
    way: by.THROTTLED,
    says: ["Microsoft asked us to slow down. Nobody was disabled."],
    answers: [THROTTLED],
  }),
  state("consent-withdrawn", {
    when: "a permission was withdrawn later",
    way: by.WITHDRAWN_GROUPS,
    says: ["GroupMember.Read.All is not approved there. Nobody was disabled."],
    answers: [WITHDRAWN],
  }),
];
