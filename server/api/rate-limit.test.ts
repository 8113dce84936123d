import { HeaderMap } from "@apollo/server";
import { describe, expect, it } from "vitest";
import { createUserLimits } from "./rate-limit.js";

const adele = { tenantId: "t1", objectId: "o1" };
const namesake = { tenantId: "t2", objectId: "o1" };

function limits() {
  const clock = { ms: 90_000 };
  const made = createUserLimits(() => new Date(clock.ms), { address: 1, user: 3, changes: 2, reads: 1 });
  const codeOf = (work: () => void): unknown => {
    try {
      work();
      return "allowed";
    } catch (error) {
      return error;
    }
  };
  return {
    clock,
    spend: (who: typeof adele, budget: "all" | "changes" | "reads") => codeOf(() => made.spend(who, budget)),
  };
}

describe("the limits of a person", () => {
  it("allow so many a minute, and say after how many seconds there are more", () => {
    const { spend } = limits();

    const answers = Array.from({ length: 4 }, () => spend(adele, "all"));

    expect(answers.slice(0, 3)).toEqual(["allowed", "allowed", "allowed"]);
    expect(answers[3]).toMatchObject({
      message: "That was too often. Nothing is lost; please try again in 30 seconds.",
      extensions: { code: "RATE_LIMITED", http: { status: 429, headers: new HeaderMap([["retry-after", "30"]]) } },
    });
  });

  it("begin anew with the next minute, and not a moment before", () => {
    const { clock, spend } = limits();
    spend(adele, "reads");

    clock.ms = 119_999;
    const before = spend(adele, "reads");
    clock.ms = 120_000;
    const after = spend(adele, "reads");

    expect(before).toMatchObject({ extensions: { code: "RATE_LIMITED" } });
    expect(after).toBe("allowed");
  });

  it("are each person's own: of another tenant the same object id is somebody else", () => {
    const { spend } = limits();
    spend(adele, "reads");

    expect(spend(adele, "reads")).not.toBe("allowed");
    expect(spend(namesake, "reads")).toBe("allowed");
    expect(spend(adele, "changes")).toBe("allowed");
  });
});
