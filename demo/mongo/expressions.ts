import { ObjectId } from "bson";
import { ProcessingMode } from "mingo";
import { Context, evalExpr, OpType } from "mingo/core";
import * as accumulators from "mingo/operators/accumulator";
import * as expressions from "mingo/operators/expression";
import type { Any, Options } from "mingo/types";
import { failure, unsupported } from "./errors.js";
import { bsonType, compareValues, isDoc, isSafeLong, keyOf, rank, show, toDouble, type Doc } from "./values.js";

type Expression = (doc: Any, expression: Any, options: Options) => Any;
type Accumulate = (docs: Any[], expression: Any, options: Options) => Any;

/** mingo compares by JavaScript's types; MongoDB by BSON's order. Everything of an expression that compares is put right here. */
function comparing(fits: (order: number) => unknown): Expression {
  return (doc, expression, options) => {
    const [a, b] = pair(evalExpr(doc, expression, options));
    return fits(missingFirst(a, b));
  };
}

function pair(values: unknown): [unknown, unknown] {
  if (!Array.isArray(values) || values.length !== 2) throw failure("BadValue", "Expression takes exactly 2 arguments");
  return [values[0], values[1]];
}

/** In expressions, unlike in queries, a missing field is less than null. */
function missingFirst(a: unknown, b: unknown): number {
  return a === undefined || b === undefined ? Number(b === undefined) - Number(a === undefined) : compareValues(a, b);
}

const isIn: Expression = (doc, expression, options) => {
  const [value, list] = pair(evalExpr(doc, expression, options));
  if (!Array.isArray(list)) throw failure("BadValue", "$in requires an array as a second argument");
  return list.some((element) => compareValues(element, value) === 0);
};

const toText: Expression = (doc, expression, options) => {
  const value = evalExpr(doc, expression, options);
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (bsonType(value) === "ObjectId") return (value as ObjectId).toHexString();
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  throw failure("BadValue", `Unsupported conversion of ${show(value)} to string in $convert with no onError value`);
};

const toObjectId: Expression = (doc, expression, options) => {
  const value = evalExpr(doc, expression, options);
  if (value === null || value === undefined) return null;
  if (bsonType(value) === "ObjectId") return value;
  if (typeof value === "string" && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
  throw failure("BadValue", `Failed to parse objectId ${show(value)} in $convert with no onError value`);
};

/** $min and $max, both as accumulator of a group and over the arguments of an expression. */
function extreme(direction: 1 | -1): Accumulate {
  return (docs, expression, options) => {
    const values = expression === null ? docs : accumulators.$push(docs, expression, options);
    let best: unknown = null;
    for (const value of values)
      if (rank(value) !== 1 && (best === null || compareValues(value, best) * direction > 0)) best = value;
    return best;
  };
}

const addToSet: Accumulate = (docs, expression, options) => {
  const values = accumulators.$push(docs, expression, options);
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
};

const UNSUPPORTED_EXPRESSIONS = new Set(["$function", "$accumulator", "$where", "$toDecimal", "$convert", "$rand"]);

const own = {
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $cmp: comparing(Math.sign),
  $in: isIn,
  $toString: toText,
  $toObjectId: toObjectId,
};

/** mingo's operators for expressions and groups, ours in place of those that differ from MongoDB. */
export const context = Context.init({
  accumulator: { ...accumulators, $max: extreme(1), $min: extreme(-1), $addToSet: addToSet },
  expression: { ...expressions, ...own },
});

/** mingo's settings for one evaluation. `$$NOW` is fixed when the options are made. */
export function mingoOptions(variables: Doc = {}): Options {
  return {
    idKey: "_id",
    processingMode: ProcessingMode.CLONE_OFF,
    useStrictMode: true,
    scriptEnabled: false,
    failOnError: true,
    variables: variables,
    context,
  };
}

/** Refuses an expression with an operator nobody knows before any document is looked at: on an empty collection too. */
export function prepareExpression(expression: unknown): unknown {
  if (Array.isArray(expression)) return expression.map(prepareExpression);
  if (isSafeLong(expression)) return expression.toNumber();
  if (!isDoc(expression)) return expression;
  const [first = ""] = Object.keys(expression);
  if (first === "$literal") return expression;
  if (first.startsWith("$")) {
    if (UNSUPPORTED_EXPRESSIONS.has(first)) throw unsupported(`the expression ${first}`);
    if (!context.getOperator(OpType.EXPRESSION, first) && !context.getOperator(OpType.ACCUMULATOR, first))
      throw failure("InvalidPipelineOperator", `Unrecognized expression '${first}'`);
  }
  return Object.fromEntries(Object.entries(expression).map(([key, inner]) => [key, prepareExpression(inner)]));
}

/** The value of an expression over one document; `variables` are those of `let`, without the dollars. */
export function evaluate(expression: unknown, doc: unknown, variables?: Doc): unknown {
  return evalExpr(withPlainNumbers(doc), expression, mingoOptions(variables));
}

/** int64 as a plain number, since mingo cannot calculate with bson's classes. The same object when there is nothing to do. */
export function withPlainNumbers<T>(value: T): T {
  if (Array.isArray(value)) {
    const changed = value.map((inner: unknown) => withPlainNumbers(inner));
    return changed.some((inner, i) => inner !== value[i]) ? (changed as T) : value;
  }
  if (isDoc(value)) {
    let result: Doc = value;
    for (const [key, inner] of Object.entries(value as Doc)) {
      const plain = withPlainNumbers(inner);
      if (plain === inner) continue;
      if (result === value) result = { ...(value as Doc) };
      result[key] = plain;
    }
    return result as T;
  }
  if (isSafeLong(value)) return toDouble(value) as T;
  const type = bsonType(value);
  if (type === "Long" || type === "Decimal128") throw unsupported(`calculating with a ${type} beyond 2^53`);
  return value;
}
