import { describe, expect, it } from "vitest";
import { localUser, onePerson, person, settings, user } from "../../test/builders.js";
import type { OnePerson } from "./one-person.js";
import { inEnglish } from "./sentences.js";
import { whyLocal, whyOne } from "./why.js";

describe("why somebody is here, or not", () => {
  it.each<[string, Partial<OnePerson>, readonly [string, string, string]]>([
    ["who will come in", {}, ["Ada is not here.", "Is in a chosen group.", "The next run adds them."]],
    [
      "whom the groups manage",
      { user: user("ada") },
      ["Ada is here, and managed by the groups.", "Is in a chosen group.", "The next run leaves them as they are."],
    ],
    [
      "who has left",
      { user: user("ada"), seen: { found: "PRESENT", person: person("ada"), groupIds: new Set() } },
      [
        "Ada is here, and managed by the groups.",
        "In none of the chosen groups.",
        "The next run disables them, if a second look confirms it and the brake lets it. No longer in any of the chosen groups.",
      ],
    ],
    [
      "whom an admin keeps",
      {
        user: user("ada", { managedBy: "ADMIN" }),
        seen: { found: "PRESENT", person: person("ada"), groupIds: new Set() },
      },
      [
        "Ada is here, and managed by admins: the groups do not touch them.",
        "In none of the chosen groups.",
        "They stay as they are: admins manage them, not the groups.",
      ],
    ],
    [
      "who may be in a group that nobody can see",
      { seen: { found: "PRESENT", person: person("ada"), groupIds: new Set() }, unsure: new Set(["sales"]) },
      [
        "Ada is not here.",
        "In none of the chosen groups.",
        "The next run looks again: who is in “Sales” cannot be seen just now.",
      ],
    ],
    [
      "while the sync is off",
      { settings: settings({ enabled: false }) },
      [
        "Ada is not here.",
        "Automatic import is off, so nobody comes or goes by a group.",
        "They stay as they are: automatic import is off.",
      ],
    ],
  ])("is told in sentences: %s", (_, fields, [message, ruleText, nextText]) => {
    const why = whyOne(onePerson(fields), "Ada");

    expect([why.message, why.ruleText, inEnglish(why.nextSentences)]).toEqual([message, ruleText, nextText]);
  });

  it("of somebody made in the application says that no run looks at them", () => {
    const why = whyLocal(localUser("lena@contoso.example"));

    expect(why).toMatchObject({ standing: "HERE_BY_ADMIN", rule: "NOT_LINKED", next: "NOTHING" });
  });
});
