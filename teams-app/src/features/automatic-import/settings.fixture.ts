import type { Settings } from "./set-up-draft.js";

/** Stored settings for tests; what does not matter is filled in. */
export const settingsOf = (over: Partial<Settings> = {}): Settings => ({
  enabled: false,
  groups: [{ id: "g1", displayName: "Sales", people: 3, readAt: null, health: [] }],
  excludedGroups: [],
  excludedPeople: [],
  disableLeavers: false,
  includeGuests: false,
  includeNested: true,
  brake: { percent: 20, cap: 500 },
  version: 4,
  ...over,
});
