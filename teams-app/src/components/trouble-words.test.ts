import { describe, expect, it } from "vitest";
import { troubleWords } from "./trouble-words.js";

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
    expect(troubleWords({ kind: "ended" }).retry).toBe(false);
    expect(troubleWords({ kind: "offline" }).retry).toBe(true);
  });

  it("treats Microsoft's request to slow down as information", () => {
    const words = troubleWords({ kind: "problem", code: "THROTTLED", message: "Microsoft is busy.", retryAt: null });

    expect(words).toEqual({ intent: "info", lines: ["Microsoft is busy."], retry: true });
  });
});
