import { readFile } from "node:fs/promises";
import { buildSchema, isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import { everySentence } from "../../../../test/answered.js";
import { textsOf } from "../../../../test/texts-of.js";
import type { AuditKind, ChangeReason, WhyRule, WhyStanding } from "../../graphql/generated/graphql.js";
import { english } from "../english.js";
import { norwegian } from "./norwegian.js";

/** Names, and words that are the same in both languages. */
const SAME = new Set([
  "Rollcall",
  "Microsoft Entra ID (Azure Active Directory)",
  "User.Read.All",
  "GroupMember.Read.All",
  "Status",
  "Webhook",
  "OK",
  "–",
]);

describe("the Norwegian texts", () => {
  it("were translated, all but names and words that both languages have", () => {
    const said = new Map(textsOf(norwegian));

    const left = textsOf(english).filter(([place, text]) => said.get(place) === text && !SAME.has(text));

    expect(said.size).toBeGreaterThan(300);
    expect(left).toEqual([]);
  });

  it("say whatever the server can say, with its names and numbers, and nothing of it in English", () => {
    const all = everySentence({ names: ["Salg"], count: 2, limit: 3 });

    const left = all.filter((sentence) => norwegian.server.sentences([sentence]) === sentence.text);
    const lost = all.filter((sentence) => valuesIn(norwegian.server.sentences([sentence])) !== valuesIn(sentence.text));

    expect(left).toEqual([]);
    expect(lost).toEqual([]);
  });

  it("say what a code alone tells", async () => {
    const { server } = norwegian;
    const english = "What the server says.";
    const told = [
      ...(await valuesOf<ChangeReason>("ChangeReason")).flatMap((reason) => [
        server.changeReason(reason, english),
        server.disabled(reason, english),
      ]),
      ...(await valuesOf<AuditKind>("AuditKind")).map((kind) => server.audit(kind, english)),
      ...(await valuesOf<WhyRule>("WhyRule")).map((rule) => server.whyRule(rule, english)),
      ...(await valuesOf<WhyStanding>("WhyStanding")).map((standing) => server.standing(standing, english, "Ada")),
      ...["User.Read.All", "GroupMember.Read.All"].map((name) => server.permission(name, english)),
    ];

    expect(told.length).toBeGreaterThan(60);
    expect(told.filter((text) => !text || text === english)).toEqual([]);
  });
});

/** The group that was named, and the numbers, wherever in the sentence they stand. */
const valuesIn = (text: string): string => (text.match(/Salg|\d+/g) ?? []).toSorted().join();

/** The values of an enum of the API. */
async function valuesOf<Value extends string>(name: string): Promise<Value[]> {
  const schema = await readFile(new URL("../../../../schema/schema.graphql", import.meta.url), "utf8");
  const type = buildSchema(schema).getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name as Value) : [];
}
