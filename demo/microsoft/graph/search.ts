import { badRequest } from "./errors.js";
import { SELECTABLE } from "./properties.js";

export type Search =
  | { kind: "clause"; property: string; text: string }
  | { kind: "and"; left: Search; right: Search }
  | { kind: "or"; left: Search; right: Search };

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|([()])|(AND|OR)\b)/y;
const TOKENISED = new Set(["displayName", "description"]);

/** Parses $search: quoted `property:text` clauses joined by AND, OR (capitals) and parentheses. */
export function parseSearch(source: string, kind: "user" | "group"): Search {
  const tokens: { clause?: string; sign?: string }[] = [];
  TOKEN.lastIndex = 0;
  const end = source.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(source);
    if (!found) throw syntaxError();
    const sign = found[2] ?? found[3];
    tokens.push(
      found[1] === undefined ? (sign === undefined ? {} : { sign }) : { clause: found[1].replace(/\\(.)/g, "$1") },
    );
  }

  let at = 0;
  const accept = (sign: string): boolean => {
    if (tokens[at]?.sign !== sign) return false;
    at += 1;
    return true;
  };
  const either = (): Search => {
    let left = both();
    while (accept("OR")) left = { kind: "or", left, right: both() };
    return left;
  };
  const both = (): Search => {
    let left = single();
    while (accept("AND")) left = { kind: "and", left, right: single() };
    return left;
  };
  const single = (): Search => {
    if (accept("(")) {
      const inner = either();
      if (!accept(")")) throw syntaxError();
      return inner;
    }
    const clause = tokens[at]?.clause;
    if (clause === undefined) throw syntaxError();
    at += 1;
    return clauseOf(clause, kind);
  };

  const search = either();
  if (at < tokens.length) throw syntaxError();
  return search;
}

function syntaxError(): Error {
  return badRequest(
    'Invalid $search query: clauses have the form "property:text" in double quotes, joined by AND or OR.',
  );
}

function clauseOf(clause: string, kind: "user" | "group"): Search {
  const colon = clause.indexOf(":");
  const property = clause.slice(0, colon).trim();
  const text = clause.slice(colon + 1).trim();
  if (colon < 1 || text === "") throw syntaxError();
  if (!SELECTABLE[kind].has(property))
    throw badRequest(`Invalid $search query: there is no property '${property}' on type 'microsoft.graph.${kind}'.`);
  return { kind: "clause", property, text };
}

export function matchesSearch(search: Search, value: (property: string) => unknown): boolean {
  if (search.kind === "and") return matchesSearch(search.left, value) && matchesSearch(search.right, value);
  if (search.kind === "or") return matchesSearch(search.left, value) || matchesSearch(search.right, value);
  const actual = value(search.property);
  const texts = Array.isArray(actual)
    ? actual.filter((each) => typeof each === "string")
    : typeof actual === "string"
      ? [actual]
      : [];
  return texts.some((text) =>
    TOKENISED.has(search.property) ? hasAllWords(text, search.text) : startsWith(text, search.text),
  );
}

const startsWith = (text: string, wanted: string): boolean => text.toLowerCase().startsWith(wanted.toLowerCase());

/** Every word asked for begins some word of the text; where the words stand does not matter. */
function hasAllWords(text: string, wanted: string): boolean {
  const words = [...text.split(/\s+/), ...cut(text)].map((word) => word.toLowerCase());
  const begins = (part: string): boolean => words.some((word) => word.startsWith(part.toLowerCase()));
  return wanted.split(/\s+/).every((part) => begins(part) || (cut(part).length > 0 && cut(part).every(begins)));
}

/** Graph cuts at spaces, signs, digits and changes of case. */
function cut(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}\p{M}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u)
    .filter(Boolean);
}
