import type { RunChangesQuery } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";

export type ChangeRow = NonNullable<RunChangesQuery["run"]>["changes"]["nodes"][number];

/** "Added", or "To add" where it did not come about. */
export function actionWords({ action, outcome }: Pick<ChangeRow, "action" | "outcome">): string {
  const words = texts.history.run;
  return outcome === "DONE" ? words.actions[action] : words.notDone[action];
}

/** "Mail: old@contoso.example → new@contoso.example", for changes of fields; whoever came or went says it by that. */
export function fieldWords({ action, fields }: Pick<ChangeRow, "action" | "fields">): string[] {
  const words = texts.history.run;
  if (action !== "UPDATE") return [];
  const none = texts.common.none;
  return fields.map(({ name, before, after }) =>
    words.field(words.fields[name] ?? name, before || none, after || none),
  );
}
