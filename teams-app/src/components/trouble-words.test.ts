import { describe, expect, it } from "vitest";
import { answered, say, type Sentence } from "../../../test/answered.js";
import { sameTrouble, troubleWords } from "./trouble-words.js";

describe("troubleWords", () => {
  it("shows the reference of our own failure", () => {
    expect(troubleWords({ kind: "server", reference: "r-1" }).lines).toContain("Reference: r-1");
  });

  it("does not offer to repeat what would only fail again", () => {
    expect(troubleWords({ kind: "bad-input", message: "Too long." })).toEqual({
      intent: "error",
      lines: ["Too long."],
      retry: false,
    });
    expect(troubleWords({ kind: "offline" }).retry).toBe(true);
  });

  it("knows equal troubles apart from their references, and different problems apart", () => {
    const problem = (said: Sentence) =>
      sameTrouble({ kind: "problem", code: "NOT_ALLOWED", sentences: answered(said), retryAt: null });

    expect(sameTrouble({ kind: "server", reference: "r-1" })).toBe(sameTrouble({ kind: "server", reference: "r-2" }));
    expect(problem(say("LINK_STILL_THERE"))).not.toBe(problem(say("LINK_USER_TOO")));
  });

  it("treats Microsoft's request to slow down as information", () => {
    const words = troubleWords({
      kind: "problem",
      code: "THROTTLED",
      sentences: answered(say("THROTTLED")),
      retryAt: null,
    });

    expect(words).toEqual({
      intent: "info",
      lines: ["Microsoft asked us to slow down. Nothing was changed; please try again a little later."],
      retry: true,
    });
  });
});
