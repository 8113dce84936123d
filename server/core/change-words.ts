import type { Change, ChangeReason } from "./changes.js";
import type { DisableReason, DisabledBy } from "./model.js";
import { plainWords, type PlainCode } from "./sentences.js";
import { IMPORTS, NOT_DONE } from "./words/people.js";

export const changeWords = (reason: ChangeReason): string => plainWords(`CHANGE_${reason}`);

export function disabledWords(by: DisabledBy | null, reason: DisableReason | null): string | null {
  if (by === "ADMIN") return "Disabled by an admin";
  if (by !== "SYNC") return null;
  const because = changeWords(reason ?? "LEFT_GROUPS").replace(/\.$/, "");
  return `Disabled by the sync: ${because.charAt(0).toLowerCase()}${because.slice(1)}`;
}

/** Why a change did not come about; null where it did, or may yet. What only a log needs is not told. */
export function whyNotDone({
  outcome,
  because,
  reason,
}: Pick<Change, "outcome" | "because" | "reason">): PlainCode | null {
  switch (outcome) {
    case "DONE":
    case "PLANNED":
      return null;
    case "OVERTAKEN":
    case "NOT_REACHED":
      return `NOT_DONE_${outcome}`;
    case "DROPPED":
    case "FAILED": {
      return reason === "BY_HAND"
        ? (codeAmong(IMPORTS, `IMPORT_${because ?? ""}`) ?? "IMPORT_NOT_WRITTEN")
        : (codeAmong(NOT_DONE, `NOT_DONE_${because ?? ""}`) ?? "NOT_DONE_NOT_WRITTEN");
    }
  }
}

const codeAmong = <Words extends object>(words: Words, code: string): keyof Words | null =>
  Object.hasOwn(words, code) ? (code as keyof Words) : null;
