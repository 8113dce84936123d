import { describe, expect, it } from "vitest";
import { draftsFor, readDrafts } from "./left-drafts.js";

describe("drafts that were left for a sign-in", () => {
  const left = readDrafts(JSON.stringify({ userId: "adele", drafts: { "draft.settings.help": "IT desk" } }));

  it("are for whoever left them", () => {
    expect(draftsFor("adele", left)).toEqual({ "draft.settings.help": "IT desk" });
    expect(draftsFor("alex", left)).toEqual({});
    expect(draftsFor("adele", null)).toEqual({});
  });

  it.each(["", "null", "[]", '{"userId":"adele"}', '{"userId":"adele","drafts":null}', '{"userId":7,"drafts":{}}'])(
    "may be spoilt: %s",
    (spoilt) => {
      expect(readDrafts(spoilt)).toBeNull();
    },
  );
});
