import { describe, expect, it } from "vitest";
import type { Request } from "../../graphql/client.js";
import type { Answer } from "../../graphql/trouble.js";
import { actsFor, applyAct, inverseOf, refusedLines, whoInWords, type Act } from "./acts.js";
import type { UserRow } from "./users-query.js";

const user = (some: Partial<UserRow>) =>
  ({ status: "ACTIVE", managedBy: "ADMIN", directoryId: "d", ...some }) as UserRow;

describe("actsFor", () => {
  it.each<[string, Partial<UserRow>, Act[]]>([
    ["an active user of the groups", { managedBy: "GROUPS" }, ["DISABLE", "KEEP"]],
    ["a disabled user of an admin", { status: "DISABLED" }, ["ENABLE", "TO_GROUPS"]],
    ["a user whom the directory does not know, with no group to decide", { directoryId: null }, ["DISABLE"]],
  ])("offers what would change something about %s", (_, some, acts) => {
    expect(actsFor(user(some))).toEqual(acts);
  });
});

describe("applyAct", () => {
  const asked: { input: { userIds: string[]; status?: string; managedBy?: string } }[] = [];
  const request: Request = <TResult>(_: unknown, variables: unknown): Promise<Answer<TResult>> => {
    const { input } = variables as (typeof asked)[number];
    asked.push({ input });
    const results = input.userIds.map((userId) => ({
      userId,
      changed: userId !== "u0",
      because: userId === "u0" ? "NOT_YOURSELF" : null,
      message: userId === "u0" ? "You cannot disable yourself." : null,
    }));
    const answer = input.status
      ? { setUserStatus: { __typename: "UserStatusesSet", results } }
      : { setManagedBy: { __typename: "ManagedBySet", results } };
    return Promise.resolve({ ok: true, data: answer as TResult });
  };
  const ids = Array.from({ length: 201 }, (_, i) => `u${i}`);

  it("does it to all, 200 at a time, and keeps apart who stayed as they were", async () => {
    const set = await applyAct(request, "DISABLE", ids);

    expect(asked.map(({ input }) => [input.status, input.userIds.length])).toEqual([
      ["DISABLED", 200],
      ["DISABLED", 1],
    ]);
    expect(set.changed).toHaveLength(200);
    expect(set.refused).toEqual([{ userId: "u0", why: "You cannot disable yourself." }]);
  });

  it("can take each act back", async () => {
    for (const act of ["ENABLE", "DISABLE", "TO_GROUPS", "KEEP"] as const) expect(inverseOf(inverseOf(act))).toBe(act);
    asked.length = 0;

    await applyAct(request, inverseOf("KEEP"), ["u1"]);

    expect(asked).toEqual([{ input: { userIds: ["u1"], managedBy: "GROUPS" } }]);
  });
});

describe("the words about who it was", () => {
  it("name one, and count more", () => {
    expect(whoInWords([{ displayName: "Ada" }])).toBe("Ada");
    expect(whoInWords([{ displayName: "Ada" }, { displayName: "Ben" }])).toBe("2 people");
  });

  it("tell a reason once for all whom it kept, with some of their names", () => {
    const users = Array.from({ length: 7 }, (_, i) => ({ id: `u${i}`, displayName: `User ${i}` }));
    const refused = users.map(({ id }) => ({ userId: id, why: id === "u6" ? "The last admin." : "Already disabled." }));

    expect(refusedLines({ changed: [], refused, trouble: null }, users)).toEqual([
      "User 0, User 1, User 2, User 3 and 2 more: Already disabled.",
      "User 6: The last admin.",
    ]);
  });
});
