import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PeopleQuery } from "../use-cases/ports.js";
import { peopleUrl, searchOf } from "./people-query.js";

const query = (changes: Partial<PeopleQuery>): PeopleQuery => ({
  search: "",
  department: "",
  kind: null,
  pageSize: 50,
  continuation: null,
  ...changes,
});

const parametersOf = (changes: Partial<PeopleQuery>) =>
  Object.fromEntries(new URL(peopleUrl(query(changes))).searchParams);

describe("the address of a page of people", () => {
  it("orders everybody by name", () => {
    expect(parametersOf({})).toMatchObject({ $orderby: "displayName", $count: "true", $top: "50" });
  });

  it("searches name, mail and sign-in name, and then does not order, which Microsoft refuses", () => {
    const asked = parametersOf({ search: "  ada   love " });

    expect(asked.$search).toBe('"displayName:ada love" OR "mail:ada love" OR "userPrincipalName:ada love"');
    expect(asked).not.toHaveProperty("$orderby");
  });

  it("filters by the beginning of the department and by kind, a quote in it doubled", () => {
    expect(parametersOf({ department: "R'n'D", kind: "GUEST" }).$filter).toBe(
      "startsWith(department,'R''n''D') and userType eq 'Guest'",
    );
    expect(parametersOf({ kind: "MEMBER" }).$filter).toBe("userType eq 'Member'");
  });

  it.each([
    [0, "1"],
    [-3, "1"],
    [1.9, "1"],
    [NaN, "1"],
    [999, "999"],
    [100_000, "999"],
  ])("asks for a page of %d as %s", (pageSize, top) => {
    expect(parametersOf({ pageSize }).$top).toBe(top);
  });

  it.each(['a" OR "id:', "\\", "a&$top=1", "a#b", "a+b", "ä %00", "🦄", "‮mada", "\ud800", "x".repeat(5_000)])(
    "keeps %j inside its quotes",
    (search) => {
      const url = new URL(peopleUrl(query({ search })));

      const value = url.searchParams.get("$search") ?? '"displayName:x" OR "mail:x" OR "userPrincipalName:x"';
      expect(value).toMatch(/^"displayName:[^"\\]+" OR "mail:[^"\\]+" OR "userPrincipalName:[^"\\]+"$/);
      expect([...url.searchParams.keys()].filter((key) => key === "$top")).toHaveLength(1);
      expect(url.href.length).toBeLessThan(8_000);
    },
  );

  it("never lets words out of their quotes, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const search = searchOf(words, ["displayName"]);

        expect(search === null || /^"displayName:[^"\\]+"$/u.test(search)).toBe(true);
        const literal = parametersOf({ department: words }).$filter ?? "startsWith(department,'')";
        expect(literal).toMatch(/^startsWith\(department,'(?:[^']|'')*'\)$/u);
      }),
    );
  });
});
