import { describe, expect, it } from "vitest";
import {
  approvalOf,
  broken,
  complete,
  held,
  heldNewcomer,
  hold,
  ids,
  input,
  minutesBefore,
  person,
  user,
} from "../../test/builders.js";
import { anHour, type Hour } from "../../test/after-run.js";
import { approvedOf, heldByGroup, stepHold, type Hold } from "./hold.js";
import type { SyncSettings, User } from "./model.js";

/** A company of 40, of whom 20 are on a hold that was raised an hour ago. */
const staff = ids(40);
const left = staff.slice(20);
const raised = hold(left.map((id) => held(id)));

const users = staff.map((id) => user(id));

function hour(
  members: readonly string[],
  more: {
    readonly hold?: Hold | null;
    readonly users?: readonly User[];
    readonly settings?: Partial<SyncSettings>;
    readonly approved?: readonly string[];
    readonly torn?: boolean;
  } = {},
): Hour {
  const people = members.map((id) => person(id));
  const asked = input({
    groups: [more.torn ? broken("INCOMPLETE", people) : complete(people)],
    users: more.users ?? users,
    settings: more.settings ?? {},
    approved: more.approved ?? [],
  });
  return anHour(asked, more.hold === undefined ? raised : more.hold);
}

const onIt = ({ hold }: Hour) => hold?.people.map((one) => one.directoryId) ?? null;
const disabled = ({ verdict }: Hour) => verdict.disable.map((row) => row.user.directoryId);

describe("a hold", () => {
  it("is raised with everybody who was kept back, as its first version", () => {
    const made = hour(staff.slice(0, 20), { hold: null });

    expect([made.hold?.version, onIt(made), made.hold?.people.every((one) => one.since === 1)]).toEqual([
      1,
      left,
      true,
    ]);
  });

  it("is not written in an hour in which nothing about it changed", () => {
    expect(hour(staff.slice(0, 20)).hold).toBe(raised);
  });

  it("is the same list in whatever order it was read", () => {
    const turned = hold([...raised.people].reverse());

    expect(hour(staff.slice(0, 20), { hold: turned }).hold).toBe(turned);
  });

  it("lets go of people who came back", () => {
    const made = hour(staff.slice(0, 25));

    expect([made.hold?.version, onIt(made)]).toEqual([2, staff.slice(25)]);
  });

  it("takes up new leavers, and remembers with which version each came", () => {
    const made = hour(staff.slice(0, 19));

    expect(made.hold?.people.map((one) => one.since)).toEqual([2, ...left.map(() => 1)]);
  });

  it("counts somebody who came back and left again as a newcomer to the list", () => {
    const back = hour(staff.slice(0, 21));
    const again = hour(staff.slice(0, 20), { hold: back.hold });

    expect(again.hold?.people.find((one) => one.directoryId === "p20")?.since).toBe(3);
  });

  it("keeps back everybody else who leaves while it is open, be it a single person", () => {
    const short = hold([held("p39")]);

    const made = hour(staff.slice(0, 38), { hold: short });

    expect([disabled(made), onIt(made), made.verdict.because]).toEqual([[], ["p38", "p39"], ["HOLD_OPEN"]]);
  });

  it("stays open when the list has become so short that the brake would let it through", () => {
    expect([disabled(hour(staff.slice(0, 39))), onIt(hour(staff.slice(0, 39)))]).toEqual([[], ["p39"]]);
  });

  it("does not keep back who comes in or back", () => {
    const gone = user("back", { status: "DISABLED", disabledBy: "SYNC", disabledReason: "LEFT_GROUPS" });

    const made = hour([...staff.slice(0, 20), "new", "back"], { users: [...users, gone] });

    expect([made.verdict.create.length, made.verdict.reenable.length, onIt(made)]).toEqual([1, 1, left]);
  });

  it("does not keep back whose disable an admin agreed to elsewhere, with a change of settings", () => {
    const made = hour(staff.slice(0, 20), { approved: ["p39"] });

    expect([disabled(made), onIt(made)]).toEqual([["p39"], left.slice(0, -1)]);
  });

  it("dissolves when everybody came back", () => {
    expect(hour(staff).hold).toBeNull();
  });

  it.each([
    ["read to the end", false],
    ["torn", true],
  ])("dissolves when disable leavers is switched off, with groups %s", (_, torn) => {
    expect(hour(staff.slice(0, 20), { settings: { disableLeavers: false }, torn }).hold).toBeNull();
  });

  it("dissolves when all on it were taken out of the groups' hands", () => {
    const kept = users.map((one, n) => (n < 20 ? one : { ...one, managedBy: "ADMIN" as const }));

    expect(hour(staff.slice(0, 20), { users: kept }).hold).toBeNull();
  });

  it("stays as it is in a run that could not read everything: nobody knows who came back", () => {
    expect(hour(staff.slice(0, 5), { torn: true }).hold).toBe(raised);
  });

  it("still says which group it is about when the user remembers none any more", () => {
    const first = hour(staff.slice(0, 20), { hold: null });
    const next = hour(staff.slice(0, 19), { hold: first.hold, users: first.users });

    expect(next.hold?.people.map((one) => one.groupIds)).toEqual(ids(21).map(() => ["sales"]));
  });
});

describe("an approval", () => {
  const approved = hold(raised.people, { approval: approvalOf(1) });

  it("disables those on the list, and ends the hold", () => {
    const made = hour(staff.slice(0, 20), { hold: approved });

    expect([disabled(made), made.hold]).toEqual([left, null]);
  });

  it("leaves alone who came back meanwhile", () => {
    expect(disabled(hour(staff.slice(0, 25), { hold: approved }))).toEqual(staff.slice(25));
  });

  it("is of the list as the admin saw it: who joined it later is alone on it, anew", () => {
    const grown = hold([...raised.people, held("p19", { since: 2 })], { version: 2, approval: approvalOf(1) });

    const made = hour(staff.slice(0, 19), { hold: grown });

    expect([disabled(made), onIt(made), made.hold?.people[0]?.since]).toEqual([left, ["p19"], 3]);
  });

  it("leaves who leaves in that very run to the brake", () => {
    const few = hour(staff.slice(0, 19), { hold: approved });
    const many = hour(staff.slice(0, 10), { hold: approved });

    expect([disabled(few), few.hold]).toEqual([staff.slice(19), null]);
    expect([disabled(many), onIt(many)]).toEqual([left, staff.slice(10, 20)]);
  });

  it("covers those on the list by version, whatever the list is now", () => {
    const grown = hold([held("a"), held("b", { since: 2 }), held("c", { since: 3 })], {
      version: 3,
      approval: approvalOf(2),
    });

    expect(approvedOf(grown).map((one) => one.directoryId)).toEqual(["a", "b"]);
    expect([approvedOf(raised), approvedOf(null)]).toEqual([[], []]);
  });

  it("waits for a run that reads everything", () => {
    const torn = hour(staff.slice(0, 5), { hold: approved, torn: true });
    const whole = hour(staff.slice(0, 20), { hold: torn.hold });

    expect([disabled(torn), torn.hold, disabled(whole)]).toEqual([[], approved, left]);
  });
});

describe("a hold on growth", () => {
  const settled = { settledAt: minutesBefore(60) };
  const flood = ids(60, "new");
  const growing = hold(
    flood.map((id) => heldNewcomer(id)),
    { because: ["TOO_MANY_ADDITIONS"] },
  );

  it("is raised with everybody who would come in", () => {
    const made = hour([...staff, ...flood], { hold: null, settings: settled });

    expect([made.verdict.create, onIt(made)?.length]).toEqual([[], 60]);
  });

  it("does not keep back who joins a group afterwards, as long as they are few", () => {
    const made = hour([...staff, ...flood, "one-more"], { hold: growing, settings: settled });

    expect([made.verdict.create.map((row) => row.person.id), made.hold]).toEqual([["one-more"], growing]);
  });

  it("takes up a second flood", () => {
    const made = hour([...staff, ...flood, ...ids(51, "more")], { hold: growing, settings: settled });

    expect([made.verdict.create, made.hold?.people.length]).toEqual([[], 111]);
  });

  it("keeps waiting while the choice of groups has just been changed, and lets in who is not on it", () => {
    const made = hour([...staff, ...flood, ...ids(90, "more")], { hold: growing, settings: { settledAt: null } });

    expect([made.verdict.create.length, onIt(made)?.length]).toEqual([90, 60]);
  });

  it("keeps back who leaves, while it is open", () => {
    const made = hour([...staff.slice(1), ...flood], { hold: growing, settings: settled });

    expect([disabled(made), made.verdict.because]).toEqual([[], ["HOLD_OPEN"]]);
  });

  it("lets them in once approved", () => {
    const approved = { ...growing, approval: approvalOf(1) };

    const made = hour([...staff, ...flood], { hold: approved, settings: settled });

    expect([made.verdict.create.length, made.hold]).toEqual([60, null]);
  });

  it("lets them in, once approved, also in a run that could not read everything, and waits for the others", () => {
    const approved = { ...growing, approval: approvalOf(1) };

    const made = hour([...staff, ...flood.slice(0, 40)], { hold: approved, settings: settled, torn: true });

    expect([made.verdict.create.length, onIt(made)]).toEqual([40, flood.slice(40)]);
    expect(made.hold?.approval).toEqual(approvalOf(1));
  });

  it("lets go of who left the groups again", () => {
    const made = hour([...staff, ...flood.slice(1)], { hold: growing, settings: settled });

    expect(onIt(made)?.sort()).toEqual(flood.slice(1).sort());
  });
});

describe("a step of the hold", () => {
  it("is none where nothing waits and nothing waited", () => {
    expect(stepHold(null, [], false)).toEqual({ kind: "NONE" });
  });

  it("tells apart somebody who should leave and the same person who should come in", () => {
    const step = stepHold(hold([held("ada")]), [heldNewcomer("ada")], false);

    expect(step).toEqual({ kind: "REFRESH", version: 2, people: [heldNewcomer("ada", { since: 2 })] });
  });

  it("ends an approval that found nobody left", () => {
    expect(stepHold(hold([held("ada")], { approval: approvalOf(1) }), [], true)).toEqual({
      kind: "CARRIED_OUT",
    });
  });
});

describe("heldByGroup", () => {
  it("counts each action of each group; somebody in two is of both, and who is of none is not lost", () => {
    const people = [
      held("ada", { groupIds: ["sales", "legal"] }),
      held("bob", { groupIds: ["sales"] }),
      heldNewcomer("cyd", { groupIds: ["sales"] }),
      held("dan", { groupIds: [] }),
    ];

    expect(heldByGroup(people)).toEqual([
      { groupId: "sales", toDisable: 2, toAdd: 1 },
      { groupId: "legal", toDisable: 1, toAdd: 0 },
      { groupId: null, toDisable: 1, toAdd: 0 },
    ]);
  });
});
