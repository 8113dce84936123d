import type { Person, User } from "./model.js";

/** Why a person of the directory cannot be ticked. */
export type CandidateObstacle = "BLOCKED_IN_DIRECTORY" | "DETAILS_HIDDEN" | "ALREADY_HERE";

/** Why somebody picked by hand did not become a user. */
export type ImportFailure =
  | Exclude<CandidateObstacle, "ALREADY_HERE">
  | "NOT_IN_DIRECTORY"
  | "DELETED"
  | "NO_ANSWER"
  | "MAIL_CONFLICT"
  | "NOT_WRITTEN";

export interface Candidate {
  readonly person: Person;
  /** The user this person already is. */
  readonly user: User | null;
  readonly obstacle: CandidateObstacle | null;
}

/** By hand, members and guests are taken alike, as long as the directory says they are enabled. */
export function candidateOf(person: Person, user: User | undefined): Candidate {
  return { person, user: user ?? null, obstacle: user ? "ALREADY_HERE" : importObstacle(person) };
}

export function importObstacle(person: Person): Exclude<CandidateObstacle, "ALREADY_HERE"> | null {
  if (person.accountEnabled === null) return "DETAILS_HIDDEN";
  return person.accountEnabled ? null : "BLOCKED_IN_DIRECTORY";
}
