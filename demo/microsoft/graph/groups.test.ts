import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GROUPS, PEOPLE } from "../registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../server.js";
import { allRows, EVENTUAL, graphReader, rowsOf, type Reader } from "../testing/client.js";

let microsoft: PretendMicrosoft;
let read: Reader;

beforeAll(async () => {
  microsoft = await startMicrosoft();
  read = await graphReader(microsoft);
});
afterAll(() => microsoft.close());

describe("groups", () => {
  it("lists 24 groups and filters them by kind", async () => {
    const all = await allRows(read, "/groups?$top=5");
    const unified = await allRows(read, "/groups?$filter=groupTypes/any(c:c eq 'Unified')&$select=displayName");
    const others = await read("/groups?$filter=NOT groupTypes/any(c:c eq 'Unified')&$count=true", EVENTUAL);

    expect(all).toHaveLength(24);
    expect(unified.map((row) => row.displayName).sort()).toEqual(["Board", "Partners", "Team Oslo"]);
    expect(others.json["@odata.count"]).toBe(21);
    expect((await read("/groups/$count", EVENTUAL)).text).toBe("24");
  });

  it("searches groups by the words of their name", async () => {
    const answer = await read('/groups?$search="displayName:north"&$select=id', EVENTUAL);

    expect(rowsOf(answer)).toEqual([{ id: GROUPS.projectNorth }]);
  });

  it("tells a group that is not there from an id that is none", async () => {
    expect(await read("/groups/00000000-0000-4000-8000-000000000000")).toMatchObject({
      status: 404,
      json: { error: { code: "Request_ResourceNotFound" } },
    });
    expect(await read("/groups/sales/members")).toMatchObject({
      status: 400,
      json: { error: { code: "Request_BadRequest" } },
    });
  });
});

describe("members", () => {
  it("pages through more than 999 members, each once", async () => {
    const ids = (await allRows(read, `/groups/${GROUPS.allEmployees}/members?$select=id&$top=999`)).map(
      (row) => row.id,
    );

    expect(ids.length).toBeGreaterThan(999);
    expect([...ids].sort()).toEqual(microsoft.directory.memberIds(GROUPS.allEmployees).sort());
  });

  it("ends in a cycle, and lists nested groups too but never the group in itself", async () => {
    const inNorth = await allRows(read, `/groups/${GROUPS.projectNorth}/transitiveMembers?$select=id`);
    const groups = inNorth.filter((row) => row["@odata.type"] === "#microsoft.graph.group");

    const people = [
      ...microsoft.directory.memberIds(GROUPS.projectNorth),
      ...microsoft.directory.memberIds(GROUPS.projectSouth),
    ];
    const expected = new Set(people.filter((id) => id !== GROUPS.projectNorth));
    expect(new Set(inNorth.map((row) => row.id))).toEqual(expected);
    expect(groups.map((row) => row.id)).toEqual([GROUPS.projectSouth]);
  });

  it("follows nesting in both directions", async () => {
    const direct = await allRows(read, `/users/${PEOPLE.megan}/memberOf?$select=id`);
    const all = await allRows(read, `/users/${PEOPLE.megan}/transitiveMemberOf?$select=id`);
    const ofGroup = await allRows(read, `/groups/${GROUPS.engineering}/memberOf?$select=id`);

    expect(direct.map((row) => row.id)).not.toContain(GROUPS.productAndTechnology);
    expect(all.map((row) => row.id)).toContain(GROUPS.productAndTechnology);
    expect(ofGroup.map((row) => row.id)).toEqual([GROUPS.productAndTechnology]);
  });

  it("names the kind of each member, the device and the contact too", async () => {
    const types = (await allRows(read, `/groups/${GROUPS.reception}/members?$select=id,displayName,mail`)).map(
      (row) => row["@odata.type"],
    );

    expect(types.filter((type) => type === "#microsoft.graph.user")).toHaveLength(4);
    expect(types).toEqual(expect.arrayContaining(["#microsoft.graph.device", "#microsoft.graph.orgContact"]));
  });

  it("casts to users with the header and a count only", async () => {
    const path = `/groups/${GROUPS.reception}/members/microsoft.graph.user`;

    expect((await read(`${path}?$select=id`)).status).toBe(400);
    expect(rowsOf(await read(`${path}?$select=id&$count=true`, EVENTUAL))).toHaveLength(4);
    expect((await read(`${path}/$count`, EVENTUAL)).text).toBe("4");
    expect((await read(`/groups/${GROUPS.reception}/members/$count`, EVENTUAL)).text).toBe("6");
  });

  it("shows a group with hidden membership as empty, and does not betray it from the members' side", async () => {
    const [member = ""] = microsoft.directory.memberIds(GROUPS.board);

    const members = await read(`/groups/${GROUPS.board}/members`);
    const group = await read(`/groups/${GROUPS.board}?$select=visibility`);
    const groupsOfMember = await allRows(read, `/users/${member}/transitiveMemberOf?$select=id`);

    expect(rowsOf(members)).toEqual([]);
    expect(group.json.visibility).toBe("HiddenMembership");
    expect(groupsOfMember.map((row) => row.id)).not.toContain(GROUPS.board);
  });

  it("hides a group's members when told to, and shows them again as if nothing had been", async () => {
    const before = await read(`/groups/${GROUPS.legal}/members?$select=id`);
    const group = structuredClone(microsoft.directory.group(GROUPS.legal));

    microsoft.directory.hideMembers({ groupId: GROUPS.legal });
    const hidden = await read(`/groups/${GROUPS.legal}/members?$select=id`);
    const visibility = (await read(`/groups/${GROUPS.legal}?$select=visibility`)).json.visibility;
    microsoft.directory.showMembers({ groupId: GROUPS.legal });

    expect([rowsOf(hidden), visibility]).toEqual([[], "HiddenMembership"]);
    expect(microsoft.directory.group(GROUPS.legal)).toEqual(group);
    expect((await read(`/groups/${GROUPS.legal}/members?$select=id`)).json).toEqual(before.json);
  });

  it("lets a dynamic group follow the department", async () => {
    const person = microsoft.directory.hire({ displayName: "Dyna Mic", department: "Design" });
    const joined = await allRows(read, `/groups/${GROUPS.design}/members?$select=id`);
    microsoft.directory.rename({ personId: person.id, department: "Legal" });
    const left = await allRows(read, `/groups/${GROUPS.design}/members?$select=id`);

    expect(joined.map((row) => row.id)).toContain(person.id);
    expect(left.map((row) => row.id)).not.toContain(person.id);
    expect(() => {
      microsoft.directory.addToGroup({ groupId: GROUPS.design, memberId: PEOPLE.alex });
    }).toThrow("dynamic group");
  });
});
