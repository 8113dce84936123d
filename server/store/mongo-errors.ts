/** MongoDB's answer when a unique index already holds the key (E11000). */
export function isDuplicateKey(error: unknown): boolean {
  return codeOf(error) === 11000;
}

/** MongoDB's numeric error code, or null for anything that did not come from a MongoDB server. */
export function codeOf(error: unknown): number | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "number" ? error.code : null;
}

/** The few words of an error that are safe to log: driver messages name hosts and codes, never credentials. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
