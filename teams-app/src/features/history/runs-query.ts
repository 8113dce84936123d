import type { RunFilter, RunStatus, RunTrigger } from "../../graphql/generated/graphql.js";

export type Shown = "all" | "changed" | "attention";
export type Kind = "all" | "sync" | "import" | "refresh" | "undo";

export interface RunChoice {
  show: Shown;
  kind: Kind;
}

export const everything: RunChoice = { show: "all", kind: "all" };

export const isNarrowed = ({ show, kind }: RunChoice): boolean => show !== "all" || kind !== "all";

const triggersOf: Record<Exclude<Kind, "all">, RunTrigger[]> = {
  sync: ["SCHEDULE", "ADMIN", "SETTINGS", "CATCH_UP", "APPROVAL"],
  import: ["IMPORT"],
  refresh: ["REFRESH"],
  undo: ["UNDO"],
};

const needAttention: RunStatus[] = ["HELD", "PARTIAL", "FAILED", "STOPPED"];

/** The choice as the API takes it. */
export function toRunFilter({ show, kind }: RunChoice): RunFilter {
  return {
    ...(show === "changed" && { changed: true }),
    ...(show === "attention" && { statuses: needAttention }),
    ...(kind !== "all" && { triggers: triggersOf[kind] }),
  };
}
