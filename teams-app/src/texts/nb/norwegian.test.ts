import { describe, expect, it } from "vitest";
import { textsOf } from "../../../../test/texts-of.js";
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

  it("say by its code what the server says in English, and leave what a code says too little of", () => {
    const { server } = norwegian;
    expect(server.problem("NOT_ENABLED", "Automatic import is off. Enable it first.")).toBe(
      "Automatisk import er av. Slå den på først.",
    );
    expect(server.problem("INVALID_INPUT", "The webhook must be an https address.")).toBe(
      "The webhook must be an https address.",
    );
    expect(server.health("RUNNING", { message: "A run is going on.", nextStep: null })).toEqual({
      message: "En kjøring pågår.",
      nextStep: null,
    });
  });
});
