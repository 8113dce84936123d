import type { User } from "../../server/core/model.js";
import { emailKey } from "../../server/core/person.js";
import { profileKeys, searchPatterns } from "../../server/store/user-keys.js";
import type { UserFilter, UserListOrder, UserStore } from "../../server/use-cases/ports.js";
import { pageOf } from "./pages.js";

const KEYS: Readonly<Record<UserListOrder, (user: User) => string | number | null>> = {
  NAME_ASC: (user) => profileKeys(user).nameKey,
  NAME_DESC: (user) => profileKeys(user).nameKey,
  EMAIL_ASC: ({ email }) => email && emailKey(email),
  EMAIL_DESC: ({ email }) => email && emailKey(email),
  SIGN_IN_NAME_ASC: (user) => profileKeys(user).signInKey,
  SIGN_IN_NAME_DESC: (user) => profileKeys(user).signInKey,
  LAST_SIGN_IN_DESC: ({ lastSignInAt }) => lastSignInAt?.getTime() ?? null,
  CREATED_DESC: ({ createdAt }) => createdAt.getTime(),
};

export function userPage(users: readonly User[], query: Parameters<UserStore["page"]>[1]) {
  const { search, filter, order, first, after } = query;
  const patterns = searchPatterns(search).map((pattern) => new RegExp(pattern));
  const matching = users.filter(
    (user) => matches(user, filter) && patterns.every((pattern) => pattern.test(profileKeys(user).searchText)),
  );
  const page = pageOf(matching, {
    list: order,
    direction: order.endsWith("_DESC") ? -1 : 1,
    keyOf: (user) => [KEYS[order](user), user.id],
    first,
    after,
  });
  return { users: page.rows, next: page.next, total: matching.length };
}

function matches(user: User, { directoryStates, changedSince, ...same }: UserFilter): boolean {
  const asked = Object.entries(same) as [keyof typeof same, string | undefined][];
  return (
    asked.every(([field, value]) => value === undefined || user[field] === value) &&
    (directoryStates?.includes(user.directoryState) ?? true) &&
    (changedSince === undefined || user.updatedAt >= changedSince)
  );
}
