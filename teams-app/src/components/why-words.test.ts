import { describe, expect, it } from "vitest";
import { answered, say } from "../../../test/answered.js";
import { changeLine, exclusionOf, personRunNews, whyTitle, type PersonRun, type WhyAnswer } from "./why-words.js";

const path = (excludes: boolean) => ({ excludes, groups: [{ id: "g", displayName: "Sales" }] });

describe("the question", () => {
  it("asks for both until it is known how they stand", () => {
    expect(whyTitle("Ada", null)).toBe("Why is Ada here, or not?");
    expect(whyTitle("Ada", "NOT_HERE")).toBe("Why is Ada not here?");
    expect(whyTitle("Ada", "HERE_BY_GROUPS")).toBe("Why is Ada here?");
    expect(whyTitle("Ada", "DISABLED_BY_SYNC")).toBe("Why is Ada disabled?");
  });
});

describe("exclusionOf", () => {
  it.each<[string, Pick<WhyAnswer, "rule" | "paths">, string]>([
    ["not excluded", { rule: "IN_CHOSEN_GROUP", paths: [path(false)] }, "NO"],
    ["by name", { rule: "EXCLUDED", paths: [path(false)] }, "BY_NAME"],
    ["by a group, which taking back the name would not end", { rule: "EXCLUDED", paths: [path(true)] }, "BY_GROUP"],
    ["by a group, though another rule decided", { rule: "BLOCKED_IN_DIRECTORY", paths: [path(true)] }, "BY_GROUP"],
    ["one way or the other while Microsoft does not tell", { rule: "EXCLUDED", paths: null }, "UNKNOWN"],
  ])("%s", (_, why, exclusion) => {
    expect(exclusionOf(why)).toBe(exclusion);
  });
});

describe("changeLine", () => {
  const change = {
    action: "DISABLE",
    outcome: "DONE",
    reason: "LEFT_GROUPS",
    reasonText: "Left the groups.",
    because: null,
    message: null,
  } as const;

  it("says what was done, and why", () => {
    expect(changeLine(change)).toBe("Disabled: Left the groups.");
  });

  it("does not call done what was not, and says why it was not", () => {
    expect(changeLine({ ...change, outcome: "DROPPED", because: "NOT_DONE_STAYS", message: "They may stay." })).toBe(
      "Not disabled: They may stay.",
    );
    expect(changeLine({ ...change, outcome: "OVERTAKEN" })).toBe("Not disabled: Left the groups.");
  });
});

describe("what came of syncing one person", () => {
  const run = (some: Partial<NonNullable<PersonRun>>): PersonRun => ({
    id: "r",
    status: "SUCCEEDED",
    reasons: [],
    progress: null,
    changes: { nodes: [] },
    ...some,
  });
  const why = { reason: "LEFT_GROUPS", reasonText: "", because: null, message: null } as const;
  const disabled = { id: "c", action: "DISABLE", outcome: "DONE", ...why } as const;

  it("tells a wait for Microsoft from a run that works", () => {
    const now = new Date("2026-05-03T12:00:00Z");
    const waiting = run({ status: "RUNNING", progress: { waitingUntil: "2026-05-03T12:07:00Z" } });

    expect(personRunNews(waiting, now).text).toMatch(/^Microsoft asked us to slow down/);
    expect(personRunNews(waiting, new Date("2026-05-03T12:08:00Z"))).toMatchObject({ running: true, intent: "info" });
    expect(personRunNews(waiting, new Date("2026-05-03T12:08:00Z")).text).toBe("Asking Microsoft about them …");
  });

  it("says what was done, or that nothing had to be", () => {
    expect(personRunNews(run({ changes: { nodes: [disabled] } }))).toMatchObject({
      running: false,
      intent: "success",
      text: "Done: disabled.",
    });
    expect(personRunNews(run({})).text).toBe("Done. Nothing had to change.");
  });

  it("tells what the brake kept back as a warning, with what was done all the same", () => {
    const updated = { ...disabled, action: "UPDATE" } as const;
    const held = run({ status: "HELD", reasons: answered(say("PERSON_ON_HOLD")), changes: { nodes: [updated] } });

    expect(personRunNews(held)).toEqual({
      running: false,
      intent: "warning",
      text: "Done: updated from the directory. They are left as they are until an admin has decided about the list that waits.",
    });
  });

  it("counts no change that was not done, and calls a failed run failed", () => {
    const dropped = { ...disabled, outcome: "DROPPED" } as const;

    expect(personRunNews(run({ changes: { nodes: [dropped] } })).text).toBe("Done. Nothing had to change.");
    expect(personRunNews(run({ status: "FAILED", reasons: answered(say("RUN_TRIES_AGAIN")) }))).toMatchObject({
      intent: "error",
      text: "The next run tries again.",
    });
    expect(personRunNews(null).intent).toBe("warning");
  });
});
