import { describe, expect, it } from "vitest";
import { readDrafts } from "./left-drafts.js";

describe("drafts that were left for a sign-in", () => {
  const left = JSON.stringify({ userId: "adele", drafts: { "draft.settings.help": "IT desk", odd: 7 } });

  it("are for whoever left them", () => {
    expect(readDrafts(left, "adele")).toEqual({ "draft.settings.help": "IT desk" });
    expect(readDrafts(left, "alex")).toEqual({});
  });

  it.each(["", "null", "[]", '{"userId":"adele"}', '{"userId":"adele","drafts":null}'])(
    "may be spoilt: %s",
    (spoilt) => {
      expect(readDrafts(spoilt, "adele")).toEqual({});
    },
  );
});
