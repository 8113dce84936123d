import type { Cell } from "../../components/csv.js";
import { texts } from "../../texts/texts.js";
import type { PersonResult } from "./import-people.js";

/** The result as a table to hand on: headings, then a row for each person. */
export function resultRows(results: readonly PersonResult[]): Cell[][] {
  const { columns, outcomes } = texts.addPeople.result;
  return [
    [columns.name, columns.outcome, columns.reason, columns.directoryId],
    ...results.map(({ displayName, outcome, message, directoryId }) => [
      displayName,
      outcomes[outcome],
      message,
      directoryId,
    ]),
  ];
}
