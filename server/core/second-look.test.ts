import { describe, expect, it } from "vitest";
import { chosenGroup as group, ids, minutesBefore, NOW, settings, user } from "../../test/builders.js";
import type { DisableReason, SyncSettings, User } from "./model.js";
import { judge, sampleOf, type Look, type LookVerdict } from "./second-look.js";

const present = (fields: Partial<Extract<Look, { found: "PRESENT" }>> = {}): Look => ({
  found: "PRESENT",
  accountEnabled: true,
  kind: "MEMBER",
  groupIds: new Set(),
  ...fields,
});

const inSales = new Set(["sales", "some-other"]);

/** What becomes of Ada, planned to be disabled for this reason, when she is asked for alone and this comes back. */
function judged(
  reason: DisableReason,
  look: Look,
  more: { readonly settings?: Partial<SyncSettings>; readonly ada?: Partial<User> } = {},
): LookVerdict {
  return judge({ user: user("ada", more.ada), reason }, look, settings(more.settings), NOW);
}

const confirmed = (reason: DisableReason): LookVerdict => ({ kind: "CONFIRMED", reason });

describe("a second look at somebody whom no list showed", () => {
  it("confirms that they are in none of the chosen groups", () => {
    expect(judged("LEFT_GROUPS", present())).toEqual(confirmed("LEFT_GROUPS"));
  });

  it("says so too of a guest, who might not have come in either", () => {
    expect(judged("LEFT_GROUPS", present({ kind: "GUEST" }))).toEqual(confirmed("LEFT_GROUPS"));
  });

  it("names the block as the reason, where they are blocked as well", () => {
    expect(judged("LEFT_GROUPS", present({ accountEnabled: false }))).toEqual(confirmed("BLOCKED_IN_DIRECTORY"));
  });

  it.each([
    ["enabled", {}],
    ["blocked", { accountEnabled: false }],
    ["of whom nothing else is known", { accountEnabled: null, kind: null }],
  ])("finds the list wrong when a chosen group has them after all: %s", (_, fields) => {
    expect(judged("LEFT_GROUPS", present({ ...fields, groupIds: inSales }))).toEqual({ kind: "CONTRADICTED" });
  });

  it("takes membership of another group for nothing", () => {
    expect(judged("LEFT_GROUPS", present({ groupIds: new Set(["some-other"]) }))).toEqual(confirmed("LEFT_GROUPS"));
  });
});

describe("a second look at somebody whom a list showed", () => {
  const guestsOut = { settings: { includeGuests: false } };
  const guestsIn = { settings: { includeGuests: true } };
  const contractors = { settings: { exclusions: { people: [], groups: [group("contractors")] } } };
  const byName = { settings: { exclusions: { people: [{ id: "ada", displayName: "Ada" }], groups: [] } } };

  it.each([
    ["blocked", "BLOCKED_IN_DIRECTORY", present({ accountEnabled: false, groupIds: inSales }), {}],
    ["a guest", "GUESTS_LEFT_OUT", present({ kind: "GUEST", groupIds: inSales }), guestsOut],
    ["excluded by name", "EXCLUDED", present({ groupIds: inSales }), byName],
    ["in an excluded group", "EXCLUDED", present({ groupIds: new Set(["sales", "contractors"]) }), contractors],
  ] as const)("confirms that they are %s", (_, reason, look, more) => {
    expect(judged(reason, look, more)).toEqual(confirmed(reason));
  });

  it.each([
    ["unblocked", "BLOCKED_IN_DIRECTORY", present({ groupIds: inSales }), {}],
    ["a member now", "GUESTS_LEFT_OUT", present({ groupIds: inSales }), guestsOut],
    ["a guest, where guests come in", "BLOCKED_IN_DIRECTORY", present({ kind: "GUEST", groupIds: inSales }), guestsIn],
    ["excluded no longer", "EXCLUDED", present({ groupIds: inSales }), contractors],
  ] as const)("lets them stay who are %s", (_, reason, look, more) => {
    expect(judged(reason, look, more)).toEqual({ kind: "STAYS" });
  });

  it.each(["BLOCKED_IN_DIRECTORY", "GUESTS_LEFT_OUT", "EXCLUDED"] as const)(
    "waits, when they are in no group now and nothing else speaks against them: list and look disagree (%s)",
    (reason) => {
      expect(judged(reason, present())).toEqual({ kind: "UNKNOWN" });
    },
  );

  it("holds nothing but a block against a user whom an admin manages", () => {
    const byAdmin = { ada: { managedBy: "ADMIN" as const } };

    expect(judged("BLOCKED_IN_DIRECTORY", present({ kind: "GUEST" }), byAdmin)).toEqual({ kind: "STAYS" });
    expect(judged("BLOCKED_IN_DIRECTORY", present({ accountEnabled: false }), byAdmin)).toEqual(
      confirmed("BLOCKED_IN_DIRECTORY"),
    );
  });
});

describe("a second look without a definite answer", () => {
  it.each([
    ["nothing readable came back", { found: "UNKNOWN" }],
    ["Microsoft left out whether they may sign in", present({ accountEnabled: null })],
    ["Microsoft left out their kind", present({ kind: null })],
    ["it left out the kind of somebody blocked", present({ accountEnabled: false, kind: null })],
  ] as const)("takes nobody away: %s", (_, look) => {
    expect(judged("LEFT_GROUPS", look)).toEqual({ kind: "UNKNOWN" });
    expect(judged("BLOCKED_IN_DIRECTORY", look)).toEqual({ kind: "UNKNOWN" });
  });
});

describe("a second look that finds nobody", () => {
  it("is definite for somebody among the deleted", () => {
    expect(judged("LEFT_GROUPS", { found: "DELETED" })).toEqual(confirmed("DELETED_IN_DIRECTORY"));
  });

  it.each([
    ["for the first time", null, { kind: "GONE_AT_FIRST" }],
    ["49 minutes after the first time", 49, { kind: "GONE_AT_FIRST" }],
    ["50 minutes after the first time", 50, confirmed("DELETED_IN_DIRECTORY")],
    ["before the first time, by a clock that was set back", -10, { kind: "GONE_AT_FIRST" }],
  ] as const)("at all, %s", (_, since, expected) => {
    const ada = { goneSince: since === null ? null : minutesBefore(since) };

    expect(judged("LEFT_GROUPS", { found: "GONE" }, { ada })).toEqual(expected);
  });
});

describe("the sample of a held list", () => {
  it("is everybody of a short list", () => {
    expect(sampleOf(ids(20))).toEqual(ids(20));
  });

  it("is spread over a long one, so that a page lost in its middle is met", () => {
    const sample = sampleOf(ids(2000));

    expect(new Set(sample).size).toBe(20);
    expect(sample.map((id) => Math.floor(Number(id.slice(1)) / 100))).toEqual(ids(20, "").map(Number));
  });
});
