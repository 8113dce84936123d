import { describe, expect, it } from "vitest";
import { cursorOf, firstPage, nextPage, previousPage, within } from "./cursor-stack.js";

describe("the cursor stack", () => {
  it("goes forward by the cursors it is given and back the same way", () => {
    const third = nextPage(nextPage(firstPage("ada"), "a"), "b");

    expect(cursorOf(third)).toBe("b");
    expect(cursorOf(previousPage(third))).toBe("a");
    expect(cursorOf(previousPage(previousPage(third)))).toBeNull();
  });

  it("begins anew when the search has changed", () => {
    const second = nextPage(firstPage("ada"), "a");

    expect(cursorOf(within(second, "ada"))).toBe("a");
    expect(cursorOf(within(second, "bob"))).toBeNull();
  });
});
