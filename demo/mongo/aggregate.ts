import { Aggregator } from "mingo/aggregator";
import { Context } from "mingo/core";
import { Lazy, type Iterator } from "mingo/lazy";
import * as stages from "mingo/operators/pipeline";
import type { Any, Options } from "mingo/types";
import { failure, unsupported } from "./errors.js";
import { context, mingoOptions, prepareExpression, withPlainNumbers } from "./expressions.js";
import { compileFilter } from "./match.js";
import { readSort, sortDocs } from "./order.js";
import { compileProjection, isPlainProjection } from "./project.js";
import { copy, isDoc, toDouble, type Doc } from "./values.js";

/** Where $lookup and $unionWith find the documents of another collection of the same database. */
export type Resolve = (collection: string) => readonly Doc[];

type Stage = (docs: Iterator, spec: Any, options: Options) => Iterator;

const match: Stage = (docs, filter, options) => {
  const matches = compileFilter(filter);
  const local = (options as { local?: { variables?: Doc } }).local?.variables;
  const variables = { ...options.variables, ...local };
  return docs.filter((doc: unknown) => matches(doc, variables));
};

const sort: Stage = (docs, spec) => {
  const keys = readSort(spec);
  return docs.transform((all: Any[]) => Lazy(sortDocs(all as Doc[], keys)));
};

const project: Stage = (docs, spec, options) => {
  if (!isDoc(spec)) throw failure("FailedToParse", "$project specification must be an object");
  if (!isPlainProjection(spec)) return stages.$project(docs, spec, options);
  const shape = compileProjection(spec, {});
  return docs.map((doc: unknown) => shape(doc as Doc));
};

/** The stages mingo and MongoDB agree on, as far as tried; $match, $sort and plain $project are ours. */
const ALLOWED = {
  $addFields: stages.$addFields,
  $bucket: stages.$bucket,
  $count: stages.$count,
  $facet: stages.$facet,
  $group: stages.$group,
  $limit: stages.$limit,
  $lookup: stages.$lookup,
  $match: match,
  $project: project,
  $replaceRoot: stages.$replaceRoot,
  $replaceWith: stages.$replaceWith,
  $sample: stages.$sample,
  $set: stages.$set,
  $skip: stages.$skip,
  $sort: sort,
  $sortByCount: stages.$sortByCount,
  $unionWith: stages.$unionWith,
  $unset: stages.$unset,
  $unwind: stages.$unwind,
};

const KNOWN_TO_MONGODB =
  /^\$(bucketAuto|collStats|currentOp|densify|documents|fill|geoNear|graphLookup|indexStats|listSessions|merge|out|planCacheStats|redact|search|setWindowFields|vectorSearch)/;

/** Stages that only read their documents; all others get copies, since mingo changes nested fields in place. */
const READ_ONLY = new Set(["$match", "$sort", "$skip", "$limit", "$count", "$group", "$sortByCount", "$sample"]);

const pipelineContext = Context.from(Context.init({ pipeline: ALLOWED }), context);

/** Checks a pipeline as a whole, before it runs. Throws MongoDB's error for an unknown stage or operator. */
export function preparePipeline(pipeline: unknown): Doc[] {
  if (!Array.isArray(pipeline)) throw failure("TypeMismatch", "'pipeline' option must be specified as an array");
  return pipeline.map(prepareStage);
}

function prepareStage(stage: unknown): Doc {
  const names = isDoc(stage) ? Object.keys(stage) : [];
  const [name = ""] = names;
  if (!isDoc(stage) || names.length !== 1)
    throw failure("Location40323", "A pipeline stage specification object must contain exactly one field.");
  if (name === "$changeStream")
    throw failure("Location40573", "The $changeStream stage is only supported on replica sets");
  if (!Object.hasOwn(ALLOWED, name)) {
    if (KNOWN_TO_MONGODB.test(name)) throw unsupported(`the stage ${name}`);
    throw failure("Location40324", `Unrecognized pipeline stage name: '${name}'`);
  }
  return { [name]: prepareSpec(name, stage[name]) };
}

function prepareSpec(name: string, spec: unknown): unknown {
  switch (name) {
    case "$match":
      compileFilter(spec);
      return spec;
    case "$sort":
      if (readSort(spec).length === 0) throw failure("BadValue", "$sort stage must have at least one sort key");
      return spec;
    case "$skip":
    case "$limit":
      return toDouble(spec);
    case "$facet":
      return Object.fromEntries(
        Object.entries(isDoc(spec) ? spec : {}).map(([key, inner]) => [key, preparePipeline(inner)]),
      );
    case "$lookup":
    case "$unionWith":
      if (!isDoc(spec)) return spec;
      return { ...spec, ...(spec.pipeline === undefined ? {} : { pipeline: preparePipeline(spec.pipeline) }) };
    case "$group":
      if (!isDoc(spec) || !("_id" in spec)) throw failure("BadValue", "a group specification must include an _id");
      return prepareExpression(spec);
    default:
      return prepareExpression(spec);
  }
}

/** Runs a prepared pipeline over documents, which are left as they are. */
export function runPipeline(docs: Iterable<Doc>, pipeline: Doc[], resolve: Resolve, variables: Doc = {}): Doc[] {
  if (pipeline.length === 0) return [...docs];
  const readOnly = pipeline.every((stage) => READ_ONLY.has(Object.keys(stage)[0] ?? ""));
  const input = function* (): Generator<Doc> {
    for (const doc of docs) yield readOnly ? withPlainNumbers(doc) : withPlainNumbers(copy(doc));
  };
  const options: Options = {
    ...mingoOptions(variables),
    context: pipelineContext,
    collectionResolver: (name) => resolve(name).map((doc) => withPlainNumbers(copy(doc))),
  };
  return new Aggregator(pipeline, options).run<Doc>(input());
}
