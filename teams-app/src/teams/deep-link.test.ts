import { describe, expect, it } from "vitest";
import { placeOfSubPage, subPageOf } from "./deep-link.js";

describe("a deep link", () => {
  it.each([
    ["users", "/users"],
    ["automatic-import", "/automatic-import"],
    ["run/66f0c0ffee0123456789abcd", "/history/run/66f0c0ffee0123456789abcd"],
  ])("that says %s leads to %s, and a link from there says the same", (subPageId, place) => {
    expect(placeOfSubPage(subPageId)).toBe(place);
    expect(subPageOf(place)).toBe(subPageId);
  });

  it.each([null, "", "nowhere", "run/", "run/a/b", "run/a&b", "run/../x", "//evil.example", "https://evil.example"])(
    "that says %s leads nowhere",
    (subPageId) => {
      expect(placeOfSubPage(subPageId)).toBeNull();
    },
  );
});
