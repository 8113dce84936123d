import { describe, expect, it } from "vitest";
import {
  broken,
  complete,
  chosenGroup as group,
  ids,
  input,
  lastRead,
  localUser,
  minutesBefore,
  person,
  user,
  type InputFields,
} from "../../test/builders.js";
import type { GroupRead, User } from "./model.js";
import { planSync, type SyncPlan } from "./plan.js";

const plan = (
  groups: readonly GroupRead[],
  users: readonly User[] = [],
  more: Omit<InputFields, "groups" | "users"> = {},
): SyncPlan => planSync(input({ ...more, groups, users }));

const createdIds = (made: SyncPlan) => made.create.map((row) => row.person.id);
const disabledIds = (made: SyncPlan) => made.disable.map((row) => row.user.directoryId);
const skips = (made: SyncPlan) => made.skip.map((row) => [row.directoryId, row.reason]);

describe("who comes in", () => {
  it("creates a user for each person in a chosen group", () => {
    const made = plan([complete([person("ada"), person("bob")])]);

    expect(createdIds(made)).toEqual(["ada", "bob"]);
  });

  it("makes one user of a person in two groups, who remembers both", () => {
    const made = plan([complete([person("ada")]), complete([person("ada")], "oslo")], [], {
      settings: { groups: [group("sales"), group("oslo")] },
    });

    expect(made.create.map((row) => [row.person.id, row.groupIds])).toEqual([["ada", ["oslo", "sales"]]]);
  });

  it.each([
    ["is blocked in the directory", person("ada", { accountEnabled: false }), "BLOCKED_IN_DIRECTORY"],
    ["is a guest, and guests are left out", person("ada", { kind: "GUEST" }), "GUEST_LEFT_OUT"],
    ["cannot be read in full", person("ada", { accountEnabled: null }), "DETAILS_UNKNOWN"],
    ["is of no known kind", person("ada", { kind: null }), "DETAILS_UNKNOWN"],
  ])("leaves out somebody who %s", (_, who, reason) => {
    const made = plan([complete([who])]);

    expect([createdIds(made), skips(made)]).toEqual([[], [["ada", reason]]]);
  });

  it("lets guests in when the settings do", () => {
    const made = plan([complete([person("ada", { kind: "GUEST" })])], [], { settings: { includeGuests: true } });

    expect(createdIds(made)).toEqual(["ada"]);
  });

  it("never links by mail: a local user with the same mail is a conflict for an admin", () => {
    const made = plan([complete([person("ada", { mail: "Ada@Contoso.example" })])], [localUser("ada@contoso.example")]);

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

    const made = plan([complete([person("new-ada", { mail: "ada@contoso.example" })])], [old]);

    expect([createdIds(made), disabledIds(made)]).toEqual([["new-ada"], ["old-ada"]]);
  });
});

describe("who comes back", () => {
  const gone = { status: "DISABLED", disabledReason: "LEFT_GROUPS", disabledAt: minutesBefore(90) } as const;

  it("re-enables whom the sync disabled", () => {
    const made = plan([complete([person("ada")])], [user("ada", { ...gone, disabledBy: "SYNC" })]);

    expect(made.reenable.map((row) => row.directoryId)).toEqual(["ada"]);
  });

  it("leaves whom an admin disabled", () => {
    const made = plan([complete([person("ada")])], [user("ada", { ...gone, disabledBy: "ADMIN" })]);

    expect([made.reenable, skips(made)]).toEqual([[], [["ada", "DISABLED_BY_ADMIN"]]]);
  });

  it("is nobody whom the sync had disabled and an admin decides about since (R4)", () => {
    const taken = user("ada", { status: "DISABLED", disabledBy: "SYNC", disabledReason: "LEFT_GROUPS" });
    const made = plan([complete([person("ada")])], [{ ...taken, managedBy: "ADMIN" }]);

    expect([made.reenable, made.disable, skips(made)]).toEqual([[], [], [["ada", "DISABLED_BY_ADMIN"]]]);
  });
});

describe("who leaves", () => {
  const stays = person("eve");
  const users = [user("ada"), user("eve")];

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
    expect(disabledIds(plan([complete([stays])], [user("ada", { managedBy: "ADMIN" }), user("eve")]))).toEqual([]);
  });

  it("keeps somebody about whom Microsoft says too little", () => {
    expect(disabledIds(plan([complete([stays, person("ada", { accountEnabled: null })])], users))).toEqual([]);
  });

  it.each(["INCOMPLETE", "HIDDEN", "NOT_FOUND"] as const)("disables nobody when the group is %s", (outcome) => {
    const made = plan([broken(outcome)], users);

    expect([disabledIds(made), made.unknownGroups.map((row) => row.groupId)]).toEqual([[], ["sales"]]);
  });

  it("disables nobody when one of two groups is unknown, and still adds whom it saw", () => {
    const made = plan([complete([stays]), broken("INCOMPLETE", [person("new")], "oslo")], users, {
      settings: { groups: [group("sales"), group("oslo")] },
    });

    expect([disabledIds(made), createdIds(made)]).toEqual([[], ["new"]]);
  });

  it("disables nobody when a chosen group was not read at all", () => {
    expect(disabledIds(plan([], users))).toEqual([]);
  });

  it("disables, once no group is chosen any more, only those whose leaving an admin saw and agreed to", () => {
    const none = { settings: { groups: [] } };

    expect(disabledIds(plan([], users, none))).toEqual([]);
    expect(disabledIds(plan([], users, { ...none, approved: ["ada"] }))).toEqual(["ada"]);
  });
});

describe("whom an exclusion leaves out", () => {
  const contractors = { exclusions: { people: [], groups: [group("contractors")] } };
  const byName = { exclusions: { people: [{ id: "ada", displayName: "Ada" }], groups: [] } };
  const members = [complete([person("ada"), person("eve")])];

  it.each([
    ["named by an admin", { settings: byName }],
    ["in an excluded group", { settings: contractors, excluded: [complete([person("ada")], "contractors")] }],
  ])("does not come in, although a chosen group has them: %s", (_, more) => {
    const made = plan(members, [], more);

    expect([createdIds(made), skips(made)]).toEqual([["eve"], [["ada", "EXCLUDED"]]]);
  });

  it("leaves, when they are here by the groups", () => {
    const made = plan(members, [user("ada"), user("eve")], { settings: byName });

    expect(made.disable.map((row) => [row.user.directoryId, row.reason])).toEqual([["ada", "EXCLUDED"]]);
  });

  it("stays, when they are here by an admin's hand", () => {
    const made = plan(members, [user("ada", { managedBy: "ADMIN" }), user("eve")], { settings: byName });

    expect(disabledIds(made)).toEqual([]);
  });

  it("does not come back", () => {
    const gone = user("ada", { status: "DISABLED", disabledBy: "SYNC", disabledReason: "EXCLUDED" });

    expect(plan(members, [gone, user("eve")], { settings: byName }).reenable).toEqual([]);
  });

  it("is left alone while the directory does not say whether they may sign in", () => {
    const bare = complete([person("ada", { accountEnabled: null }), person("eve")]);

    const made = plan([bare], [user("ada"), user("eve")], { settings: byName });

    expect([disabledIds(made), skips(made)]).toEqual([[], [["ada", "DETAILS_UNKNOWN"]]]);
  });

  it("counts for no group, so that an admin's enable takes them out of the groups' hands", () => {
    const made = plan(members, [user("ada"), user("eve")], { settings: byName });

    expect(made.update.map((row) => [row.user.directoryId, row.groupIds])).toEqual([["ada", []]]);
  });

  it("is nobody else: an excluded group that is also chosen keeps all its own people out", () => {
    const both = [complete([person("ada")]), complete([person("bob")], "contractors")];
    const made = plan(both, [], {
      settings: { ...contractors, groups: [group("sales"), group("contractors")] },
      excluded: [complete([person("bob")], "contractors")],
    });

    expect([createdIds(made), skips(made)]).toEqual([["ada"], [["bob", "EXCLUDED"]]]);
  });

  it.each(["INCOMPLETE", "HIDDEN", "NOT_FOUND"] as const)(
    "is not known of everybody while an excluded group is %s: nobody comes in, comes back or goes",
    (outcome) => {
      const back = user("bob", { status: "DISABLED", disabledBy: "SYNC", disabledReason: "LEFT_GROUPS" });
      const made = plan([complete([person("ada"), person("bob")])], [back, user("eve")], {
        settings: contractors,
        excluded: [broken(outcome, [], "contractors")],
      });

      expect([createdIds(made), made.reenable, disabledIds(made)]).toEqual([[], [], []]);
      expect(skips(made)).toEqual([
        ["ada", "EXCLUSION_UNKNOWN"],
        ["bob", "EXCLUSION_UNKNOWN"],
      ]);
    },
  );

  it("stays known by the last read of a group that could not be read, and by what did arrive of it", () => {
    const made = plan([complete(ids(3).map((id) => person(id)))], [], {
      settings: contractors,
      excluded: [broken("INCOMPLETE", [person("p1")], "contractors")],
      lastReads: [lastRead(["p0"], "contractors")],
    });

    expect(skips(made)).toEqual([
      ["p0", "EXCLUDED"],
      ["p1", "EXCLUDED"],
      ["p2", "EXCLUSION_UNKNOWN"],
    ]);
  });
});

describe("the last admin", () => {
  it("stays, however definitely the groups lost them", () => {
    const chief = user("chief", { role: "ADMIN" });

    const made = plan([complete([person("eve")])], [chief, user("eve")], { admins: [] });

    expect([disabledIds(made), skips(made)]).toEqual([[], [["chief", "LAST_ADMIN"]]]);
  });

  it("does not count admins who are disabled here or blocked in the directory", () => {
    const chief = user("chief", { role: "ADMIN" });
    const others = [
      user("x", { role: "ADMIN", status: "DISABLED", disabledBy: "ADMIN" }),
      user("y", { role: "ADMIN", managedBy: "ADMIN", directoryState: "BLOCKED" }),
    ];

    const made = plan([complete([person("eve")])], [chief, ...others, user("eve")], { admins: [] });

    expect(disabledIds(made)).toEqual([]);
  });

  it("is one of several who leave together; the others go", () => {
    const chiefs = ["a", "b", "c"].map((id) => user(id, { role: "ADMIN" }));

    expect(disabledIds(plan([complete([])], chiefs, { admins: [] }))).toEqual(["b", "c"]);
  });
});

describe("what follows the directory", () => {
  it("renames a user and changes nothing else", () => {
    const made = plan([complete([person("ada", { displayName: "Ada Lovelace" })])], [user("ada")]);

    expect(made.update.map((row) => [row.profile?.displayName, row.groupIds, row.directoryState])).toEqual([
      ["Ada Lovelace", undefined, undefined],
    ]);
  });

  it("counts no group for somebody the rules leave out, so that an admin's enable takes them out of the groups' hands", () => {
    const users = [user("ada"), user("bob"), user("eve")];
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

    expect(plan([complete([bare])], [user("ada")]).update).toEqual([]);
  });

  it("has nothing to do in an hour in which nothing changed", () => {
    const made = plan([complete([person("ada")])], [user("ada")]);

    expect([made.create, made.reenable, made.update, made.disable, made.skip]).toEqual([[], [], [], [], []]);
  });
});
