import { inEnglish, SENTENCE_CODES, type Sentence } from "../server/core/sentences.js";
import type { WordsFragment } from "../teams-app/src/graphql/generated/graphql.js";

/* The server's sentences for tests of the tab, which knows the schema and nothing else of the server. */

export { say, type Sentence } from "../server/core/sentences.js";

/** Sentences as the API answers with them. */
export const answered = (...sentences: readonly Sentence[]): WordsFragment[] =>
  sentences.map((sentence) => ({ ...sentence, names: [...sentence.names], text: inEnglish([sentence]) }));

/** Everything that the server can say, of these names and numbers. */
export const everySentence = (values: Omit<Sentence, "code">): WordsFragment[] =>
  answered(...SENTENCE_CODES.map((code) => ({ code, ...values })));
