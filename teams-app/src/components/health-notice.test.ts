import { describe, expect, it } from "vitest";
import { healthNotice } from "./health-notice.js";

describe("healthNotice", () => {
  it("shows what needs a person, in the server's words", () => {
    const health = { state: "CONSENT_LOST" as const, message: "Consent is gone.", nextStep: "Approve again." };

    expect(healthNotice(health)).toEqual({
      intent: "error",
      title: "Consent is gone.",
      nextStep: "Approve again.",
      fixedAt: "/settings",
    });
  });

  it("stays away while all is well, also while a run goes on", () => {
    const quiet = (["OK", "OFF", "RUNNING", "WAITING_FOR_FIRST_RUN"] as const).map((state) =>
      healthNotice({ state, message: "x", nextStep: null }),
    );

    expect(quiet).toEqual([null, null, null, null]);
  });
});
