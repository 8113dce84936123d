import { describe, expect, it } from "vitest";
import { answered, say } from "../../../../test/answered.js";
import { chosenHealth, groupFacts } from "./group-words.js";

const fixed = { now: new Date("2026-11-23T14:30:00Z"), locale: "en-GB", timeZone: "UTC" };

describe("groupFacts", () => {
  it("tells kind, size and the obstacle, and leaves out a count Microsoft did not give", () => {
    const group = { kind: "SECURITY" as const, dynamic: true, memberCount: 1, choosable: true };

    expect(groupFacts(group)).toEqual(["Security group", "filled by a rule", "1 direct member"]);
    expect(groupFacts({ ...group, dynamic: false, memberCount: null, choosable: false })).toEqual([
      "Security group",
      "Its members are hidden, so Rollcall cannot see who is in it.",
    ]);
  });
});

describe("chosenHealth", () => {
  it("is calm about a group that is well, and about one that was not read yet", () => {
    expect(chosenHealth({ people: 3, health: [] })).toEqual([{ words: "OK", calm: true, next: null }]);
    expect(chosenHealth({ people: null, health: [] })).toEqual([{ words: "Not read yet", calm: true, next: null }]);
  });

  it("does not say OK of a group that could not be read, and tells since when and what to do", () => {
    const [sentence] = answered(say("GROUP_IS_INCOMPLETE"));
    const health = sentence ? [{ code: "INCOMPLETE" as const, sentence, since: "2026-11-23T14:00:00Z" }] : [];

    expect(chosenHealth({ people: 3, health }, fixed)).toEqual([
      {
        words: "The last run could not read it to its end, so it disabled nobody (since 14:00).",
        calm: false,
        next: "There is nothing to do here.",
      },
    ]);
  });

  it("tells everything there is, calm about what needs nobody", () => {
    const codes = ["MISSING", "SHRUNK", "EMPTY", "HIDDEN", "RENAMED", "DYNAMIC"] as const;
    const health = codes.flatMap((code) =>
      answered(say("GROUP_IS_EMPTY")).map((sentence) => ({ code, sentence: { ...sentence, text: code }, since: null })),
    );

    expect(chosenHealth({ people: 3, health }).map(({ words, calm }) => `${words} ${calm}`)).toEqual([
      "MISSING false",
      "SHRUNK false",
      "EMPTY false",
      "HIDDEN false",
      "RENAMED true",
      "DYNAMIC true",
    ]);
  });
});
