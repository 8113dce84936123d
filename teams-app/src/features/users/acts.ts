import { setInChunks, setUserStatuses, type UsersSet } from "../../components/set-user-status.js";
import type { Request } from "../../graphql/client.js";
import type { ManagedBy } from "../../graphql/generated/graphql.js";
import { outcomeOf } from "../../graphql/outcome.js";
import { texts } from "../../texts/texts.js";
import { SetManagedByDocument } from "./operations.js";
import type { UserRow } from "./users-query.js";

/** What an admin can do with one user or many. */
export type Act = "ENABLE" | "DISABLE" | "TO_GROUPS" | "KEEP";

const inverses: Record<Act, Act> = { ENABLE: "DISABLE", DISABLE: "ENABLE", TO_GROUPS: "KEEP", KEEP: "TO_GROUPS" };

export const inverseOf = (act: Act): Act => inverses[act];

/** The two acts that would change something about this user. */
export function actsFor({ status, managedBy, directoryId }: UserRow): Act[] {
  const hands: Act = managedBy === "GROUPS" ? "KEEP" : "TO_GROUPS";
  // Nobody's group can decide about somebody the directory does not know.
  return [status === "ACTIVE" ? "DISABLE" : "ENABLE", ...(directoryId === null ? [] : [hands])];
}

export function applyAct(request: Request, act: Act, userIds: readonly string[]): Promise<UsersSet> {
  switch (act) {
    case "ENABLE":
      return setUserStatuses(request, userIds, "ACTIVE");
    case "DISABLE":
      return setUserStatuses(request, userIds, "DISABLED");
    case "TO_GROUPS":
      return setManagedBy(request, userIds, "GROUPS");
    case "KEEP":
      return setManagedBy(request, userIds, "ADMIN");
  }
}

function setManagedBy(request: Request, userIds: readonly string[], managedBy: ManagedBy): Promise<UsersSet> {
  return setInChunks(userIds, async (chunk) =>
    outcomeOf(
      await request(SetManagedByDocument, { input: { userIds: chunk, managedBy } }),
      (data) => data.setManagedBy,
    ),
  );
}

/** Who stayed as they were, a line for each reason; of many some by name. */
export function refusedLines({ refused }: UsersSet, users: readonly Pick<UserRow, "id" | "displayName">[]): string[] {
  const nameOf = new Map(users.map((user) => [user.id, user.displayName]));
  const reasons = [...new Set(refused.map(({ why }) => why))];
  return reasons.map((why) => {
    const some = refused.filter((one) => one.why === why);
    return texts.users.notChanged(texts.users.names(some.map(({ userId }) => nameOf.get(userId) ?? userId)), why);
  });
}

/** "Ada Lovelace" for one, "12 people" for more. */
export function whoInWords(users: readonly Pick<UserRow, "displayName">[]): string {
  const [only, second] = users;
  return only && !second ? only.displayName : texts.users.people(users.length);
}
