import { describe, expect, it } from "vitest";
import { chosenGroup, minutesBefore, NOW, onePerson, person, settings, user } from "../../test/builders.js";
import type { Hold } from "./hold.js";
import type { SyncSettings } from "./model.js";
import { decideOne, seenOf, updateOfOne, type OnePerson, type Seen } from "./one-person.js";

const GROUP = chosenGroup("sales");
const BANNED = chosenGroup("banned");

const present = (groupIds: readonly string[] = ["sales"], fields: Parameters<typeof person>[1] = {}): Seen => ({
  found: "PRESENT",
  person: person("ada", fields),
  groupIds: new Set(groupIds),
});

const holdOf = (...actions: ("DISABLE" | "CREATE" | "REENABLE")[]): Hold => ({
  id: "hold",
  status: "OPEN",
  because: [],
  limit: 1,
  version: 1,
  settingsVersion: 1,
  people: actions.map((action) => ({
    directoryId: "ada",
    displayName: "Ada",
    action,
    reason: action === "DISABLE" ? "LEFT_GROUPS" : "IN_CHOSEN_GROUP",
    groupIds: ["sales"],
    since: 1,
  })),
  approval: null,
  openedAt: NOW,
  decidedBy: null,
  decidedAt: null,
});

const bySync = { status: "DISABLED", disabledBy: "SYNC" } as const;
const byAdmin = { status: "DISABLED", disabledBy: "ADMIN" } as const;
const excluding = (more: Partial<SyncSettings["exclusions"]>) =>
  settings({ exclusions: { people: [], groups: [], ...more } });

describe("somebody who is not here", () => {
  it.each<[string, Partial<OnePerson>, string, string]>([
    ["in a chosen group comes in", {}, "IN_CHOSEN_GROUP", "ADD"],
    ["in no chosen group stays out", { seen: present(["other"]) }, "NOT_IN_GROUPS", "NOTHING"],
    ["blocked stays out", { seen: present(["sales"], { accountEnabled: false }) }, "BLOCKED_IN_DIRECTORY", "NOTHING"],
    ["whose details are hidden stays out", { seen: present(["sales"], { kind: null }) }, "DETAILS_UNKNOWN", "NOTHING"],
    ["who is a guest stays out", { seen: present(["sales"], { kind: "GUEST" }) }, "GUEST_LEFT_OUT", "NOTHING"],
    [
      "who is a guest comes in where guests do",
      { seen: present(["sales"], { kind: "GUEST" }), settings: settings({ includeGuests: true }) },
      "IN_CHOSEN_GROUP",
      "ADD",
    ],
    [
      "excluded by name stays out",
      { settings: excluding({ people: [{ id: "ada", displayName: "Ada" }] }) },
      "EXCLUDED",
      "NOTHING",
    ],
    [
      "in an excluded group stays out",
      { seen: present(["sales", "banned"]), settings: excluding({ groups: [BANNED] }) },
      "EXCLUDED",
      "NOTHING",
    ],
    [
      "who was in an excluded group that cannot be seen stays out",
      { settings: excluding({ groups: [BANNED] }), unsure: new Set(["banned"]), excludedBefore: true },
      "EXCLUDED",
      "NOTHING",
    ],
    [
      "stays out while an excluded group cannot be seen",
      { settings: excluding({ groups: [BANNED] }), unsure: new Set(["banned"]) },
      "EXCLUSION_UNKNOWN",
      "NOTHING",
    ],
    [
      "whose mail a local user has stays out",
      { localMails: new Set(["ada@contoso.example"]) },
      "MAIL_CONFLICT",
      "NOTHING",
    ],
    ["stays out while the sync is off", { settings: settings({ enabled: false }) }, "SYNC_OFF", "NOTHING"],
    ["stays out while no group is chosen", { settings: settings({ groups: [] }) }, "NO_GROUPS", "NOTHING"],
    ["waits when on the list for an admin", { hold: holdOf("CREATE") }, "IN_CHOSEN_GROUP", "WAITS_ON_HOLD"],
    ["does not wait for a list that others are on", { hold: holdOf() }, "IN_CHOSEN_GROUP", "ADD"],
    ["is asked for again after an unclear answer", { seen: { found: "UNKNOWN" } }, "NO_ANSWER", "ASKS_AGAIN"],
    ["stays out when deleted", { seen: { found: "DELETED" } }, "DELETED_IN_DIRECTORY", "NOTHING"],
    [
      "may be in a chosen group that cannot be seen",
      { seen: present([]), unsure: new Set(["sales"]) },
      "NOT_IN_GROUPS",
      "ASKS_AGAIN",
    ],
  ])("%s", (_, fields, rule, next) => {
    expect(decideOne(onePerson(fields))).toMatchObject({ rule, next, disable: null });
  });
});

describe("a user in a chosen group", () => {
  it.each<[string, Partial<OnePerson>, string, string]>([
    ["stays", { user: user("ada") }, "IN_CHOSEN_GROUP", "NOTHING"],
    ["whom the sync disabled comes back", { user: user("ada", bySync) }, "IN_CHOSEN_GROUP", "REENABLE"],
    ["whom an admin disabled stays so", { user: user("ada", byAdmin) }, "DISABLED_BY_ADMIN", "NOTHING"],
    [
      "waits to come back when on the list for an admin",
      { user: user("ada", bySync), hold: holdOf("REENABLE") },
      "IN_CHOSEN_GROUP",
      "WAITS_ON_HOLD",
    ],
    [
      "does not come back while an excluded group cannot be seen",
      { user: user("ada", bySync), settings: excluding({ groups: [BANNED] }), unsure: new Set(["banned"]) },
      "EXCLUSION_UNKNOWN",
      "NOTHING",
    ],
  ])("%s", (_, fields, rule, next) => {
    expect(decideOne(onePerson(fields))).toMatchObject({ rule, next });
  });
});

describe("a user who is not due", () => {
  const out = { user: user("ada"), seen: present([]) };

  it.each<[string, Partial<OnePerson>, string]>([
    ["left the groups", out, "LEFT_GROUPS"],
    ["was blocked", { ...out, seen: present(["sales"], { accountEnabled: false }) }, "BLOCKED_IN_DIRECTORY"],
    ["was blocked, and left as well", { ...out, seen: present([], { accountEnabled: false }) }, "BLOCKED_IN_DIRECTORY"],
    ["is a guest", { ...out, seen: present(["sales"], { kind: "GUEST" }) }, "GUESTS_LEFT_OUT"],
    [
      "is excluded",
      { ...out, seen: present(), settings: excluding({ people: [{ id: "ada", displayName: "Ada" }] }) },
      "EXCLUDED",
    ],
    ["was deleted", { ...out, seen: { found: "DELETED" } }, "DELETED_IN_DIRECTORY"],
    [
      "was not found for so long that they count as deleted",
      { user: user("ada", { goneSince: minutesBefore(51) }), seen: { found: "GONE" } },
      "DELETED_IN_DIRECTORY",
    ],
  ])("is disabled who %s", (_, fields, disable) => {
    expect(decideOne(onePerson(fields))).toMatchObject({ next: "DISABLE", disable, stays: null });
  });

  it.each<[string, Partial<OnePerson>, string]>([
    ["with leavers staying", { settings: settings({ disableLeavers: false }) }, "LEAVERS_STAY"],
    ["with the sync off", { seen: { found: "DELETED" }, settings: settings({ enabled: false }) }, "SYNC_OFF"],
    ["whom admins manage", { user: user("ada", { managedBy: "ADMIN" }) }, "KEPT_BY_ADMIN"],
    [
      "while a chosen group cannot be seen",
      { settings: settings({ groups: [GROUP, { ...GROUP, id: "other" }] }), unsure: new Set(["other"]) },
      "GROUP_UNREADABLE",
    ],
    ["whose group is missing", { missing: new Set(["sales"]), pinned: true }, "GROUP_MISSING"],
    ["who is the last admin", { lastAdmin: true }, "LAST_ADMIN"],
  ])("stays %s", (_, fields, stays) => {
    expect(decideOne(onePerson({ ...out, ...fields }))).toMatchObject({ next: "NOTHING", stays, disable: null });
  });

  it.each<[string, Partial<OnePerson>, string]>([
    ["an open hold keeps, whoever is on it", { hold: holdOf() }, "WAITS_ON_HOLD"],
    ["nobody has a clear answer about", { seen: { found: "UNKNOWN" } }, "ASKS_AGAIN"],
    ["is not found for the first time", { seen: { found: "GONE" } }, "ASKS_AGAIN"],
    ["is shown without details", { seen: present([], { accountEnabled: null }) }, "ASKS_AGAIN"],
    ["is disabled already", { user: user("ada", bySync) }, "NOTHING"],
  ])("is left alone who %s", (_, fields, next) => {
    expect(decideOne(onePerson({ ...out, ...fields }))).toMatchObject({ next });
  });
});

describe("two answers about one person", () => {
  const look = { found: "PRESENT", accountEnabled: true, kind: "MEMBER", groupIds: new Set(["sales"]) } as const;

  it("are one where they agree", () => {
    expect(seenOf({ found: "PRESENT", person: person("ada") }, look)).toMatchObject({ found: "PRESENT" });
    expect(seenOf({ found: "DELETED" }, { found: "DELETED" })).toEqual({ found: "DELETED" });
  });

  it.each([
    ["on whether they are blocked", { found: "PRESENT", person: person("ada", { accountEnabled: false }) } as const],
    ["on their kind", { found: "PRESENT", person: person("ada", { kind: "GUEST" }) } as const],
    ["on whether they are there", { found: "GONE" } as const],
  ])("are none where they differ %s", (_, where) => {
    expect(seenOf(where, look)).toEqual({ found: "UNKNOWN" });
  });
});

describe("what follows the directory", () => {
  it("is nothing when all is as it was", () => {
    expect(updateOfOne(onePerson({ user: user("ada") }))).toBeNull();
  });

  it("is the name, the state and the groups", () => {
    const seen = present([], { displayName: "Ada Renamed", accountEnabled: false });

    const update = updateOfOne(onePerson({ user: user("ada"), seen }));

    expect(update).toMatchObject({ profile: { displayName: "Ada Renamed" }, directoryState: "BLOCKED", groupIds: [] });
  });

  it.each<[string, Partial<OnePerson>]>([
    ["cannot be seen", { seen: present([]), unsure: new Set(["sales"]) }],
    ["is missing", { seen: present([]), missing: new Set(["sales"]) }],
  ])("is not the group that %s: it is remembered", (_, fields) => {
    expect(updateOfOne(onePerson({ user: user("ada"), ...fields }))).toBeNull();
  });

  it("is since when nobody finds them, at the first time", () => {
    expect(updateOfOne(onePerson({ user: user("ada"), seen: { found: "GONE" } }))).toMatchObject({ goneSince: NOW });
  });

  it("is no group while the sync is off: the next run under a choice of groups will tell", () => {
    const off = { seen: present([]), settings: settings({ enabled: false }) };

    expect(updateOfOne(onePerson({ user: user("ada"), ...off }))).toBeNull();
  });
});
