import type { ManagedBy } from "./model.js";

/* What admins read about what they decide about people. */

export const HAND_OVER_WORDS = {
  EITHER: "Name users, or hand over those who are in the chosen groups; not both.",
  NOT_FOUND: "There is no such user here.",
  NOT_LINKED: "This user is not linked to the directory, so no group can decide about them.",
  UNCHANGED: {
    GROUPS: "The groups decide about them already.",
    ADMIN: "An admin decides about them already.",
  } satisfies Record<ManagedBy, string>,
} as const;

export const LINK_WORDS = {
  ALREADY_THEIRS: "This record is that person's already.",
  STILL_THERE:
    "The person of this record is still in the directory, or not surely deleted, so nobody else can have it.",
  USER_TOO:
    "That person is a user here already. Disable that user first; the two records then change places, and nothing is lost.",
  OVERTAKEN: "One of the two was changed by somebody else meanwhile. Look at them as they are now.",
} as const;

/** Why a person waits for a decision. */
export const conflictWords = (mail: string): string =>
  `Somebody here has the mail address ${mail} and is not linked to the directory. Only you can say whether they are the same person.`;
