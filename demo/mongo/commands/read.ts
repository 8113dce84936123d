import { preparePipeline, runPipeline } from "../aggregate.js";
import { findRows } from "../collection.js";
import { readCount } from "../cursors.js";
import { failure } from "../errors.js";
import { compileFilter } from "../match.js";
import { readSort, sortDocs } from "../order.js";
import { valuesAt } from "../paths.js";
import { compileProjection } from "../project.js";
import { keyOf, toDouble, type Doc } from "../values.js";
import { databaseName, docsOf, namespace, readDoc, type Command, type Context } from "./command.js";

/** The documents that fit, sorted and cut. Compiles the filter also when there is no collection: a wrong one is always an error. */
function select(
  context: Context,
  ns: string,
  filter: Doc,
  sort: unknown,
  skip: number,
  limit: number,
  variables?: Doc,
): Doc[] {
  compileFilter(filter);
  const keys = readSort(sort);
  const collection = context.database.collections.get(ns);
  if (!collection) return [];
  const most = limit === 0 ? Infinity : skip + limit;
  const found: Doc[] = [];
  for (const { doc } of findRows(collection, filter, variables)) {
    found.push(doc);
    if (keys.length === 0 && found.length >= most) break;
  }
  return sortDocs(found, keys, most).slice(skip);
}

export const find: Command = {
  fields: "filter sort projection skip limit batchSize singleBatch let".split(" "),
  run(command, context) {
    const ns = namespace(command, "find");
    const filter = readDoc("filter", command.filter);
    const [skip, limit] = [readCount("skip", command.skip) ?? 0, readCount("limit", command.limit) ?? 0];
    const shape = compileProjection(readDoc("projection", command.projection), filter);
    const docs = select(context, ns, filter, command.sort, skip, limit, readDoc("let", command.let));
    const hasProjection = Object.keys(readDoc("projection", command.projection)).length > 0;
    const batchSize = readCount("batchSize", command.batchSize);
    return {
      cursor: context.cursors.open(ns, hasProjection ? docs.map(shape) : docs, batchSize, command.singleBatch === true),
    };
  },
};

export const getMore: Command = {
  fields: ["collection", "batchSize"],
  run(command, { cursors }) {
    const ns = `${databaseName(command)}.${String(command.collection)}`;
    return { cursor: cursors.more(command.getMore, ns, readCount("batchSize", command.batchSize)) };
  },
};

export const killCursors: Command = {
  fields: ["cursors"],
  run(command, { cursors }) {
    const ids = Array.isArray(command.cursors) ? command.cursors : [];
    const killed = cursors.kill(ids);
    const cursorsNotFound = ids.filter((id) => !killed.includes(id));
    return { cursorsKilled: killed, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
  },
};

export const count: Command = {
  fields: ["query", "limit", "skip"],
  run(command, context) {
    const ns = namespace(command, "count");
    const query = readDoc("query", command.query);
    const [skip, limit] = [readCount("skip", command.skip) ?? 0, Math.abs(toDouble(command.limit ?? 0))];
    if (skip + limit + Object.keys(query).length === 0)
      return { n: context.database.collections.get(ns)?.rows.size ?? 0 };
    return { n: select(context, ns, query, undefined, skip, limit).length };
  },
};

export const distinct: Command = {
  fields: ["key", "query"],
  run(command, context) {
    const { key } = command;
    if (typeof key !== "string") throw failure("TypeMismatch", "distinct needs a key");
    const docs = select(context, namespace(command, "distinct"), readDoc("query", command.query), undefined, 0, 0);
    const values = new Map<string, unknown>();
    for (const doc of docs)
      for (const value of valuesAt(doc, key.split(".")).flatMap((found): unknown[] =>
        Array.isArray(found) ? found : [found],
      ))
        if (value !== undefined && !values.has(keyOf(value))) values.set(keyOf(value), value);
    return { values: [...values.values()] };
  },
};

export const aggregate: Command = {
  fields: ["pipeline", "cursor", "let"],
  run(command, context) {
    const pipeline = preparePipeline(command.pipeline);
    if (command.cursor === undefined) throw failure("FailedToParse", "The 'cursor' option is required");
    const ns = namespace(command, "aggregate");
    const variables = readDoc("let", command.let);
    const first = pipeline[0]?.$match;
    const rest = first === undefined ? pipeline : pipeline.slice(1);
    const docs = select(context, ns, readDoc("$match", first), undefined, 0, 0, variables);
    const resolve = (name: string): Doc[] =>
      docsOf(context.database.collections.get(`${databaseName(command)}.${name}`));
    const batchSize = readCount("batchSize", readDoc("cursor", command.cursor).batchSize);
    return { cursor: context.cursors.open(ns, runPipeline(docs, rest, resolve, variables), batchSize) };
  },
};
