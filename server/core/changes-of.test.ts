import { describe, expect, it } from "vitest";
import { person, user } from "../../test/builders.js";
import { createdChange, disabledChange, reenabledChange, updatedChange } from "./changes-of.js";
import { profileOf } from "./person.js";

const ada = { directoryId: "ada", displayName: "Name of ada" };

describe("how the history tells", () => {
  it("that somebody came in: who, by what, and as what", () => {
    const who = person("ada");

    expect(createdChange({ person: who, profile: profileOf(who), groupIds: ["sales"] })).toEqual({
      ...ada,
      action: "CREATE",
      reason: "IN_CHOSEN_GROUP",
      before: null,
      after: { displayName: "Name of ada", email: "ada@contoso.example", status: "ACTIVE", managedBy: "GROUPS" },
    });
  });

  it("that somebody came back", () => {
    expect(reenabledChange(user("ada", { status: "DISABLED", disabledBy: "SYNC" }))).toEqual({
      ...ada,
      action: "REENABLE",
      reason: "BACK_IN_CHOSEN_GROUP",
      before: { status: "DISABLED" },
      after: { status: "ACTIVE" },
    });
  });

  it("that somebody was disabled, with the reason", () => {
    expect(disabledChange({ user: user("ada"), reason: "BLOCKED_IN_DIRECTORY" })).toEqual({
      ...ada,
      action: "DISABLE",
      reason: "BLOCKED_IN_DIRECTORY",
      before: { status: "ACTIVE" },
      after: { status: "DISABLED" },
    });
  });

  it("of a rename what it changed and nothing else, under the name that people knew", () => {
    const renamed = profileOf(person("ada", { displayName: "Ada Lovelace", department: "Engines" }));

    expect(updatedChange({ user: user("ada"), profile: renamed, groupIds: ["oslo"] })).toEqual({
      ...ada,
      action: "UPDATE",
      reason: "FOLLOWS_DIRECTORY",
      before: { displayName: "Name of ada", department: null },
      after: { displayName: "Ada Lovelace", department: "Engines" },
    });
  });

  it.each([
    ["groups", { groupIds: ["oslo"] }],
    ["badge", { directoryState: "BLOCKED" as const }],
    ["absence", { goneSince: null }],
  ])("nothing of a change of %s alone", (_, fields) => {
    expect(updatedChange({ user: user("ada"), ...fields })).toBeNull();
  });
});
