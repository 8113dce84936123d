import { describe, expect, it } from "vitest";
import { answered, say } from "../../../../test/answered.js";
import { groupOptions, whyNoApproval } from "./hold-words.js";
import { markOf } from "./recent-run-marks.js";

describe("whyNoApproval", () => {
  it("is the reason while the directory cannot be read, and none while it can", () => {
    const sentences = answered(say("TROUBLE_APP_REMOVED"));
    const nextSentences = answered(say("NEXT_REVIEW"));

    expect(whyNoApproval({ state: "CONSENT_LOST", sentences, nextSentences })).toMatch(
      /^Rollcall was removed from your directory.* Press Review permissions/,
    );
    expect(whyNoApproval({ state: "HELD", sentences, nextSentences })).toBeNull();
  });
});

describe("groupOptions", () => {
  it("offers all, and each group with how many it has", () => {
    const groups = [{ group: { id: "g1", displayName: "Sales" }, toDisable: 3, toAdd: 1 }];

    expect(groupOptions({ groups, toDisable: 1200, toAdd: 1 })).toEqual([
      ["", "All (1,201)"],
      ["g1", "Sales (4)"],
    ]);
  });
});

describe("markOf", () => {
  it("tells a quiet run, one that changed somebody, one to look at and one that failed", () => {
    const counts = { added: 0, reenabled: 0, updated: 0, disabled: 0, skipped: 4, failed: 0, held: 0 };
    const changed = { ...counts, updated: 1 };

    expect(markOf({ status: "SUCCEEDED", counts })).toBe("quiet");
    expect(markOf({ status: "SUCCEEDED", counts: changed })).toBe("changed");
    expect(markOf({ status: "HELD", counts })).toBe("attention");
    expect([markOf({ status: "FAILED", counts }), markOf({ status: "FAILED", counts: changed })]).toEqual([
      "failed",
      "attention",
    ]);
  });
});
