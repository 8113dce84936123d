/* Parts of English sentences. */

export interface Names {
  readonly names: readonly string[];
}
export interface Count {
  readonly count: number;
}
export interface Limit {
  readonly limit: number;
}

export function people(count: number): string {
  return count === 1 ? "1 person" : `${count.toLocaleString("en")} people`;
}

/** After so many who were disabled already. */
export function nobody(before: number): string {
  return before > 0 ? "nobody else" : "nobody";
}

export const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");

export function shortened([text = ""]: readonly string[]): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
