import { badRequest, unsupportedQuery } from "./errors.js";
import type { Comparison, Filter, Literal } from "./filter-parser.js";
import { FILTERABLE, LISTS, SELECTABLE, type Capabilities } from "./properties.js";

const MOST_CLAUSES = 15;

/** Whether this filter needs the advanced mode; refuses properties and operators that cannot be filtered at all. */
export function filterNeedsAdvanced(filter: Filter, kind: "user" | "group"): boolean {
  const clauses = clausesOf(filter);
  const alternatives = clauses.reduce((sum, clause) => sum + (clause.kind === "in" ? clause.values.length : 1), 0);
  if (alternatives > MOST_CLAUSES) {
    throw unsupportedQuery(
      `Too many child clauses specified in search filter expression: ${String(alternatives)}. Max allowed: ${String(MOST_CLAUSES)}.`,
    );
  }
  return containsNot(filter) || clauses.map((clause) => clauseNeedsAdvanced(clause, kind)).includes(true);
}

type Clause = Exclude<Filter, { kind: "not" | "and" | "or" }>;

function clausesOf(filter: Filter): Clause[] {
  if (filter.kind === "not") return clausesOf(filter.inner);
  if (filter.kind === "and" || filter.kind === "or") return [...clausesOf(filter.left), ...clausesOf(filter.right)];
  return [filter];
}

function containsNot(filter: Filter): boolean {
  if (filter.kind === "not") return true;
  return (filter.kind === "and" || filter.kind === "or") && (containsNot(filter.left) || containsNot(filter.right));
}

function clauseNeedsAdvanced(clause: Clause, kind: "user" | "group"): boolean {
  const { property } = clause;
  if (clause.kind === "any") {
    if (LISTS[kind].includes(property)) return clause.operator === "endswith";
    throw badRequest(`Invalid filter clause: 'any' cannot be used with '${property}'.`);
  }
  const capabilities = FILTERABLE[kind][property];
  if (!capabilities) {
    if (!SELECTABLE[kind].has(property)) {
      throw badRequest(
        `Invalid filter clause: Could not find a property named '${property}' on type 'microsoft.graph.${kind}'.`,
      );
    }
    throw unsupportedQuery(`Filter on property '${property}' is not supported: it is not indexed.`);
  }
  const support = capabilities[capabilityFor(clause)];
  if (!support)
    throw unsupportedQuery(
      `Unsupported or invalid query filter clause specified for property '${property}' of resource '${kind}'.`,
    );
  return support === "A" || (clause.kind === "compare" && clause.operator === "ne");
}

function capabilityFor(clause: Exclude<Clause, { kind: "any" }>): keyof Capabilities {
  if (clause.kind === "in") return "in";
  if (clause.kind === "text") return clause.name === "startswith" ? "startsWith" : "endsWith";
  if (clause.value === null) return "null";
  if (clause.operator === "eq" || clause.operator === "ne") return clause.operator;
  return "range";
}

/** Compares as the directory does: text without regard to case. */
export function matchesFilter(filter: Filter, value: (property: string) => unknown): boolean {
  switch (filter.kind) {
    case "and":
      return matchesFilter(filter.left, value) && matchesFilter(filter.right, value);
    case "or":
      return matchesFilter(filter.left, value) || matchesFilter(filter.right, value);
    case "not":
      return !matchesFilter(filter.inner, value);
    case "in":
      return filter.values.some((wanted) => same(value(filter.property), wanted));
    case "compare":
      return compare(value(filter.property), filter.operator, filter.value);
    case "text":
      return hasText(value(filter.property), filter.name, filter.value);
    case "any": {
      const list = value(filter.property);
      const { operator } = filter;
      return (
        Array.isArray(list) &&
        list.some((each: unknown) =>
          operator === "eq" ? same(each, filter.value) : hasText(each, operator, filter.value),
        )
      );
    }
  }
}

function compare(actual: unknown, operator: Comparison, wanted: Literal): boolean {
  if (operator === "eq") return same(actual, wanted);
  if (operator === "ne") return !same(actual, wanted);
  if (typeof actual !== "string" || typeof wanted !== "string") return false;
  const [left, right] = [Date.parse(actual), Date.parse(wanted)];
  if (operator === "gt") return left > right;
  if (operator === "ge") return left >= right;
  return operator === "lt" ? left < right : left <= right;
}

function same(actual: unknown, wanted: Literal): boolean {
  if (typeof actual === "string" && typeof wanted === "string") return actual.toLowerCase() === wanted.toLowerCase();
  return (actual ?? null) === wanted;
}

function hasText(actual: unknown, name: "startswith" | "endswith", wanted: string): boolean {
  if (typeof actual !== "string") return false;
  const [text, part] = [actual.toLowerCase(), wanted.toLowerCase()];
  return name === "startswith" ? text.startsWith(part) : text.endsWith(part);
}
