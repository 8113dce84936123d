import type { BSONRegExp } from "bson";
import { Context } from "mingo/core";
import { $and, $nor, $not, $or } from "mingo/operators/query/logical";
import { Query } from "mingo/query";
import type { AnyObject, Options } from "mingo/types";
import { asFailure, failure, unsupported } from "./errors.js";
import { valuesAt } from "./paths.js";
import { bsonType, compareValues, isDoc, isList, isOperators, keyOf, rank, show, TYPES, typeName } from "./values.js";
import type { Doc } from "./values.js";

export type Matcher = (doc: unknown) => boolean;

/** Reads the operand it has on a path (`$and`, `$or` and `$nor`: on none). */
type Operator = (path: string, operand: unknown, options: Options) => Matcher;

/** A test of one value; `undefined` means the field is missing. */
type Leaf = (value: unknown) => boolean;

/**
 * Compiles a filter once, and refuses at once what is unknown in it. mingo takes it apart and joins what its parts say;
 * what a part says of a value is ours, since mingo compares as JavaScript does.
 */
export function compileFilter(filter: unknown): Matcher {
  if (!isDoc(filter)) throw failure("TypeMismatch", "a filter must be a document");
  if ("$text" in filter) throw failure("IndexNotFound", "text index required for $text query; there are none here");
  try {
    const query = new Query(withPatterns(filter) as AnyObject, OPTIONS);
    return (doc) => query.test(doc as AnyObject);
  } catch (error) {
    throw asFailure(error, "BadValue");
  }
}

/** A filter with JavaScript's patterns. MongoDB speaks PCRE; what JavaScript cannot read is refused. */
function withPatterns(value: unknown): unknown {
  if (isList(value)) return value.map(withPatterns);
  if (bsonType(value) === "BSONRegExp") return readPattern(value as BSONRegExp);
  if (!isDoc(value)) return value;
  const { $regex, $options, ...rest } = value;
  const others = Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, withPatterns(inner)]));
  if ($regex === undefined && $options === undefined) return others;
  const { pattern, options } = typeof $regex === "string" ? { pattern: $regex, options: "" } : ($regex as BSONRegExp);
  if (typeof pattern !== "string") throw failure("BadValue", "$regex has to be a string");
  return { ...others, $regex: readPattern({ pattern, options: typeof $options === "string" ? $options : options }) };
}

function readPattern({ pattern, options }: { pattern: string; options: string }): RegExp {
  const unknown = /[^imsu]/.exec(options);
  if (unknown) throw unsupported(`the regular expression option "${unknown[0]}"`);
  const flags = options.replaceAll("u", "");
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    // Unicode mode refuses harmless escapes such as "\-", which escaping functions write.
    return new RegExp(pattern, flags);
  }
}

const isPattern = (value: unknown): value is RegExp => value instanceof RegExp;

/** An operator on a field that fits when its value does or, in an array, one of its elements. */
function onValue(read: (operand: unknown) => Leaf): Operator {
  return (path, operand) => {
    if (path.startsWith("$")) throw failure("BadValue", `unknown top level operator: ${path}`);
    const leaf = read(operand);
    const fits: Leaf = (value) => leaf(value) || (isList(value) && value.some(leaf));
    const parts = path.split(".");
    if (parts.length > 1) return (doc) => valuesAt(doc, parts).some(fits);
    return (doc) => fits(Object.hasOwn(doc as Doc, path) ? (doc as Doc)[path] : undefined);
  };
}

function negated(operator: Operator): Operator {
  return (path, operand, options) => {
    const fits = operator(path, operand, options);
    return (doc) => !fits(doc);
  };
}

function equalTo(operand: unknown): Leaf {
  if (typeof operand === "string") return (value) => value === operand;
  rank(operand);
  return (value) => compareValues(value, operand) === 0;
}

/** Only values of the operand's own type are above or below it. */
function ordered(fits: (order: number) => boolean): Operator {
  return onValue((operand) => {
    const wanted = rank(operand);
    return (value) =>
      rank(value) === wanted && Number.isNaN(value) === Number.isNaN(operand) && fits(compareValues(value, operand));
  });
}

const matching =
  (pattern: unknown): Leaf =>
  (value) =>
    typeof value === "string" && (pattern as RegExp).test(value);

function oneOf(operand: unknown): Leaf {
  if (!isList(operand) || operand.some(isOperators)) throw failure("BadValue", "$in and $nin need an array of values");
  const keys = new Set(operand.filter((value) => !isPattern(value)).map(keyOf));
  const patterns = operand.filter(isPattern).map(matching);
  return (value) => keys.has(keyOf(value)) || patterns.some((fits) => fits(value));
}

function ofType(operand: unknown): Leaf {
  const types = [operand].flat();
  const unknown = types.find((type) => !TYPES.includes(String(type)));
  if (unknown !== undefined) throw unsupported(`$type ${show(unknown)}`);
  return (value) => value !== undefined && types.includes(typeName(value));
}

/** A test of one element: operators mean the element itself, anything else its fields. */
export function compileElement(condition: unknown): Leaf {
  if (!isDoc(condition) || (isOperators(condition) && !["$and", "$or", "$nor"].some((name) => name in condition))) {
    const matches = compileFilter({ element: condition });
    return (element) => matches({ element });
  }
  const matches = compileFilter(condition);
  return (element) => isDoc(element) && matches(element);
}

/** mingo's $and, $or or $nor, of at least one filter. */
function ofFilters(operator: unknown): Operator {
  return (path, operand, options) => {
    if (!isList(operand) || operand.length === 0) throw failure("BadValue", "$and/$or/$nor must be a nonempty array");
    return (operator as Operator)(path, operand, options);
  };
}

const equal = onValue(equalTo);
const within = onValue(oneOf);
const there = onValue(() => (value) => value !== undefined);

const operators: Record<string, Operator> = {
  $and: ofFilters($and),
  $or: ofFilters($or),
  $nor: ofFilters($nor),
  $not(path, operand, options) {
    if (!isPattern(operand) && !isOperators(operand)) throw failure("BadValue", "$not needs a regex or operators");
    return ($not as Operator)(path, operand, options);
  },
  $eq: equal,
  $ne: negated(equal),
  $in: within,
  $nin: negated(within),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $regex: onValue(matching),
  $type: onValue(ofType),
  $exists: (path, operand, options) => (operand ? there : negated(there))(path, operand, options),
  $elemMatch(path, operand) {
    if (!isDoc(operand)) throw failure("BadValue", "$elemMatch needs an Object");
    const fits = compileElement(operand);
    return (doc) => valuesAt(doc, path.split(".")).some((value) => isList(value) && value.some(fits));
  },
};

const OPTIONS: Partial<Options> = { scriptEnabled: false, context: Context.init({ query: operators }) };

/** The conditions on fields, those of $and among them. */
export function conditions(filter: Doc): [string, unknown][] {
  return Object.entries(filter).flatMap(([key, condition]): [string, unknown][] => {
    if (key === "$and") return (condition as Doc[]).flatMap(conditions);
    return key.startsWith("$") ? [] : [[key, condition]];
  });
}

/**
 * Position of the element of an array that made the filter fit, which is what `items.$` in an update means: the first
 * that meets every condition the filter has on the array. -1 when there is none.
 */
export function matchedPosition(filter: Doc, path: string, elements: readonly unknown[]): number {
  const tests = conditions(filter)
    .filter(([key]) => `${key}.`.startsWith(`${path}.`))
    .map(([key, condition]) => compileFilter({ [`list${key.slice(path.length)}`]: condition }));
  return tests.length === 0 ? -1 : elements.findIndex((element) => tests.every((test) => test({ list: [element] })));
}
