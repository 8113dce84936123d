import { changesOf, type AuditSubject } from "../core/audit.js";
import type { Account, User } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import { profileOf } from "../core/person.js";
import { audited, OPERATOR, type AuditDeps } from "./audit.js";
import type { Directories, NewUser, UserStore } from "./ports.js";

/**
 * Makes this person an admin who can sign in, whatever they were here before. They are taken out of the groups' hands
 * when they were disabled, because the next run would only disable them again (R4).
 */
export async function nameAdmin(
  users: UserStore,
  accountId: string,
  person: NewUser & { readonly directoryId: string },
): Promise<readonly AuditSubject[]> {
  const [before] = await users.byDirectoryIds(accountId, [person.directoryId]);
  if (!before) await users.create(accountId, [person]);
  const [user] = await users.byDirectoryIds(accountId, [person.directoryId]);
  if (!user) throw new Error("The admin was written, but is not there");
  if (user.status === "DISABLED")
    await users.setStatusByAdmin(accountId, user.id, {
      status: "ACTIVE",
      keptBy: { name: OPERATOR.name, at: new Date() },
    });
  if (user.role !== "ADMIN") await users.setRole(accountId, user.id, "ADMIN");
  const was = before ? { role: before.role, status: before.status } : {};
  return changesOf({ type: "USER", id: user.id, name: user.displayName }, was, { role: "ADMIN", status: "ACTIVE" });
}

/** The same by an operator, with its trail. */
export async function nameAdminByOperator(
  deps: AuditDeps & { readonly users: UserStore },
  { id: accountId }: Account,
  person: NewUser & { readonly directoryId: string },
): Promise<void> {
  await audited(deps, { accountId, kind: "ADMIN_NAMED", by: OPERATOR }, async () => [
    undefined,
    await nameAdmin(deps.users, accountId, person),
  ]);
}

/** An operator takes the role from an admin; the last one who can sign in keeps it (R7). */
export async function removeAdmin(
  deps: AuditDeps & { readonly users: UserStore },
  { id: accountId }: Account,
  objectId: string,
): Promise<Result<User, Problem>> {
  const { users } = deps;
  const [user] = await users.byDirectoryIds(accountId, [objectId]);
  if (user?.role !== "ADMIN") return problem({ code: "NOT_FOUND", because: say("ADMIN_NOT_FOUND") });
  const changed = await audited(deps, { accountId, kind: "ADMIN_REMOVED", by: OPERATOR }, async () => {
    const after = await users.setRole(accountId, user.id, "EMPLOYEE");
    const { id, displayName: name, role } = user;
    const isDone = after !== null && after !== "LAST_ADMIN";
    return [after, isDone ? changesOf({ type: "USER", id, name }, { role }, { role: after.role }) : []];
  });
  if (changed === "LAST_ADMIN") return problem({ code: "LAST_ADMIN" });
  return changed ? ok(changed) : problem({ code: "NOT_FOUND", because: say("ADMIN_NOT_FOUND") });
}

/**
 * The admin an operator names by object id, as the directory knows them. It need not answer: the tenant may not have
 * consented yet, and then the daily refresh brings the name. A person it says is not there is a slip of the operator's.
 */
export async function adminByObjectId(
  directories: Directories,
  tenantId: string,
  objectId: string,
): Promise<Result<NewUser & { readonly directoryId: string }, Problem>> {
  const looked = await directories(tenantId).lookUpPeople([objectId]);
  const where = looked.ok ? looked.value.get(objectId) : undefined;
  if (where?.found === "GONE" || where?.found === "DELETED")
    return problem({ code: "NOT_FOUND", because: say("PERSON_NOT_IN_DIRECTORY") });

  const unnamed = adminOf(objectId, { name: "First administrator", userName: null });
  return ok(
    where?.found === "PRESENT" ? { ...unnamed, ...profileOf(where.person), directoryState: "ENABLED" } : unnamed,
  );
}

/** An admin of whom no more is known than a token or an operator says. */
export function adminOf(
  objectId: string,
  known: { readonly name: string; readonly userName: string | null },
): NewUser & { readonly directoryId: string } {
  return {
    directoryId: objectId,
    displayName: known.name,
    givenName: null,
    surname: null,
    email: known.userName,
    userPrincipalName: known.userName,
    jobTitle: null,
    department: null,
    role: "ADMIN",
    origin: "LOCAL",
    managedBy: "ADMIN",
    directoryState: "UNKNOWN",
    groupIds: [],
  };
}
