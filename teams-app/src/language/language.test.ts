import { describe, expect, it } from "vitest";
import { languageOf, usableLocale } from "./language.js";

describe("languageOf", () => {
  it.each(["nb-NO", "nb-no", "nb", "no", "nn-NO", "NB_no"])("speaks Norwegian Bokmål to a reader of %s", (locale) => {
    expect(languageOf(locale)).toBe("nb");
  });

  it.each(["en-US", "en-gb", "de-DE", "nbl-ZA", "constructor", ""])("speaks English to a reader of “%s”", (locale) => {
    expect(languageOf(locale)).toBe("en");
  });
});

describe("usableLocale", () => {
  it("is the locale as Intl takes it", () => {
    expect(usableLocale("nb-no")).toBe("nb-NO");
  });

  it.each(["", "en_US!", "not a locale"])("is the browser's own for “%s”, which Intl would refuse", (locale) => {
    expect(usableLocale(locale)).toBeUndefined();
  });
});
