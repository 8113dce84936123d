import { HEALTH_SENTENCES } from "./words/health.js";
import { HOLD_SENTENCES } from "./words/holds.js";
import { PEOPLE_SENTENCES } from "./words/people.js";
import { PROBLEM_SENTENCES } from "./words/problems.js";
import { RUN_SENTENCES } from "./words/runs.js";
import { SETTINGS_SENTENCES } from "./words/settings.js";

/*
 * What the core decides it says as a sentence: a code, with the names and numbers in it. The words stand in words/, in
 * English; a front end that speaks another language says the same code in its own. They say what happened, what was
 * kept, and what to do next, and hold no ids, hosts or codes that only a log needs.
 */

const SENTENCES = {
  ...PROBLEM_SENTENCES,
  ...SETTINGS_SENTENCES,
  ...RUN_SENTENCES,
  ...HOLD_SENTENCES,
  ...HEALTH_SENTENCES,
  ...PEOPLE_SENTENCES,
} as const;

export type SentenceCode = keyof typeof SENTENCES;

export const SENTENCE_CODES = Object.keys(SENTENCES) as SentenceCode[];

export interface Sentence {
  readonly code: SentenceCode;
  /** Of groups, people or permissions; of what somebody typed. */
  readonly names: readonly string[];
  readonly count: number | null;
  readonly limit: number | null;
}

type ValuesOf<Code extends SentenceCode> = (typeof SENTENCES)[Code] extends (values: infer Values) => string
  ? [values: Values]
  : [];

/** Says all there is to say: no name or number is in its words. */
export type PlainCode = {
  [Code in SentenceCode]: (typeof SENTENCES)[Code] extends string ? Code : never;
}[SentenceCode];

/** A sentence with exactly the values that its words hold. */
export function say<Code extends SentenceCode>(code: Code, ...values: ValuesOf<Code>): Sentence {
  return { code, names: [], count: null, limit: null, ...(values[0] as Partial<Sentence> | undefined) };
}

/** What a code says by itself, in English. */
export const plainWords = (code: PlainCode): string => inEnglish([say(code)]);

/** In English, one after the other. */
export const inEnglish = (sentences: readonly Sentence[]): string => sentences.map(english).join(" ");

function english({ code, names, count, limit }: Sentence): string {
  const words: string | ((values: { names: readonly string[]; count: number; limit: number }) => string) =
    SENTENCES[code];
  return typeof words === "string" ? words : words({ names, count: count ?? 0, limit: limit ?? 0 });
}

/** The same where there may be nothing to say. */
export const inEnglishOrNull = (sentences: readonly Sentence[]): string | null => inEnglish(sentences) || null;
