import type { RunCounts, RunUsage } from "./run.js";

export const NO_CHANGES: RunCounts = {
  added: 0,
  reenabled: 0,
  updated: 0,
  disabled: 0,
  skipped: 0,
  failed: 0,
  held: 0,
};

export const NO_USAGE: RunUsage = { requests: 0, waits: 0, waitedMs: 0, requestIds: [] };
