import { describe, expect, it } from "vitest";
import { minutesBefore, person, user } from "../../test/builders.js";
import { conflictsBetween, stepConflicts, type Conflict } from "./conflicts.js";

const local = (id: string, email: string | null) => ({ ...user(id), id: `user-${id}`, directoryId: null, email });
const kept = (directoryId: string, fields: Partial<Conflict> = {}): Conflict => ({
  directoryId,
  displayName: directoryId,
  mail: `${directoryId}@contoso.example`,
  localUserIds: ["user-1"],
  since: minutesBefore(60),
  byHand: false,
  ...fields,
});
const found = ({ since: _, byHand: __, ...conflict }: Conflict) => conflict;

describe("a conflict", () => {
  it("is a mail that a user has who is not linked, whatever its case", () => {
    const people = [person("ada", { mail: "Ada@Contoso.example" }), person("bob")];

    const conflicts = conflictsBetween(people, [local("1", "ada@contoso.example"), local("2", null)]);

    expect(conflicts).toMatchObject([{ directoryId: "ada", mail: "Ada@Contoso.example", localUserIds: ["user-1"] }]);
  });

  it("is none with a user who is linked, nor without a mail", () => {
    const nobodysMail = person("gus", { mail: null, userPrincipalName: "gus#EXT#@contoso.example" });

    expect(conflictsBetween([person("ada"), nobodysMail], [user("ada"), local("1", null)])).toEqual([]);
  });

  it("names ten of the users who share the mail, and the person once", () => {
    const users = Array.from({ length: 12 }, (_, n) => local(String(n), "ada@contoso.example"));

    const conflicts = conflictsBetween([person("ada"), person("ada")], users);

    expect(conflicts.map((conflict) => conflict.localUserIds.length)).toEqual([10]);
  });
});

describe("a complete run", () => {
  it("keeps what is new or has changed, and ends what it did not meet", () => {
    const before = [kept("same"), kept("renamed"), kept("gone")];

    const step = stepConflicts(before, [
      found(kept("same")),
      found(kept("renamed", { displayName: "Ada Lovelace" })),
      found(kept("new")),
    ]);

    expect([step.keep.map(({ directoryId }) => directoryId), step.end]).toEqual([["renamed", "new"], ["gone"]]);
  });

  it("leaves alone what an admin met by hand", () => {
    expect(stepConflicts([kept("ada", { byHand: true })], [])).toEqual({ keep: [], end: [] });
  });
});
