import { describe, expect, it } from "vitest";
import { answered, say } from "../../../test/answered.js";
import { healthNotice } from "./health-notice.js";

describe("healthNotice", () => {
  it("shows what needs a person, in the server's words", () => {
    const health = {
      state: "CONSENT_LOST" as const,
      sentences: answered(say("DIRECTORY_CLOSED")),
      nextSentences: answered(say("NEXT_REVIEW")),
      retryAt: null,
    };

    expect(healthNotice(health, "/users")).toEqual({
      intent: "error",
      title: "Microsoft no longer lets Rollcall read this directory. Nobody was disabled.",
      nextStep: "Press Review permissions, or ask somebody who may consent in your directory.",
      fixedAt: "/settings",
    });
  });

  it("stays away while all is well, also while a run goes on", () => {
    const quiet = (["OK", "OFF", "RUNNING", "WAITING_FOR_FIRST_RUN"] as const).map((state) =>
      healthNotice({ state, sentences: answered(say("IMPORT_IS_ON")), nextSentences: [], retryAt: null }, "/users"),
    );

    expect(quiet).toEqual([null, null, null, null]);
  });

  it("says when what waits goes on by itself, while that lies ahead", () => {
    const fixed = { now: new Date("2026-11-23T14:00:00Z"), locale: "en-GB", timeZone: "UTC" };
    const throttled = (retryAt: string) =>
      healthNotice(
        {
          state: "THROTTLED",
          sentences: answered(say("SLOWED_DOWN")),
          nextSentences: answered(say("NEXT_RUN_GOES_ON")),
          retryAt,
        },
        null,
        fixed,
      );

    expect(throttled("2026-11-23T14:07:00Z")).toMatchObject({
      intent: "info",
      nextStep: "Nothing to do: the next run goes on. It goes on by itself at 14:07.",
    });
    expect(throttled("2026-11-23T13:00:00Z")?.nextStep).toBe("Nothing to do: the next run goes on.");
  });

  it("leaves a hold to the screen that shows it", () => {
    const waiting = answered(say("HOLD_WAITS", { count: 8 }));
    const held = { state: "HELD" as const, sentences: waiting, nextSentences: [], retryAt: null };

    expect(healthNotice(held, "/automatic-import")).toBeNull();
    expect(healthNotice(held, "/users")).toMatchObject({
      title: "8 people wait for a decision.",
      fixedAt: "/automatic-import",
    });
  });
});
