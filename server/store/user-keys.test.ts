import { describe, expect, it } from "vitest";
import { fold, searchPatterns } from "./user-keys.js";

describe("keys of a user", () => {
  it("finds people without regard to case, accents and width", () => {
    expect(fold("  ÉMILE Ｓmith ")).toBe("emile smith");
  });

  it("keeps the vowel signs of other scripts", () => {
    expect(fold("हिन्दी")).toBe("हिन्दी".normalize("NFKC"));
  });

  it("takes every character of a search literally", () => {
    const pattern = searchPatterns("a.b*(c)[d]{e}$^|\\-/+?")[0] ?? "";

    expect(new RegExp(pattern, "u").test("xa.b*(c)[d]{e}$^|\\-/+?x")).toBe(true);
    expect(new RegExp(pattern, "u").test("aXb*(c)[d]{e}$^|\\-/+?")).toBe(false);
  });

  it("asks for nothing when nothing was typed", () => {
    expect(searchPatterns("  \t ")).toEqual([]);
  });

  it("bounds the number of patterns", () => {
    expect(searchPatterns("a ".repeat(1000))).toHaveLength(10);
  });
});
