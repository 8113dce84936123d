import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type * as model from "../../core/model.js";
import type { SentenceCode as Code } from "../../core/sentences.js";
import { shownEmailOf } from "../../core/person.js";
import { disabledWords } from "../../core/change-words.js";
import { ChangeReason } from "./enums/runs.js";
import { DirectoryState, DisabledBy, ManagedBy, Origin, Role, UserStatus } from "./enums/people.js";
import { PageInfo } from "./page-info.js";
import { orProblem } from "./problem.js";
import { SentenceCode } from "./sentence.js";

@ObjectType({ description: "A group of the directory, by name." })
export class GroupReference {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;
}

@ObjectType({ description: "A person in the account." })
export class User {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String, { nullable: true })
  givenName!: string | null;

  @Field(() => String, { nullable: true })
  surname!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Mail or sign-in name, as the account has chosen (`Account.shownEmail`). Not unique.",
  })
  email!: string | null;

  /** Whatever is shown: by it a field of its own tells who shares one. */
  mailbox!: string | null;

  @Field(() => String, { nullable: true, description: "The name they sign in with." })
  userPrincipalName!: string | null;

  @Field(() => String, { nullable: true })
  jobTitle!: string | null;

  @Field(() => String, { nullable: true })
  department!: string | null;

  @Field(() => Role)
  role!: model.Role;

  @Field(() => UserStatus)
  status!: model.UserStatus;

  @Field(() => DisabledBy, { nullable: true })
  disabledBy!: model.DisabledBy | null;

  @Field(() => GraphQLDateTime, { nullable: true })
  disabledAt!: Date | null;

  @Field(() => String, { nullable: true, description: "By whom and why, in words." })
  disabledReason!: string | null;

  @Field(() => ChangeReason, { nullable: true, description: "Why, as a code." })
  disabledBecause!: model.DisableReason | null;

  @Field(() => Origin)
  origin!: model.Origin;

  @Field(() => ManagedBy)
  managedBy!: model.ManagedBy;

  @Field(() => String, { nullable: true, description: "The admin who took them out of the groups' hands." })
  keptBy!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true })
  keptAt!: Date | null;

  @Field(() => ID, { nullable: true, description: "Object id in the account's tenant; null for a local user." })
  directoryId!: string | null;

  @Field(() => DirectoryState)
  directoryState!: model.DirectoryState;

  @Field(() => [GroupReference], { description: "The chosen groups that keep this user here, as last read." })
  groups!: GroupReference[];

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "Last change of any field but the last sign-in." })
  updatedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true })
  lastSignInAt!: Date | null;
}

/**
 * A user as the API shows it; `groupNames` are the account's chosen groups by id. Field by field: pages have 500 users,
 * and copying what is left after taking some fields away costs more than all the rest of such a page.
 */
export function toUser(
  user: model.User,
  {
    groupNames,
    shownEmail,
  }: { readonly groupNames: ReadonlyMap<string, string>; readonly shownEmail: model.ShownEmail },
): User {
  return {
    id: user.id,
    displayName: user.displayName,
    givenName: user.givenName,
    surname: user.surname,
    email: shownEmailOf(user, shownEmail),
    mailbox: user.email,
    userPrincipalName: user.userPrincipalName,
    jobTitle: user.jobTitle,
    department: user.department,
    role: user.role,
    status: user.status,
    disabledBy: user.disabledBy,
    disabledAt: user.disabledAt,
    disabledBecause: user.disabledReason,
    disabledReason: disabledWords(user.disabledBy, user.disabledReason),
    origin: user.origin,
    managedBy: user.managedBy,
    keptBy: user.keptBy?.name ?? null,
    keptAt: user.keptBy?.at ?? null,
    directoryId: user.directoryId,
    directoryState: user.directoryState,
    groups: toGroupReferences(user.groupIds, groupNames),
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    lastSignInAt: user.lastSignInAt,
  };
}

export function toGroupReferences(ids: readonly string[], groupNames: ReadonlyMap<string, string>): GroupReference[] {
  return ids.flatMap((id) => {
    const displayName = groupNames.get(id);
    return displayName === undefined ? [] : [{ id, displayName }];
  });
}

@ObjectType()
export class UserConnection {
  @Field(() => [User])
  nodes!: User[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;
}

@InputType()
export class UserFilter {
  @Field(() => UserStatus, { nullable: true })
  status?: model.UserStatus | null;

  @Field(() => Origin, { nullable: true })
  origin?: model.Origin | null;

  @Field(() => ManagedBy, { nullable: true })
  managedBy?: model.ManagedBy | null;

  @Field(() => [DirectoryState], { nullable: true })
  directoryStates?: model.DirectoryState[] | null;

  @Field(() => Role, { nullable: true })
  role?: model.Role | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Users changed at or after this moment." })
  changedSince?: Date | null;
}

@InputType()
export class SetUserStatusInput {
  @Field(() => [ID], { description: "1 to 200 user ids." })
  userIds!: string[];

  @Field(() => UserStatus)
  status!: model.UserStatus;
}

@ObjectType()
export class UserStatusOutcome {
  @Field(() => ID)
  userId!: string;

  @Field(() => Boolean)
  changed!: boolean;

  @Field(() => User, { nullable: true })
  user!: User | null;

  @Field(() => String, { nullable: true, description: "Why not, in words; null when it was changed." })
  message!: string | null;

  @Field(() => SentenceCode, { nullable: true, description: "The same as a code." })
  because!: Code | null;
}

@ObjectType()
export class UserStatusesSet {
  @Field(() => [UserStatusOutcome])
  results!: UserStatusOutcome[];
}

export const SetUserStatusResult = orProblem("SetUserStatusResult", UserStatusesSet);

@InputType()
export class SetManagedByInput {
  @Field(() => [ID], { nullable: true, description: "1 to 200 user ids." })
  userIds?: string[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Instead of userIds: all active users managed by admins whom a chosen group would keep by the last run, with managedBy GROUPS.",
  })
  inChosenGroups!: boolean;

  @Field(() => ManagedBy)
  managedBy!: model.ManagedBy;
}

@ObjectType()
export class ManagedBySet {
  @Field(() => Int, { description: "How many changed hands." })
  changed!: number;

  @Field(() => [UserStatusOutcome], { description: "An answer for each of userIds; none with inChosenGroups." })
  results!: UserStatusOutcome[];
}

export const SetManagedByResult = orProblem("SetManagedByResult", ManagedBySet);

@InputType()
export class SetUserRoleInput {
  @Field(() => ID)
  userId!: string;

  @Field(() => Role)
  role!: model.Role;
}

@ObjectType()
export class UserRoleSet {
  @Field(() => User)
  user!: User;
}

export const SetUserRoleResult = orProblem("SetUserRoleResult", UserRoleSet);
