import { describe, expect, it } from "vitest";
import { isFiltered, markOf, noFilters, toCandidateFilter } from "./candidates.js";

const format = { locale: "en-GB", timeZone: "UTC" };

describe("markOf", () => {
  it("marks people who are users already, and how they were disabled", () => {
    const active = { id: "u", status: "ACTIVE" as const, disabledBy: null, disabledAt: null };
    const disabled = {
      id: "u",
      status: "DISABLED" as const,
      disabledBy: "SYNC" as const,
      disabledAt: "2026-05-03T10:00:00Z",
    };

    expect(markOf({ user: active, obstacle: "ALREADY_HERE" }, format)).toBe("here");
    expect(markOf({ user: disabled, obstacle: "ALREADY_HERE" }, format)).toBe(
      "here, disabled (by the sync, 3 May 2026)",
    );
  });

  it("says why others cannot be ticked, and nothing of those who can", () => {
    expect(markOf({ user: null, obstacle: "BLOCKED_IN_DIRECTORY" })).toBe("Blocked in the directory");
    expect(markOf({ user: null, obstacle: null })).toBeNull();
  });
});

describe("toCandidateFilter", () => {
  it("leaves out what is not chosen, blanks included", () => {
    expect(toCandidateFilter({ department: "  ", kind: "ALL" })).toEqual({});
    expect(toCandidateFilter({ department: " Sales ", kind: "GUEST" })).toEqual({ department: "Sales", kind: "GUEST" });
    expect(isFiltered({ ...noFilters, search: " " })).toBe(false);
  });
});
