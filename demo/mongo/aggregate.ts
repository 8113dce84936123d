import { evalExpr } from "mingo/core";
import { $avg, $first, $last, $sum } from "mingo/operators/accumulator";
import type { Any, Options } from "mingo/types";
import { failure, unsupported } from "./errors.js";
import { compileFilter } from "./filter.js";
import { readSort, sortDocs } from "./order.js";
import { isDoc, isList, isOperators, keyOf, readDoc, type Doc } from "./values.js";

type Stage = (docs: Doc[]) => Doc[];

const OPTIONS: Options = { idKey: "_id", scriptEnabled: false, useStrictMode: true, failOnError: true } as Options;

/** What mingo says of the members of a group. It orders kinds of values in its own way, so there is no $min and $max. */
const ACCUMULATORS: Record<string, (members: Doc[], expression: Any, options: Options) => unknown> = {
  $sum,
  $avg,
  $first,
  $last,
};

/** Each stage reads its argument, and refuses a wrong one before any document is looked at. */
const STAGES: Record<string, (spec: unknown) => Stage> = {
  $match(filter) {
    const matches = compileFilter(filter);
    return (docs) => docs.filter(matches);
  },
  $sort(spec) {
    const sort = readSort(spec);
    if (sort.length === 0) throw failure("BadValue", "$sort stage must have at least one sort key");
    return (docs) => sortDocs(docs, sort);
  },
  $skip(spec) {
    const count = readCount("$skip", spec);
    return (docs) => docs.slice(count);
  },
  $limit(spec) {
    const count = readCount("$limit", spec);
    if (count === 0) throw failure("Location15958", "the limit must be positive");
    return (docs) => docs.slice(0, count);
  },
  $group: group,
};

/** Reads a pipeline as a whole before it runs. */
export function compilePipeline(pipeline: unknown): Stage {
  if (!isList(pipeline)) throw failure("TypeMismatch", "'pipeline' option must be specified as an array");
  const stages = pipeline.map((stage) => {
    const [[name, spec] = ["", null], ...others] = Object.entries(readDoc("a stage", stage));
    if (name === "" || others.length > 0)
      throw failure("Location40323", "A pipeline stage specification object must contain exactly one field.");
    if (name === "$changeStream")
      throw failure("Location40573", "The $changeStream stage is only supported on replica sets");
    const read = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    if (!read)
      throw failure(
        "Location40324",
        `Unrecognized pipeline stage name: '${name}'. There are: ${Object.keys(STAGES).join(" ")}`,
      );
    return read(spec);
  });
  return (docs) => stages.reduce((left, stage) => stage(left), docs);
}

function readCount(name: string, count: unknown): number {
  if (!Number.isInteger(count) || Number(count) < 0)
    throw failure("BadValue", `${name} needs a whole number of at least 0`);
  return Number(count);
}

/** Fields ("$a.b"), constants and documents of them; nobody here asks for more. */
function checkExpression(expression: unknown): void {
  if (isList(expression)) throw unsupported("a list as expression");
  if (typeof expression === "string" && expression.startsWith("$$")) throw unsupported(`the variable ${expression}`);
  if (isOperators(expression))
    throw failure(
      "InvalidPipelineOperator",
      `Unrecognized expression '${Object.keys(expression).join()}'; there are fields only`,
    );
  if (isDoc(expression)) Object.values(expression).forEach(checkExpression);
}

function group(spec: unknown): Stage {
  const { _id: by, ...fields } = readDoc("$group", spec);
  if (by === undefined) throw failure("Location15955", "a group specification must include an _id");
  checkExpression(by);
  const totals = Object.entries(fields).map(([field, total]) => {
    const [[name, expression] = ["", null], ...others] = Object.entries(readDoc(`the field ${field} of $group`, total));
    const accumulate = Object.hasOwn(ACCUMULATORS, name) ? ACCUMULATORS[name] : undefined;
    if (!accumulate || others.length > 0) throw failure("Location15952", `unknown group operator '${name}'`);
    checkExpression(expression);
    return { field, of: (members: Doc[]) => accumulate(members, expression, OPTIONS) };
  });
  // mingo would take { a, b } and { b, a } for one group
  return (docs) => {
    const groups = new Map<string, { id: unknown; members: Doc[] }>();
    for (const doc of docs) {
      const id = evalExpr(doc, by, OPTIONS) ?? null;
      const key = keyOf(id);
      const known = groups.get(key);
      if (known) known.members.push(doc);
      else groups.set(key, { id, members: [doc] });
    }
    return Array.from(groups.values(), ({ id, members }) => ({
      _id: id,
      ...Object.fromEntries(totals.map(({ field, of }) => [field, of(members)])),
    }));
  };
}
