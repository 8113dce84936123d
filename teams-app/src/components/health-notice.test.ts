import { describe, expect, it } from "vitest";
import { healthNotice } from "./health-notice.js";

describe("healthNotice", () => {
  it("shows what needs a person, in the server's words", () => {
    const health = {
      state: "CONSENT_LOST" as const,
      message: "Consent is gone.",
      nextStep: "Approve again.",
      retryAt: null,
    };

    expect(healthNotice(health, "/users")).toEqual({
      intent: "error",
      title: "Consent is gone.",
      nextStep: "Approve again.",
      fixedAt: "/settings",
    });
  });

  it("stays away while all is well, also while a run goes on", () => {
    const quiet = (["OK", "OFF", "RUNNING", "WAITING_FOR_FIRST_RUN"] as const).map((state) =>
      healthNotice({ state, message: "x", nextStep: null, retryAt: null }, "/users"),
    );

    expect(quiet).toEqual([null, null, null, null]);
  });

  it("says when what waits goes on by itself, while that lies ahead", () => {
    const fixed = { now: new Date("2026-11-23T14:00:00Z"), locale: "en-GB", timeZone: "UTC" };
    const throttled = (retryAt: string) =>
      healthNotice({ state: "THROTTLED", message: "Slow down.", nextStep: "Nothing to do.", retryAt }, null, fixed);

    expect(throttled("2026-11-23T14:07:00Z")).toMatchObject({
      intent: "info",
      nextStep: "Nothing to do. It goes on by itself at 14:07.",
    });
    expect(throttled("2026-11-23T13:00:00Z")?.nextStep).toBe("Nothing to do.");
  });

  it("leaves a hold to the screen that shows it", () => {
    const held = { state: "HELD", message: "8 people wait.", nextStep: "Look at the list.", retryAt: null } as const;

    expect(healthNotice(held, "/automatic-import")).toBeNull();
    expect(healthNotice(held, "/users")).toMatchObject({ title: "8 people wait.", fixedAt: "/automatic-import" });
  });
});
