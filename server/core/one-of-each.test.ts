import { describe, expect, it } from "vitest";
import { oneOfEach } from "./one-of-each.js";

const NOON = "2026-05-04T12:00:00Z";

/** As the driver makes it of an answer: a text of its own, though another of the same letters is there. */
const anew = <T>(value: T): T => structuredClone(value);

describe("one of each", () => {
  it("is handed out for moments and lists that are the same", () => {
    const same = oneOfEach();
    const [noon, groups] = [new Date(NOON), ["sales", "legal"]];

    expect(same.moment(noon)).toBe(same.moment(new Date(NOON)));
    expect(same.texts(groups)).toBe(same.texts(anew(groups)));
  });

  it.each([
    [["sales"], ["legal"]],
    [["sales legal"], ["sales", "legal"]],
    [['sales","legal'], ["sales", "legal"]],
    [[], [""]],
    [
      ["sales", "legal"],
      ["legal", "sales"],
    ],
  ])("is never handed out for another: %j is not %j", (one, other) => {
    const same = oneOfEach();

    expect([same.texts(one), same.texts(other)]).toEqual([one, other]);
  });

  it("leaves every value what it is, and nothing nothing", () => {
    const same = oneOfEach();

    expect(["", "ADMIN", "admin", "", "ADMIN", null].map((text) => same.text(text))).toEqual([
      "",
      "ADMIN",
      "admin",
      "",
      "ADMIN",
      null,
    ]);
    expect([new Date(0), new Date(1), null].map((moment) => same.moment(moment))).toEqual([
      new Date(0),
      new Date(1),
      null,
    ]);
  });
});
