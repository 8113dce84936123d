import { FieldResolver, Resolver, Root } from "type-graphql";
import { inEnglish } from "../core/sentences.js";
import { Sentence } from "./types/sentence.js";

@Resolver(() => Sentence)
export class SentenceResolver {
  @FieldResolver(() => String, { description: "In English." })
  text(@Root() sentence: Sentence): string {
    return inEnglish([sentence]);
  }
}
