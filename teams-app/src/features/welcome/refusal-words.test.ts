import { describe, expect, it } from "vitest";
import type { Refusal } from "../../graphql/refusal.js";
import { refusalWords } from "./refusal-words.js";

const refusal = (over: Partial<Refusal> = {}): Refusal => ({
  reason: "NOT_IMPORTED",
  signedInAs: "Ada",
  userName: null,
  tenantId: "t",
  organisation: null,
  helpContact: null,
  mayOpenAccount: false,
  ...over,
});

describe("refusalWords", () => {
  it("names the contact the admin set, and the admins in general without one", () => {
    expect(refusalWords(refusal({ helpContact: "it@contoso.test" }), false).lines).toContain(
      "Ask for help: it@contoso.test",
    );
    expect(refusalWords(refusal(), false).lines).toContain(
      "Ask the people who administer Rollcall in your organisation.",
    );
  });

  it("tells who can open an account where there is none", () => {
    expect(refusalWords(refusal({ reason: "NO_ACCOUNT" }), false).lines.join(" ")).toContain("Global Administrator");
  });

  it("points guests, who alone know that they are one, to the sign-in link", () => {
    const hint = "use the sign-in link of that organisation";

    expect(refusalWords(refusal(), false).lines.join(" ")).toContain(hint);
    expect(refusalWords(refusal({ reason: "DISABLED" }), false).lines.join(" ")).not.toContain(hint);
  });
});
