import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { SENTENCE_CODES, type SentenceCode as Code } from "../../core/sentences.js";

export const SentenceCode = Object.fromEntries(SENTENCE_CODES.map((code) => [code, code])) as { [K in Code]: K };
registerEnumType(SentenceCode, {
  name: "SentenceCode",
  description: "What a sentence says; for whoever says it in another language than English.",
});

@ObjectType({ description: "A sentence of ours: its code with the names and numbers in it, and the whole in English." })
export class Sentence {
  @Field(() => SentenceCode)
  code!: Code;

  @Field(() => [String], { description: "Of groups, people or permissions, or what somebody typed." })
  names!: readonly string[];

  @Field(() => Int, { nullable: true })
  count!: number | null;

  @Field(() => Int, { nullable: true })
  limit!: number | null;
}
