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

  it("names the screen where a permission is mended, and none for what passes by itself", () => {
    const fixedAt = (code: "CONSENT_LOST" | "CONSENT_MISSING" | "ACCESS_BLOCKED" | "THROTTLED") =>
      troubleWords({ kind: "problem", code, sentences: answered(say(code)), retryAt: null }).fixedAt;

    expect([fixedAt("CONSENT_LOST"), fixedAt("CONSENT_MISSING"), fixedAt("ACCESS_BLOCKED")]).toEqual([
      "/settings",
      "/settings",
      "/settings",
    ]);
    expect([fixedAt("THROTTLED"), troubleWords({ kind: "offline" }).fixedAt]).toEqual([undefined, undefined]);
  });

  it("says in plain words what Microsoft's number for somebody who is not assigned means", () => {
    const detail = "AADSTS50105: The signed in user is not assigned to a role for the application.";

    expect(troubleWords({ kind: "host", detail }).lines).toEqual([
      "Teams did not sign you in.",
      expect.stringContaining("assigned to Rollcall"),
      `Teams says: ${detail}`,
    ]);
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
