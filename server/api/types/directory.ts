import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { CandidateObstacle as Obstacle } from "../../core/candidates.js";
import type * as model from "../../core/model.js";
import { shownEmailOf } from "../../core/person.js";
import type { SentenceCode as Code } from "../../core/sentences.js";
import type { GroupKind as Kind } from "../../use-cases/ports.js";
import { CandidateObstacle, GroupKind, ImportOutcomeKind, PersonKind } from "./enums/people.js";
import { PageInfo } from "./page-info.js";
import { make, orProblem } from "./problem.js";
import { SentenceCode } from "./sentence.js";
import { Run, RunStarted } from "./run.js";
import { User } from "./user.js";

@InputType()
export class CandidateFilter {
  @Field(() => String, { nullable: true, description: "The department begins with this." })
  department?: string | null;

  @Field(() => PersonKind, { nullable: true })
  kind?: model.PersonKind | null;
}

@ObjectType({ description: "A person of the tenant who can be chosen by hand, or why not." })
export class Candidate {
  @Field(() => ID)
  directoryId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String, { nullable: true, description: "Mail or sign-in name, as the account has chosen." })
  email!: string | null;

  @Field(() => String, { nullable: true })
  userPrincipalName!: string | null;

  @Field(() => String, { nullable: true })
  jobTitle!: string | null;

  @Field(() => String, { nullable: true })
  department!: string | null;

  @Field(() => PersonKind, { nullable: true })
  kind!: model.PersonKind | null;

  @Field(() => Boolean)
  importable!: boolean;

  @Field(() => CandidateObstacle, { nullable: true, description: "Why this person cannot be ticked." })
  obstacle!: Obstacle | null;

  @Field(() => User, {
    nullable: true,
    description: "The user this person already is; only a search shows such people.",
  })
  user!: User | null;
}

/** A person as the API shows them; what is shown as mail is the account's choice. */
export function toCandidate(
  person: model.Person,
  shown: model.ShownEmail,
  obstacle: Obstacle | null,
  user: User | null,
): Candidate {
  const email = shownEmailOf({ ...person, email: person.mail }, shown);
  const { id: directoryId, displayName, userPrincipalName, jobTitle, department, kind } = person;
  const facts = { directoryId, displayName, email, userPrincipalName, jobTitle, department, kind };
  return make(Candidate, { ...facts, importable: obstacle === null, obstacle, user });
}

@ObjectType()
export class CandidateConnection {
  @Field(() => [Candidate])
  nodes!: Candidate[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, {
    nullable: true,
    description: "People of the tenant that match, users among them, as Microsoft counts them; only on a first page.",
  })
  matching!: number | null;
}

export const CandidatesResult = orProblem("CandidatesResult", CandidateConnection);

@ObjectType()
export class DirectoryGroup {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => GroupKind)
  kind!: Kind;

  @Field(() => Boolean, { description: "Its members follow a rule in the directory." })
  dynamic!: boolean;

  @Field(() => Int, { nullable: true, description: "Direct members of every kind; null when Microsoft gave no count." })
  memberCount!: number | null;

  @Field(() => Boolean)
  choosable!: boolean;

  @Field(() => String, { nullable: true, description: "Why it cannot be chosen, in words." })
  obstacle!: string | null;
}

@ObjectType()
export class DirectoryGroupConnection {
  @Field(() => [DirectoryGroup])
  nodes!: DirectoryGroup[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

export const DirectoryGroupsResult = orProblem("DirectoryGroupsResult", DirectoryGroupConnection);

@InputType()
export class ImportUsersInput {
  @Field(() => [ID], { description: "1 to 200 object ids of the account's own tenant." })
  directoryIds!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Keep these people active even if they are in a chosen group and leave it later.",
  })
  keepWhenLeaving!: boolean;
}

@ObjectType()
export class ImportOutcome {
  @Field(() => ID)
  directoryId!: string;

  @Field(() => ImportOutcomeKind)
  outcome!: "ADDED" | "ALREADY_HERE" | "FAILED";

  @Field(() => String, { nullable: true })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: "Why, in words; null when added." })
  message!: string | null;

  @Field(() => SentenceCode, { nullable: true, description: "The same as a code." })
  because!: Code | null;

  @Field(() => User, { nullable: true })
  user!: User | null;
}

@ObjectType()
export class UsersImported {
  @Field(() => Run)
  run!: Run;

  @Field(() => [ImportOutcome])
  results!: ImportOutcome[];
}

export const ImportUsersResult = orProblem("ImportUsersResult", UsersImported);

@InputType()
export class ImportMatchingUsersInput {
  @Field(() => String, {
    nullable: true,
    description: "The same search as that of candidates; none takes everybody of the tenant.",
  })
  search?: string | null;

  @Field(() => CandidateFilter, { nullable: true })
  filter?: CandidateFilter | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Keep these people active even if they are in a chosen group and leave it later.",
  })
  keepWhenLeaving!: boolean;
}

export const ImportMatchingUsersResult = orProblem("ImportMatchingUsersResult", RunStarted);
