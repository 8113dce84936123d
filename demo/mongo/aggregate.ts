import { evalExpr } from "mingo/core";
import { $avg, $first, $last, $sum } from "mingo/operators/accumulator";
import type { Any, Options } from "mingo/types";
import { groupBy } from "mingo/util";
import { failure, unsupported } from "./errors.js";
import { compileFilter } from "./filter.js";
import { readSort, sorted } from "./order.js";
import { isDoc, isList, isOperators, keyOf, readCount, readDoc, type Doc } from "./values.js";

type Stage = (docs: Doc[]) => Doc[];

const OPTIONS = { idKey: "_id", scriptEnabled: false, useStrictMode: true, failOnError: true } as Options;

type Accumulator = (members: Doc[], expression: Any, options: Options) => unknown;

/** What mingo says of the members of a group. It orders kinds of values in its own way, so there is no $min and $max. */
const ACCUMULATORS: Record<string, Accumulator> = { $sum, $avg, $first, $last };

/** Each stage reads its argument, and refuses a wrong one before any document is looked at. */
const STAGES: Record<string, (spec: unknown) => Stage> = {
  $match(filter) {
    const matches = compileFilter(filter);
    return (docs) => docs.filter(matches);
  },
  $sort(spec) {
    const sort = readSort(spec);
    if (sort.length === 0) throw failure("BadValue", "$sort stage must have at least one sort key");
    return (docs) => sorted(docs, sort);
  },
  $skip(spec) {
    const count = readCount("$skip", spec);
    return (docs) => docs.slice(count);
  },
  $limit(spec) {
    const count = readCount("$limit", spec);
    if (!count) throw failure(15958, "the limit must be positive");
    return (docs) => docs.slice(0, count);
  },
  $group: group,
};

/** Reads a pipeline as a whole before it runs. */
export function compilePipeline(pipeline: unknown): Stage {
  if (!isList(pipeline)) throw failure("TypeMismatch", "'pipeline' option must be specified as an array");
  const stages = pipeline.map((stage) => {
    const [name, spec] = onlyField("a stage of the pipeline", stage);
    if (name === "$changeStream") throw failure(40573, "The $changeStream stage is only supported on replica sets");
    const read = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    const known = Object.keys(STAGES).join(" ");
    if (!read) throw failure(40324, `Unrecognized pipeline stage name: '${name}'. There are: ${known}`);
    return read(spec);
  });
  return (docs) => stages.reduce((left, stage) => stage(left), docs);
}

function onlyField(what: string, value: unknown): [string, unknown] {
  const [field, ...others] = Object.entries(readDoc(what, value));
  if (!field || others.length > 0) throw failure(40323, `${what} must contain exactly one field.`);
  return field;
}

/** Fields ("$a.b"), constants and documents of them; nobody here asks for more. */
function checkExpression(expression: unknown): void {
  if (isList(expression)) throw unsupported("a list as expression");
  if (typeof expression === "string" && expression.startsWith("$$")) throw unsupported(`the variable ${expression}`);
  if (isOperators(expression))
    throw failure("InvalidPipelineOperator", `Unrecognized expression '${Object.keys(expression).join()}'`);
  if (isDoc(expression)) Object.values(expression).forEach(checkExpression);
}

function group(spec: unknown): Stage {
  const { _id: by, ...fields } = readDoc("$group", spec);
  if (by === undefined) throw failure(15955, "a group specification must include an _id");
  checkExpression(by);
  const totals = Object.entries(fields).map(([field, total]) => {
    const [name, expression] = onlyField(`the field ${field} of $group`, total);
    const accumulate = Object.hasOwn(ACCUMULATORS, name) ? ACCUMULATORS[name] : undefined;
    if (!accumulate) throw failure(15952, `unknown group operator '${name}'`);
    checkExpression(expression);
    return { field, of: (members: Doc[]) => accumulate(members, expression, OPTIONS) };
  });
  const idOf = (doc?: Doc): unknown => evalExpr(doc, by, OPTIONS) ?? null;
  // Of ids themselves mingo would take { a, b } and { b, a } for one
  return (docs) =>
    Array.from(groupBy(docs, (doc) => keyOf(idOf(doc))).values(), (members) => ({
      _id: idOf(members[0]),
      ...Object.fromEntries(totals.map(({ field, of }) => [field, of(members)])),
    }));
}
