import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCount, decodeGroup } from "./group-rows.js";
import { decodeMember, decodePerson, onlyIdReadable } from "./person-rows.js";

describe("a user object", () => {
  it("keeps what Microsoft wrote", () => {
    const row = {
      id: "1",
      displayName: "‮<b>Ada</b> 🦄",
      givenName: "Ada",
      surname: "",
      mail: null,
      userPrincipalName: "ada_x.com#EXT#@contoso.onmicrosoft.com",
      accountEnabled: false,
      userType: "Guest",
    };

    expect(decodePerson(row)).toEqual({
      ...row,
      userType: undefined,
      surname: null,
      jobTitle: null,
      department: null,
      kind: "GUEST",
    });
  });

  it("of which only the id is readable says nothing else: not enabled, not blocked, not member, not guest", () => {
    const person = decodePerson({ id: "1", displayName: null, accountEnabled: null, userType: null });

    expect(person).toMatchObject({ displayName: "", accountEnabled: null, kind: null });
    expect(person && onlyIdReadable(person)).toBe(true);
  });

  it("is decoded, or refused, whatever comes", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (row) => {
        const [person, member] = [decodePerson(row), decodeMember(row)];

        expect(person === null || typeof person.id === "string").toBe(true);
        expect(["PERSON", "OTHER", "UNREADABLE"]).toContain(member.kind);
      }),
    );
  });

  it("is told from devices, contacts and groups by its type alone", () => {
    const kinds = ["user", "group", "device", "orgContact", "servicePrincipal"].map(
      (type) => decodeMember({ "@odata.type": `#microsoft.graph.${type}`, id: "1" }).kind,
    );

    expect([...kinds, decodeMember({ id: "1" }).kind]).toEqual([
      "PERSON",
      "OTHER",
      "OTHER",
      "OTHER",
      "OTHER",
      "UNREADABLE",
    ]);
  });
});

describe("a group object", () => {
  it.each([
    [{ groupTypes: ["Unified"], mailEnabled: true, securityEnabled: false }, "MICROSOFT_365", false],
    [{ groupTypes: ["Unified", "DynamicMembership"], mailEnabled: true, securityEnabled: true }, "MICROSOFT_365", true],
    [{ groupTypes: [], mailEnabled: false, securityEnabled: true }, "SECURITY", false],
    [{ groupTypes: ["DynamicMembership"], mailEnabled: false, securityEnabled: true }, "SECURITY", true],
    [{ groupTypes: [], mailEnabled: true, securityEnabled: true }, "MAIL_ENABLED_SECURITY", false],
    [{ groupTypes: [], mailEnabled: true, securityEnabled: false }, "DISTRIBUTION", false],
    [{}, "OTHER", false],
  ])("%j is of kind %s", (fields, kind, dynamic) => {
    expect(decodeGroup({ id: "1", displayName: "Sales", ...fields })).toMatchObject({ kind, dynamic });
  });

  it.each(["HiddenMembership", "Hiddenmembership", "hiddenmembership"])("is hidden as %s", (visibility) => {
    const hidden = [visibility, "Private", null].map((each) => decodeGroup({ id: "1", visibility: each }));

    expect(hidden.map((group) => group?.hiddenMembership)).toEqual([true, false, false]);
  });

  it.each([
    [12, 12],
    ["12", 12],
    [Buffer.from("893").toString("base64"), 893],
    [-1, null],
    [1.5, null],
    ["many", null],
    [null, null],
    [{}, null],
  ])("has %j as its count, which is %j", (body, count) => {
    expect(decodeCount(body)).toBe(count);
  });
});
