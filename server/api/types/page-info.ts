import { Field, ObjectType } from "type-graphql";
import { make } from "./problem.js";

@ObjectType({ description: "How a list goes on. Cursors are opaque and belong to one account and one question." })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: "Give it as `after` for the next page." })
  endCursor!: string | null;
}

export const pageInfo = (endCursor: string | null): PageInfo =>
  make(PageInfo, { hasNextPage: endCursor !== null, endCursor });
