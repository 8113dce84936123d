import { describe, expect, it } from "vitest";
import {
  broken,
  complete,
  chosenGroup as group,
  input,
  lastRead,
  minutesBefore,
  NOW,
  person,
  user,
} from "../../test/builders.js";
import { knowGroups } from "./known-groups.js";
import { planSync } from "./plan.js";

describe("a chosen group that the directory does not find", () => {
  const eve = complete([person("eve")]);
  const users = [user("ada"), user("eve"), user("olga", { groupIds: ["oslo"] })];
  const oslo = (since: number | null) => group("oslo", { notFoundSince: since === null ? null : minutesBefore(since) });
  const without = (since: number | null, lastReads = [lastRead(["olga"], "oslo")]) =>
    planSync(
      input({
        groups: [eve, broken("NOT_FOUND", [], "oslo")],
        users,
        settings: { groups: [group("sales"), oslo(since)] },
        lastReads,
      }),
    );
  const leavers = ({ disable }: ReturnType<typeof planSync>) => disable.map((row) => row.user.directoryId);

  it.each([null, 49])("stops all disables while it has been gone for less than 50 minutes (%s)", (since) => {
    expect(leavers(without(since))).toEqual([]);
  });

  it("pins its people once it has been missing for 50 minutes, and lets the rest go on", () => {
    expect(leavers(without(50))).toEqual(["ada"]);
  });

  it("pins those as well who came by it after it was last read to its end", () => {
    const newcomer = user("new", { groupIds: ["oslo"] });

    const made = planSync(
      input({
        groups: [eve, broken("NOT_FOUND", [], "oslo")],
        users: [...users, newcomer],
        settings: { groups: [group("sales"), oslo(50)] },
        lastReads: [lastRead(["olga"], "oslo")],
      }),
    );

    expect(leavers(made)).toEqual(["ada"]);
  });

  it("stops all disables for good when it was never read to its end, because nobody knows whom it held", () => {
    const made = without(5000, []);

    expect([leavers(made), made.unknownGroups.map((row) => row.groupId)]).toEqual([[], ["oslo"]]);
  });

  it("is remembered with the moment, and forgotten when it is back", () => {
    const missing = without(null);
    const back = planSync(
      input({ groups: [eve, complete([person("olga")], "oslo")], settings: { groups: missing.groups } }),
    );

    expect(missing.groups.map((each) => each.notFoundSince)).toEqual([null, NOW]);
    expect(back.groups.map((each) => each.notFoundSince)).toEqual([null, null]);
  });

  it("begins anew after an answer of another kind: only an unbroken row of 404 counts", () => {
    const between = planSync(
      input({ groups: [eve, broken("INCOMPLETE", [], "oslo")], settings: { groups: [group("sales"), oslo(40)] } }),
    );

    expect(between.groups.map((each) => each.notFoundSince)).toEqual([null, null]);
  });
});

describe("an excluded group that the directory does not find", () => {
  const missing = (lastReads = [lastRead(["ada"], "contractors")]) =>
    planSync(
      input({
        groups: [complete([person("ada"), person("bob")])],
        excluded: [broken("NOT_FOUND", [], "contractors")],
        settings: { exclusions: { people: [], groups: [group("contractors", { notFoundSince: minutesBefore(50) })] } },
        lastReads,
      }),
    );

  it("keeps out those it last held, and lets others in again once it is surely missing", () => {
    expect(missing().create.map((row) => row.person.id)).toEqual(["bob"]);
  });

  it("lets nobody in when it was never read to its end, because nobody knows whom it held", () => {
    expect(missing([]).create).toEqual([]);
  });
});

describe("the groups of a user", () => {
  it("are those that show them now, and those that could not be read and held them before", () => {
    const groups = [complete([person("ada")]), complete([], "oslo"), broken("INCOMPLETE", [], "rome")];
    const known = knowGroups(input({ groups, settings: { groups: [group("sales"), group("oslo"), group("rome")] } }));

    const before = ["oslo", "rome", "not-chosen-any-more"];
    expect(known.groupIdsOf(user("ada", { groupIds: before }), known.members.get("ada"))).toEqual(["rome", "sales"]);
  });
});

describe("somebody who was read twice in one run", () => {
  const standing = (...readings: Parameters<typeof person>[1][]) => {
    const [first, second] = readings;
    const reads = [complete([person("ada", first)]), complete([person("ada", second)], "oslo")];
    const known = knowGroups(input({ groups: reads, settings: { groups: [group("sales"), group("oslo")] } }));
    const ada = known.members.get("ada");
    return [ada?.person.accountEnabled, ada?.person.kind, ada?.groupIds];
  };

  it("is one person in both groups", () => {
    expect(standing({}, {})).toEqual([true, "MEMBER", ["oslo", "sales"]]);
  });

  it("is unknown where the two readings disagree on what decides", () => {
    expect(standing({}, { accountEnabled: false })).toEqual([null, "MEMBER", ["oslo", "sales"]]);
    expect(standing({ kind: "GUEST" }, {})).toEqual([true, null, ["oslo", "sales"]]);
  });
});
