import fc from "fast-check";
import { expect, it } from "vitest";
import { admin, chosenGroup, complete, NOW, onePerson, person, settings, user } from "../../test/builders.js";
import { decideOne, type NextStep, type Seen } from "./one-person.js";
import { planSync } from "./plan.js";

/* One person asked for alone gets what a full run that read the same would give them. */

const worlds = fc.record({
  there: fc.boolean(),
  groupIds: fc.subarray(["sales", "support", "banned", "elsewhere"]),
  accountEnabled: fc.constantFrom(true, true, false, null),
  kind: fc.constantFrom("MEMBER" as const, "MEMBER" as const, "GUEST" as const, null),
  named: fc.boolean(),
  mailTaken: fc.boolean(),
  includeGuests: fc.boolean(),
  disableLeavers: fc.boolean(),
  here: fc.option(
    fc.record({
      status: fc.constantFrom("ACTIVE" as const, "DISABLED" as const),
      disabledBy: fc.constantFrom("SYNC" as const, "ADMIN" as const),
      managedBy: fc.constantFrom("GROUPS" as const, "ADMIN" as const),
    }),
  ),
});

it("is the one that a full run makes of the same facts", () => {
  const met = new Set<NextStep>();
  fc.assert(
    fc.property(worlds, ({ there, groupIds, accountEnabled, kind, named, mailTaken, here, ...rules }) => {
      const ada = person("ada", { accountEnabled, kind });
      const chosen = settings({
        ...rules,
        groups: [chosenGroup("sales"), chosenGroup("support")],
        exclusions: { people: named ? [{ id: "ada", displayName: "Ada" }] : [], groups: [chosenGroup("banned")] },
      });
      const disabledBy = here?.status === "DISABLED" ? here.disabledBy : null;
      const asUser = here && user("ada", { ...here, disabledBy });
      const local = mailTaken ? [{ ...admin, id: "local", directoryId: null, email: "ada@contoso.example" }] : [];
      const read = (id: string) => complete(there && groupIds.includes(id) ? [ada] : [], id);

      const plan = planSync({
        snapshot: { groups: [read("sales"), read("support")], excluded: [read("banned")] },
        users: [admin, ...(asUser ? [asUser] : []), ...local],
        settings: chosen,
        lastReads: [],
        approved: new Set(),
        now: NOW,
      });
      const seen: Seen = there ? { found: "PRESENT", person: ada, groupIds: new Set(groupIds) } : { found: "DELETED" };
      const localMails = new Set(mailTaken ? ["ada@contoso.example"] : []);
      const { next, rule } = decideOne(onePerson({ seen, user: asUser, settings: chosen, localMails }));

      // A full run plans such a disable too, and its second look then finds no clear answer
      const unclear = there && (accountEnabled === null || kind === null);
      const planned = plan.disable.length > 0 ? (unclear ? "ASKS_AGAIN" : "DISABLE") : "NOTHING";
      const expected = plan.create.length > 0 ? "ADD" : plan.reenable.length > 0 ? "REENABLE" : planned;
      expect(next).toBe(expected);
      if (plan.skip[0]) expect(rule).toBe(plan.skip[0].reason);
      met.add(next);
    }),
    { numRuns: 2000 },
  );
  expect([...met].sort()).toEqual(["ADD", "ASKS_AGAIN", "DISABLE", "NOTHING", "REENABLE"]);
});
