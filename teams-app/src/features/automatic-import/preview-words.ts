import { formatNumber } from "../../format.js";
import type { SyncPreviewQuery } from "../../graphql/generated/graphql.js";
import { texts } from "../../texts/texts.js";

export type Preview = Extract<SyncPreviewQuery["syncPreview"], { __typename: "SyncPreview" }>;
export type GroupSum = Preview["groups"][number];

/** "412 members = 371 people + 3 devices and the like + 38 guests left out"; parts of nobody are left out. */
export function sumWords({ members, complete, ...sum }: GroupSum): string {
  const words = texts.automaticImport.preview.sum;
  const parts = (["people", "others", "blocked", "guestsLeftOut", "excluded", "unknown", "countedBefore"] as const)
    .filter((kind) => sum[kind] > 0)
    .map((kind) => words[kind](sum[kind], formatNumber(sum[kind])));
  const all = words.members(members, formatNumber(members));
  const said = parts.length > 0 ? `${all} = ${parts.join(" + ")}` : all;
  return complete ? said : words.incomplete(said);
}

/** "371 people in all, 6 of them in more than one of the groups." */
export function togetherWords(groups: readonly GroupSum[]): string {
  const words = texts.automaticImport.setUp;
  const people = groups.reduce((all, sum) => all + sum.people, 0);
  const overlap = groups.reduce((all, sum) => all + sum.countedBefore, 0);
  return words.together(people, overlap);
}
