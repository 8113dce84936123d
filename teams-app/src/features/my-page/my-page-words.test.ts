import { describe, expect, it } from "vitest";
import { adminWords, originWords } from "./my-page-words.js";

describe("originWords", () => {
  it("names the groups that brought somebody", () => {
    expect(originWords("SYNC", "Sales, Oslo")).toBe("You came in by a group: Sales, Oslo.");
    expect(originWords("SYNC", "")).toBe("You came in by a group of your organisation.");
    expect(originWords("MANUAL", "Sales")).toBe("An admin added you by hand.");
  });
});

describe("adminWords", () => {
  it("adds the mail address where there is one", () => {
    expect(adminWords({ displayName: "Ada", email: "ada@contoso.test" })).toBe("Ada (ada@contoso.test)");
    expect(adminWords({ displayName: "Ada", email: null })).toBe("Ada");
  });
});
