import { describe, expect, it } from "vitest";
import {
  admin,
  broken,
  complete,
  lastRead,
  localUser,
  minutesBefore,
  NOW,
  person,
  settings,
  user,
} from "../../test/builders.js";
import type { GroupRead, LastGroupRead, SyncSettings, User } from "./model.js";
import { planSync, type SyncPlan } from "./plan.js";

function plan(
  groups: readonly GroupRead[],
  users: readonly User[],
  more: { settings?: Partial<SyncSettings>; lastReads?: readonly LastGroupRead[] } = {},
): SyncPlan {
  return planSync({
    snapshot: { groups },
    users,
    settings: settings(more.settings),
    lastReads: more.lastReads ?? [],
    now: NOW,
  });
}

const createdIds = (made: SyncPlan) => made.create.map((row) => row.person.id);
const disabledIds = (made: SyncPlan) => made.disable.map((row) => row.user.directoryId);
const skips = (made: SyncPlan) => made.skip.map((row) => [row.directoryId, row.reason]);

describe("who comes in", () => {
  it("creates a user for each person in a chosen group", () => {
    const made = plan([complete([person("ada"), person("bob")])], [admin]);

    expect(createdIds(made)).toEqual(["ada", "bob"]);
  });

  it("makes one user of a person in two groups, who remembers both", () => {
    const groups = [
      { id: "sales", displayName: "Sales", notFoundSince: null },
      { id: "oslo", displayName: "Oslo", notFoundSince: null },
    ];

    const made = plan([complete([person("ada")]), complete([person("ada")], "oslo")], [admin], {
      settings: { groups },
    });

    expect(made.create.map((row) => [row.person.id, row.groupIds])).toEqual([["ada", ["oslo", "sales"]]]);
  });

  it.each([
    ["is blocked in the directory", person("ada", { accountEnabled: false }), "BLOCKED_IN_DIRECTORY"],
    ["is a guest, and guests are left out", person("ada", { kind: "GUEST" }), "GUEST_LEFT_OUT"],
    ["cannot be read in full", person("ada", { accountEnabled: null }), "DETAILS_UNKNOWN"],
    ["is of no known kind", person("ada", { kind: null }), "DETAILS_UNKNOWN"],
  ])("leaves out somebody who %s", (_, who, reason) => {
    const made = plan([complete([who])], [admin]);

    expect([createdIds(made), skips(made)]).toEqual([[], [["ada", reason]]]);
  });

  it("lets guests in when the settings do", () => {
    const made = plan([complete([person("ada", { kind: "GUEST" })])], [admin], { settings: { includeGuests: true } });

    expect(createdIds(made)).toEqual(["ada"]);
  });

  it("never links by mail: a local user with the same mail is a conflict for an admin", () => {
    const made = plan(
      [complete([person("ada", { mail: "Ada@Contoso.example" })])],
      [admin, localUser("ada@contoso.example")],
    );

    expect([createdIds(made), skips(made)]).toEqual([[], [["ada", "MAIL_CONFLICT"]]]);
  });

  it("makes two users of two people who share a mail", () => {
    const made = plan(
      [complete([person("ada", { mail: "team@x.example" }), person("bob", { mail: "team@x.example" })])],
      [],
    );

    expect(createdIds(made)).toEqual(["ada", "bob"]);
  });

  it("gives a recreated person, who has a new object id and the old mail, a user of their own", () => {
    const old = user("old-ada", { email: "ada@contoso.example" });

    const made = plan([complete([person("new-ada", { mail: "ada@contoso.example" })])], [admin, old]);

    expect([createdIds(made), disabledIds(made)]).toEqual([["new-ada"], ["old-ada"]]);
  });
});

describe("who comes back", () => {
  const gone = { status: "DISABLED", disabledReason: "LEFT_GROUPS", disabledAt: minutesBefore(90) } as const;

  it("re-enables whom the sync disabled", () => {
    const made = plan([complete([person("ada")])], [admin, user("ada", { ...gone, disabledBy: "SYNC" })]);

    expect(made.reenable.map((row) => row.directoryId)).toEqual(["ada"]);
  });

  it("leaves whom an admin disabled", () => {
    const made = plan([complete([person("ada")])], [admin, user("ada", { ...gone, disabledBy: "ADMIN" })]);

    expect([made.reenable, skips(made)]).toEqual([[], [["ada", "DISABLED_BY_ADMIN"]]]);
  });
});

describe("who leaves", () => {
  const stays = person("eve");
  const users = [admin, user("ada"), user("eve")];

  it("disables a user managed by groups who is in none any more", () => {
    const made = plan([complete([stays])], users);

    expect(made.disable.map((row) => [row.user.directoryId, row.reason])).toEqual([["ada", "LEFT_GROUPS"]]);
  });

  it("disables a member who was blocked in the directory", () => {
    const made = plan([complete([stays, person("ada", { accountEnabled: false })])], users);

    expect(made.disable.map((row) => [row.user.directoryId, row.reason])).toEqual([["ada", "BLOCKED_IN_DIRECTORY"]]);
  });

  it("disables nobody while disable leavers is off", () => {
    expect(disabledIds(plan([complete([stays])], users, { settings: { disableLeavers: false } }))).toEqual([]);
  });

  it("keeps somebody whom an admin manages", () => {
    expect(disabledIds(plan([complete([stays])], [admin, user("ada", { managedBy: "ADMIN" }), user("eve")]))).toEqual(
      [],
    );
  });

  it("keeps somebody about whom Microsoft says too little", () => {
    expect(disabledIds(plan([complete([stays, person("ada", { accountEnabled: null })])], users))).toEqual([]);
  });

  it.each(["INCOMPLETE", "HIDDEN", "NOT_FOUND"] as const)("disables nobody when the group is %s", (outcome) => {
    const made = plan([broken(outcome)], users);

    expect([disabledIds(made), made.unknownGroups.map((row) => row.groupId)]).toEqual([[], ["sales"]]);
  });

  it("disables nobody when one of two groups is unknown, and still adds whom it saw", () => {
    const groups = [...settings().groups, { id: "oslo", displayName: "Oslo", notFoundSince: null }];

    const made = plan([complete([stays]), broken("INCOMPLETE", [person("new")], "oslo")], users, {
      settings: { groups },
    });

    expect([disabledIds(made), createdIds(made)]).toEqual([[], ["new"]]);
  });

  it("disables nobody when a chosen group was not read at all", () => {
    expect(disabledIds(plan([], users))).toEqual([]);
  });

  it("disables nobody while no group is chosen", () => {
    expect(disabledIds(plan([], users, { settings: { groups: [] } }))).toEqual([]);
  });

  it("pins the people of a group that has been missing for 50 minutes, and lets the rest go on", () => {
    const groups = [...settings().groups, { id: "oslo", displayName: "Oslo", notFoundSince: minutesBefore(50) }];
    const everybody = [admin, user("ada"), user("eve"), user("olga", { groupIds: ["oslo"] })];

    const made = plan([complete([stays]), broken("NOT_FOUND", [], "oslo")], everybody, {
      settings: { groups },
      lastReads: [lastRead(["olga"], "oslo")],
    });

    expect(disabledIds(made)).toEqual(["ada"]);
  });

  it("remembers since when a group is not found, and forgets it when it is back", () => {
    const missing = plan([broken("NOT_FOUND")], users);
    const back = plan([complete([stays])], users, { settings: { groups: missing.groups } });

    expect([missing.groups[0]?.notFoundSince, back.groups[0]?.notFoundSince]).toEqual([NOW, null]);
  });
});

describe("the last admin", () => {
  it("stays, however definitely the groups lost them", () => {
    const chief = user("chief", { role: "ADMIN" });

    const made = plan([complete([person("eve")])], [chief, user("eve")]);

    expect([disabledIds(made), skips(made)]).toEqual([[], [["chief", "LAST_ADMIN"]]]);
  });

  it("does not count admins who are disabled here or blocked in the directory", () => {
    const chief = user("chief", { role: "ADMIN" });
    const others = [
      user("x", { role: "ADMIN", status: "DISABLED", disabledBy: "ADMIN" }),
      user("y", { role: "ADMIN", managedBy: "ADMIN", directoryState: "BLOCKED" }),
    ];

    expect(disabledIds(plan([complete([person("eve")])], [chief, ...others, user("eve")]))).toEqual([]);
  });

  it("is one of several who leave together; the others go", () => {
    const chiefs = ["a", "b", "c"].map((id) => user(id, { role: "ADMIN" }));

    expect(disabledIds(plan([complete([])], chiefs))).toEqual(["b", "c"]);
  });
});

describe("what follows the directory", () => {
  it("renames a user and changes nothing else", () => {
    const made = plan([complete([person("ada", { displayName: "Ada Lovelace" })])], [admin, user("ada")]);

    expect(made.update.map((row) => [row.profile?.displayName, row.groupIds, row.directoryState])).toEqual([
      ["Ada Lovelace", undefined, undefined],
    ]);
  });

  it("counts no group for somebody the rules leave out, so that an admin's enable takes them out of the groups' hands", () => {
    const users = [admin, user("ada"), user("bob"), user("eve")];
    const made = plan(
      [complete([person("ada", { kind: "GUEST" }), person("bob", { accountEnabled: false }), person("eve")])],
      users,
    );

    expect(made.update.map((row) => [row.user.directoryId, row.groupIds])).toEqual([
      ["ada", []],
      ["bob", []],
    ]);
  });

  it("does not take a guest's sign-in name for a mail", () => {
    const guest = person("ada", { mail: null, userPrincipalName: "ada_x.com#EXT#@contoso.example", kind: "GUEST" });

    const made = plan([complete([guest])], [], { settings: { includeGuests: true } });

    expect(made.create.map((row) => row.profile.email)).toEqual([null]);
  });

  it("keeps what is known of a user whose details Microsoft left out", () => {
    const bare = person("ada", {
      displayName: "",
      mail: null,
      userPrincipalName: null,
      accountEnabled: null,
      kind: null,
    });

    expect(plan([complete([bare])], [admin, user("ada")]).update).toEqual([]);
  });

  it("has nothing to do in an hour in which nothing changed", () => {
    const made = plan([complete([person("ada")])], [admin, user("ada")]);

    expect([made.create, made.reenable, made.update, made.disable, made.skip]).toEqual([[], [], [], [], []]);
  });
});
