import { badRequest } from "./errors.js";

export type Literal = string | number | boolean | null;
export type Comparison = "eq" | "ne" | "gt" | "ge" | "lt" | "le";
export type TextFunction = "startswith" | "endswith";

export type Filter =
  | { kind: "compare"; operator: Comparison; property: string; value: Literal }
  | { kind: "in"; property: string; values: Literal[] }
  | { kind: "text"; name: TextFunction; property: string; value: string }
  | { kind: "any"; property: string; operator: "eq" | TextFunction; value: string }
  | { kind: "not"; inner: Filter }
  | { kind: "and"; left: Filter; right: Filter }
  | { kind: "or"; left: Filter; right: Filter };

interface Token {
  kind: "word" | "text" | "mark" | "end";
  text: string;
}

const TOKEN = /\s*(?:'((?:[^']|'')*)'|([(),:])|([^\s'(),:]+(?::[^\s'(),]+)*))/y;

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    if (!found) throw syntaxError(at, source);
    const [, quoted, mark, word] = found;
    if (quoted !== undefined) tokens.push({ kind: "text", text: quoted.replaceAll("''", "'") });
    else if (mark !== undefined) tokens.push({ kind: "mark", text: mark });
    else tokens.push(...lambdaApart(word ?? ""));
  }
  return [...tokens, { kind: "end", text: "" }];
}

/** In `any(c:c eq 'x')` the colon parts two words; in a date it does not. */
function lambdaApart(word: string): Token[] {
  const lambda = /^([A-Za-z]\w*):(.+)$/.exec(word);
  if (!lambda) return [{ kind: "word", text: word }];
  return [
    { kind: "word", text: lambda[1] ?? "" },
    { kind: "mark", text: ":" },
    { kind: "word", text: lambda[2] ?? "" },
  ];
}

function syntaxError(position: number, source: string): Error {
  return badRequest(`Invalid filter clause: Syntax error at position ${String(position)} in '${source}'.`);
}

/** Parses what OData calls $filter, in the forms that directory objects know. */
export function parseFilter(source: string): Filter {
  const tokens = tokensOf(source);
  let at = 0;
  const peek = (): Token => tokens[at] ?? { kind: "end", text: "" };
  const fail = (): Error => syntaxError(at, source);
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const isWord = (word: string): boolean => peek().kind === "word" && peek().text.toLowerCase() === word;
  const accept = (mark: string): boolean => {
    if (peek().kind !== "mark" || peek().text !== mark) return false;
    at += 1;
    return true;
  };
  const expect = (mark: string): void => {
    if (!accept(mark)) throw fail();
  };
  const word = (): string => {
    const token = next();
    if (token.kind !== "word") throw fail();
    return token.text;
  };
  const quoted = (): string => {
    const token = next();
    if (token.kind !== "text") throw fail();
    return token.text;
  };

  const either = (): Filter => {
    let left = both();
    while (isWord("or")) {
      next();
      left = { kind: "or", left, right: both() };
    }
    return left;
  };
  const both = (): Filter => {
    let left = single();
    while (isWord("and")) {
      next();
      left = { kind: "and", left, right: single() };
    }
    return left;
  };
  const single = (): Filter => {
    if (isWord("not")) {
      next();
      return { kind: "not", inner: single() };
    }
    if (accept("(")) {
      const inner = either();
      expect(")");
      return inner;
    }
    const name = word();
    if (accept("(")) return call(name);
    return comparison(name);
  };
  const call = (name: string): Filter => {
    const lambda = /^(\w+)\/any$/i.exec(name);
    if (lambda) return any(lambda[1] ?? "");
    const text = textFunction(name);
    const property = word();
    expect(",");
    const value = quoted();
    expect(")");
    return { kind: "text", name: text, property, value };
  };
  const any = (property: string): Filter => {
    const variable = word();
    expect(":");
    const subject = word();
    if (accept("(")) {
      const operator = textFunction(subject);
      if (word() !== variable) throw fail();
      expect(",");
      const value = quoted();
      expect(")");
      expect(")");
      return { kind: "any", property, operator, value };
    }
    if (subject !== variable || word().toLowerCase() !== "eq") throw fail();
    const value = quoted();
    expect(")");
    return { kind: "any", property, operator: "eq", value };
  };
  const textFunction = (name: string): TextFunction => {
    const lower = name.toLowerCase();
    if (lower === "startswith" || lower === "endswith") return lower;
    throw badRequest(`Invalid filter clause: '${name}' is not supported.`);
  };
  const comparison = (property: string): Filter => {
    const operator = word().toLowerCase();
    if (operator === "in") {
      expect("(");
      const values = [literal()];
      while (accept(",")) values.push(literal());
      expect(")");
      return { kind: "in", property, values };
    }
    if (!isComparison(operator)) throw fail();
    return { kind: "compare", operator, property, value: literal() };
  };
  const literal = (): Literal => {
    const token = next();
    if (token.kind === "text") return token.text;
    if (token.kind !== "word") throw fail();
    const lower = token.text.toLowerCase();
    if (lower === "null") return null;
    if (lower === "true" || lower === "false") return lower === "true";
    if (/^\d{4}-\d\d-\d\dT/.test(token.text) || /^[0-9a-f]{8}-/i.test(token.text)) return token.text;
    if (/^-?\d+(\.\d+)?$/.test(token.text)) return Number(token.text);
    throw fail();
  };

  const filter = either();
  if (peek().kind !== "end") throw fail();
  return filter;
}

function isComparison(word: string): word is Comparison {
  return ["eq", "ne", "gt", "ge", "lt", "le"].includes(word);
}
