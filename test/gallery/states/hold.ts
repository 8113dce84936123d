import { changeWords } from "../../../server/core/change-words.js";
import {
  HeldPeopleDocument,
  HoldDocument,
  RejectHoldDocument,
} from "../../../teams-app/src/features/automatic-import/hold-operations.js";
import { LEGAL, PAGE, SALES } from "../builders.js";
import { minutesAgo } from "../moment.js";
import { answer } from "../state.js";
import { HELD_PEOPLE, HELD_WORDS } from "./health.js";

const heldPeople = HELD_PEOPLE.map(({ directoryId, displayName, action, reason }) => ({
  directoryId,
  displayName,
  action,
  reason,
  reasonText: changeWords(reason),
  groups: [SALES],
}));
/** The list that waits, as Automatic import asks for it. */
export const HOLD = [
  answer(HoldDocument, {
    data: {
      hold: {
        id: "hold-1",
        version: 2,
        sentences: HELD_WORDS,
        toDisable: HELD_PEOPLE.length,
        toAdd: 0,
        openedAt: minutesAgo(64),
        approvedBy: null,
        groups: [
          { group: SALES, toDisable: HELD_PEOPLE.length, toAdd: 0 },
          { group: LEGAL, toDisable: 2, toAdd: 0 },
        ],
      },
    },
  }),
  answer(HeldPeopleDocument, {
    data: { hold: { id: "hold-1", version: 2, people: { nodes: heldPeople, pageInfo: PAGE } } },
  }),
];

export const HOLD_UNTIL_REJECTED = [
  ...HOLD.map((asked) => ({ ...asked, replies: [...asked.replies, { data: { hold: null } }] })),
  answer(RejectHoldDocument, { data: { rejectHold: { __typename: "HoldRejected", people: HELD_PEOPLE.length } } }),
];
