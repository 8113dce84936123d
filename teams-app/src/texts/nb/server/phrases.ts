import { formatNumber } from "../../../format.js";

/** What the server says in a sentence besides its words. */
export interface Values {
  names: readonly string[];
  count: number;
  limit: number;
}

/** "Salg", «Jus og etterlevelse» */
export const quoted = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(", ");

export const people = (count: number): string => `${formatNumber(count)} ${count === 1 ? "person" : "personer"}`;

export const number = (value: number): string => formatNumber(value);

/** Etter så mange som alt var deaktivert. */
export const nobody = (before: number): string => (before > 0 ? "ingen flere" : "ingen");
