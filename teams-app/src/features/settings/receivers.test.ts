import { describe, expect, it } from "vitest";
import { addressesIn, whoIsTold } from "./receivers.js";

describe("the receivers of notices", () => {
  it.each([
    ["", []],
    [" \n ", []],
    ["a@x.example\nb@x.example\n", ["a@x.example", "b@x.example"]],
    ["a@x.example, b@x.example;c@x.example", ["a@x.example", "b@x.example", "c@x.example"]],
  ])("are read from %j", (typed, addresses) => {
    expect(addressesIn(typed)).toEqual(addresses);
  });

  it.each([
    [[], null, true, "NOBODY"],
    [[], null, false, "NOBODY"],
    [["a@x.example"], null, true, "ALL"],
    [["a@x.example"], null, false, "NO_MAIL"],
    [["a@x.example"], "https://x.example", false, "SOME"],
    [["a@x.example"], "https://x.example", true, "ALL"],
    [[], "https://x.example", false, "ALL"],
  ] as const)("%j and %s, where mails are sent: %s, are told: %s", (emails, webhook, mailAvailable, who) => {
    expect(whoIsTold({ emails, webhook }, mailAvailable)).toBe(who);
  });
});
