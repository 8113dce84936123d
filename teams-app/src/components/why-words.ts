import type { PersonRunQuery, WhyPersonQuery } from "../graphql/generated/graphql.js";
import { texts } from "../texts/texts.js";

export type WhyAnswer = Extract<WhyPersonQuery["whyPerson"], { __typename: "Why" }>;
export type PersonRun = PersonRunQuery["run"];
export type WhyChange = WhyAnswer["changes"][number];

/** The question as it now stands. */
export function whyTitle(name: string, standing: WhyAnswer["standing"] | null): string {
  const words = texts.why.title;
  switch (standing) {
    case null:
      return words.unknown(name);
    case "NOT_HERE":
      return words.notHere(name);
    case "HERE_BY_ADMIN":
    case "HERE_BY_GROUPS":
      return words.here(name);
    case "DISABLED_BY_ADMIN":
    case "DISABLED_BY_SYNC":
      return words.disabled(name);
  }
}

/** How somebody is excluded. An excluded group outweighs a name: taking the name back would change nothing. */
export type Exclusion = "BY_NAME" | "BY_GROUP" | "NO" | "UNKNOWN";

export function exclusionOf({ rule, paths }: Pick<WhyAnswer, "rule" | "paths">): Exclusion {
  if (paths?.some((path) => path.excludes)) return "BY_GROUP";
  if (rule !== "EXCLUDED") return "NO";
  return paths === null ? "UNKNOWN" : "BY_NAME";
}

/** Who decides about a user, with the name of the admin who took them out of the groups' hands. */
export function managedByWords({ managedBy, keptBy, keptAt }: NonNullable<WhyAnswer["user"]>): string {
  const words = texts.why;
  return managedBy === "ADMIN" && keptBy ? words.keptBy(keptBy, keptAt) : words.managedBy[managedBy];
}

/** "Added: Is in a chosen group." or "Not disabled: A second look found that they may stay." */
export function changeLine({
  action,
  outcome,
  reason,
  reasonText,
  because,
  message,
}: Omit<WhyChange, "id" | "at">): string {
  const words = texts.why.changes;
  const why = texts.server.changeReason(reason, reasonText);
  if (outcome === "DONE") return `${words.actions[action]}: ${why}`;
  if (outcome === "PLANNED") return `${words.planned}: ${words.actions[action]}`;
  return `${words.notDone[action]}: ${texts.server.because(because, message) ?? why}`;
}

export interface RunNews {
  running: boolean;
  intent: "info" | "success" | "warning" | "error";
  text: string;
}

/** What became of "Sync just this person now". */
export function personRunNews(run: PersonRun, now = new Date()): RunNews {
  const words = texts.why.sync;
  if (!run) return { running: false, intent: "warning", text: words.gone };
  if (run.status === "RUNNING") {
    const until = run.progress?.waitingUntil;
    const waits = until && new Date(until) > now;
    return { running: true, intent: "info", text: waits ? words.waits(until) : words.running };
  }
  const done = run.changes.nodes.filter((change) => change.outcome === "DONE").map(({ action }) => words.done[action]);
  if (run.status === "SUCCEEDED")
    return { running: false, intent: "success", text: done.length > 0 ? done.join(" ") : words.nothing };
  const text = [...done, texts.server.sentences(run.reasons) || words.gone].join(" ");
  return { running: false, intent: run.status === "FAILED" ? "error" : "warning", text };
}
