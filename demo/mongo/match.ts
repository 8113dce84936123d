import { failure, unsupported } from "./errors.js";
import { evaluate, prepareExpression } from "./expressions.js";
import { isType, readTypes } from "./match-type.js";
import { isPattern, readPattern } from "./match-regex.js";
import { valuesAt } from "./paths.js";
import { compareValues, isDoc, keyOf, rank, toDouble, type Doc } from "./values.js";

export type Matcher = (doc: unknown, variables?: Doc) => boolean;
/** A test of one value; `undefined` means the field is missing. */
type Leaf = (value: unknown) => boolean;

/** Compiles a filter once. Throws at once for what is unknown, also when no document will ever be tested. */
export function compileFilter(filter: unknown): Matcher {
  if (!isDoc(filter)) throw failure("TypeMismatch", "a filter must be a document");
  const tests = Object.entries(filter).map(([key, value]) =>
    key.startsWith("$") ? topLevel(key, value) : fieldTest(key, value),
  );
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (doc, variables) => tests.every((test) => test(doc, variables));
}

function topLevel(name: string, value: unknown): Matcher {
  switch (name) {
    case "$and": {
      const tests = branches(name, value);
      return (doc, variables) => tests.every((test) => test(doc, variables));
    }
    case "$or": {
      const tests = branches(name, value);
      return (doc, variables) => tests.some((test) => test(doc, variables));
    }
    case "$nor": {
      const tests = branches(name, value);
      return (doc, variables) => !tests.some((test) => test(doc, variables));
    }
    case "$expr": {
      const expression = prepareExpression(value);
      return (doc, variables) => isTrue(evaluate(expression, doc, variables));
    }
    case "$comment":
      return () => true;
    case "$where":
      throw failure(
        "BadValue",
        "no globalScriptEngine in $where parsing: $where is not supported by the embedded database",
      );
    case "$text":
      throw failure("IndexNotFound", "text index required for $text query: the embedded database has no text indexes");
    case "$jsonSchema":
    case "$alwaysTrue":
    case "$alwaysFalse":
    case "$sampleRate":
      throw unsupported(name);
    default:
      throw failure("BadValue", `unknown top level operator: ${name}`);
  }
}

function branches(name: string, value: unknown): Matcher[] {
  if (!Array.isArray(value) || value.length === 0) throw failure("BadValue", `${name} must be a nonempty array`);
  return value.map((branch) => {
    if (!isDoc(branch)) throw failure("BadValue", `${name} argument's entries must be objects`);
    return compileFilter(branch);
  });
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && !(rank(value) === 2 && toDouble(value) === 0);
}

/** Whether a condition is made of operators ({ $gt: 1 }) and not a document to be equal to ({ a: 1 }). */
export function isOperators(condition: unknown): condition is Doc {
  if (!isDoc(condition)) return false;
  const [first] = Object.keys(condition);
  return first !== undefined && first.startsWith("$") && !["$ref", "$id", "$db"].includes(first);
}

function fieldTest(path: string, condition: unknown): Matcher {
  const parts = path.split(".");
  if (isPattern(condition)) return some(parts, regexLeaf(condition, undefined));
  if (!isOperators(condition)) return some(parts, equalTo(condition));
  const tests = Object.entries(condition).map(([name, operand]) => operator(parts, name, operand, condition));
  const [only] = tests;
  return only && tests.length === 1 ? only : (doc) => tests.every((test) => test(doc));
}

function operator(parts: string[], name: string, operand: unknown, siblings: Doc): Matcher {
  switch (name) {
    case "$eq":
      return some(parts, equalTo(operand));
    case "$ne":
      if (isPattern(operand)) throw failure("BadValue", "Can't have regex as arg to $ne.");
      return not(some(parts, equalTo(operand)));
    case "$gt":
      return some(
        parts,
        ordered(name, operand, (order) => order > 0),
      );
    case "$gte":
      return some(
        parts,
        ordered(name, operand, (order) => order >= 0),
      );
    case "$lt":
      return some(
        parts,
        ordered(name, operand, (order) => order < 0),
      );
    case "$lte":
      return some(
        parts,
        ordered(name, operand, (order) => order <= 0),
      );
    case "$in":
      return some(parts, oneOf(name, operand));
    case "$nin":
      return not(some(parts, oneOf(name, operand)));
    case "$not":
      if (isPattern(operand)) return not(some(parts, regexLeaf(operand, undefined)));
      if (!isOperators(operand)) throw failure("BadValue", "$not needs a regex or a document of operators");
      return not(fieldTest(parts.join("."), operand));
    case "$exists": {
      const exists: Matcher = (doc) => valuesAt(doc, parts).some((value) => value !== undefined);
      return isTrue(operand) ? exists : not(exists);
    }
    case "$type": {
      const types = readTypes(operand);
      return some(parts, (value) => types.some((type) => isType(value, type)));
    }
    case "$regex":
      return some(parts, regexLeaf(operand, siblings.$options));
    case "$options":
      if (siblings.$regex === undefined) throw failure("BadValue", "$options needs a $regex");
      return () => true;
    case "$mod":
      return some(parts, modulo(operand));
    case "$size":
      if (!Number.isInteger(toDouble(operand)) || toDouble(operand) < 0)
        throw failure("BadValue", "Failed to parse $size. Expected a non-negative integer");
      return (doc) => valuesAt(doc, parts).some((value) => Array.isArray(value) && value.length === toDouble(operand));
    case "$all":
      return all(parts, operand);
    case "$elemMatch": {
      const matches = elementTest(operand);
      return (doc) => valuesAt(doc, parts).some((value) => Array.isArray(value) && value.some(matches));
    }
    default:
      if (/^\$(geo|near|bits|maxDistance|minDistance)/.test(name)) throw unsupported(name);
      throw failure("BadValue", `unknown operator: ${name}`);
  }
}

function not(test: Matcher): Matcher {
  return (doc) => !test(doc);
}

/** A field fits when its value does or, in an array, one of its elements. */
function some(parts: string[], leaf: Leaf): Matcher {
  const fits: Leaf = (value) => (Array.isArray(value) ? value.some(leaf) || leaf(value) : leaf(value));
  const [only = ""] = parts;
  if (parts.length > 1) return (doc) => valuesAt(doc, parts).some(fits);
  return (doc) => fits(isDoc(doc) && Object.hasOwn(doc, only) ? doc[only] : undefined);
}

function equalTo(operand: unknown): Leaf {
  if (typeof operand === "string") return (value) => value === operand;
  return (value) => compareValues(value, operand) === 0;
}

function ordered(name: string, operand: unknown, fits: (order: number) => boolean): Leaf {
  if (isPattern(operand)) throw failure("BadValue", `Can't have RegExp as arg to predicate over field (${name}).`);
  const wanted = rank(operand);
  const acrossTypes = wanted === 0 || wanted === 15;
  return (value) => {
    if (!acrossTypes && rank(value) !== wanted) return false;
    if (wanted === 2 && Number.isNaN(toDouble(value)) !== Number.isNaN(toDouble(operand))) return false;
    return fits(compareValues(value, operand));
  };
}

function oneOf(name: string, operand: unknown): Leaf {
  if (!Array.isArray(operand)) throw failure("BadValue", `${name} needs an array`);
  if (operand.some(isOperators)) throw failure("BadValue", `cannot nest $ under ${name}`);
  const keys = new Set(operand.map(keyOf));
  const patterns = operand.filter(isPattern).map((pattern) => regexLeaf(pattern, undefined));
  return (value) => keys.has(keyOf(value)) || patterns.some((pattern) => pattern(value));
}

function regexLeaf(pattern: unknown, options: unknown): Leaf {
  const regex = readPattern(pattern, options);
  const same = keyOf(isPattern(pattern) ? pattern : regex);
  return (value) => (typeof value === "string" ? regex.test(value) : isPattern(value) && keyOf(value) === same);
}

function modulo(operand: unknown): Leaf {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw failure("BadValue", "malformed mod, needs to be an array of two numbers");
  const [divisor, remainder] = operand.map((part) => Math.trunc(toDouble(part)));
  if (!divisor) throw failure("BadValue", "divisor cannot be 0");
  return (value) => rank(value) === 2 && Math.trunc(toDouble(value)) % divisor === remainder;
}

function all(parts: string[], operand: unknown): Matcher {
  if (!Array.isArray(operand)) throw failure("BadValue", "$all needs an array");
  const tests = operand.map((wanted: unknown) =>
    isDoc(wanted) && "$elemMatch" in wanted
      ? operator(parts, "$elemMatch", wanted.$elemMatch, wanted)
      : some(parts, isPattern(wanted) ? regexLeaf(wanted, undefined) : equalTo(wanted)),
  );
  return (doc) => tests.length > 0 && tests.every((test) => test(doc));
}

function elementTest(operand: unknown): Leaf {
  if (!isDoc(operand)) throw failure("BadValue", "$elemMatch needs an Object");
  const [first = ""] = Object.keys(operand);
  if (isOperators(operand) && !["$and", "$or", "$nor", "$expr"].includes(first)) {
    const matches = fieldTest("element", operand);
    return (element) => matches({ element });
  }
  const matches = compileFilter(operand);
  return (element) => isDoc(element) && matches(element);
}

/** $pull's test of an element: a plain value means equality, a document its fields, operators the element itself. */
export function compilePull(condition: unknown): Leaf {
  if (isPattern(condition)) return regexLeaf(condition, undefined);
  return isDoc(condition) ? elementTest(condition) : equalTo(condition);
}

/** The filter's conditions on an array or its elements: what `items.$` in an update or a projection refers to. */
function conditionsOn(filter: Doc, array: string): { rest: string; condition: unknown }[] {
  return Object.entries(filter).flatMap(([key, condition]) => {
    if (["$and", "$or"].includes(key) && Array.isArray(condition))
      return condition.flatMap((branch) => conditionsOn(branch as Doc, array));
    if (key === array) return [{ rest: "", condition }];
    return key.startsWith(`${array}.`) ? [{ rest: key.slice(array.length + 1), condition }] : [];
  });
}

/** Position of the element of `array` that made the filter fit, or -1: the first that meets every condition on the array. */
export function matchedPosition(filter: Doc, array: string, elements: readonly unknown[]): number {
  const tests = conditionsOn(filter, array).map(({ rest, condition }): Leaf => {
    if (rest !== "") {
      const matches = fieldTest(rest, condition);
      return (element) => matches(element);
    }
    if (isDoc(condition) && "$elemMatch" in condition) return elementTest(condition.$elemMatch);
    const matches = fieldTest("element", condition);
    return (element) => matches({ element });
  });
  if (tests.length === 0) return -1;
  const position = elements.findIndex((element) => tests.every((test) => test(element)));
  return position >= 0 ? position : elements.findIndex((element) => tests.some((test) => test(element)));
}
