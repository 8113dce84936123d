/** Decides which object stands for a value that many rows have. */
export interface Sharing {
  text<T extends string | null>(text: T): T;
  moment<T extends Date | null>(moment: T): T;
  texts(list: readonly string[]): readonly string[];
}

/** Every value as it came. */
export const AS_THEY_COME: Sharing = { text: (text) => text, moment: (moment) => moment, texts: (list) => list };

/**
 * One object for each value, for as long as this is kept. Whoever parses rows makes new texts, moments and lists for every
 * one of them, though most are the same; of what 100,000 users take in memory that is half. Nobody may change what they
 * are handed, which the types of the model say.
 */
export function oneOfEach(): Sharing {
  const texts = new Map<string, string>();
  const moments = new Map<number, Date>();
  const lists = new Map<string, readonly string[]>();
  return {
    text: <T extends string | null>(text: T) => (text ? (kept(texts, text, text) as T) : text),
    moment: <T extends Date | null>(moment: T) =>
      moment ? (kept<number, Date>(moments, moment.getTime(), moment) as T) : moment,
    texts: (list) => kept(lists, JSON.stringify(list), list),
  };
}

function kept<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
  const before = known.get(key);
  if (before === undefined) known.set(key, value);
  return before ?? value;
}
