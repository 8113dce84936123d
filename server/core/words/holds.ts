import { people, type Count, type Limit } from "./phrases.js";

const REASONS = {
  HOLD_TOO_MANY_LEAVERS: ({ count, limit }: Count & Limit) =>
    `${people(count)} would be disabled, and the brake lets a day disable ${limit.toLocaleString("en")}.`,
  HOLD_NOBODY_LEFT: "Nobody managed by the groups would remain active.",
  HOLD_GROUP_COLLAPSED: "A chosen group lost more than half of its people at once.",
  HOLD_TOO_MANY_ADDITIONS: ({ count }: Count) => `${people(count)} would be added, far more than this account has.`,
  HOLD_HOLD_OPEN: ({ count }: Count) =>
    `${people(count)} would be disabled, and an earlier list still waits for a decision.`,
} as const;

/** Why changes were kept back, and what to do. */
export const HOLD_SENTENCES = {
  ...REASONS,
  HOLD_WAITS: ({ count }: Count) => `${people(count)} ${count === 1 ? "waits" : "wait"} for a decision.`,
  HOLD_DECIDE: "None of them was changed: look at the list, then approve or reject it.",
} as const;
