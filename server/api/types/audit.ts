import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type * as audit from "../../core/audit.js";
import { AuditKind, AuditSubjectType } from "./enums/decisions.js";
import { PageInfo } from "./page-info.js";
import { ChangedField } from "./history.js";

@ObjectType({ description: "Who decided." })
export class AuditActor {
  @Field(() => ID, {
    nullable: true,
    description: "Null for who is no user here: an operator, or whoever opened the account.",
  })
  userId!: string | null;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: "Whom or what a decision was about, and what it changed there." })
export class AuditSubject {
  @Field(() => AuditSubjectType)
  type!: audit.AuditSubjectType;

  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => [ChangedField], { description: "Only what changed; of a list, what left it and what came to it." })
  fields!: ChangedField[];
}

@ObjectType()
export class AuditSubjects {
  @Field(() => [AuditSubject])
  nodes!: AuditSubject[];

  @Field(() => Int)
  totalCount!: number;
}

@ObjectType({ description: "Something that an admin, or the operator, decided." })
export class AuditEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLDateTime)
  at!: Date;

  @Field(() => AuditKind)
  kind!: audit.AuditKind;

  @Field(() => AuditActor)
  by!: AuditActor;

  @Field(() => String, { description: "What was decided, in words that go on after the name." })
  message!: string;

  @Field(() => Boolean, {
    description: "False while it is being done, and for good where it broke off: then some of it may be done.",
  })
  complete!: boolean;

  /** Shown by a field of its own, because there may be many. */
  about!: readonly audit.AuditSubject[];
}

@ObjectType()
export class AuditEventConnection {
  @Field(() => [AuditEvent])
  nodes!: AuditEvent[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
