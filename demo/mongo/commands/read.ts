import { compilePipeline } from "../aggregate.js";
import { findRows } from "../collection.js";
import { failure } from "../errors.js";
import { readSort, sorted } from "../order.js";
import { valuesAt } from "../paths.js";
import { compileProjection } from "../project.js";
import { isDoc, isList, keyOf, readCount, readDoc, type Doc } from "../values.js";
import { databaseName, namespace, readBatchSize, type Command, type Context } from "./command.js";

interface Selection {
  filter?: unknown;
  sort?: unknown;
  skip?: unknown;
  limit?: unknown;
}

/** The documents that fit, sorted and cut. */
function select({ database }: Context, ns: string, { filter, sort, skip, limit }: Selection): Doc[] {
  const keys = readSort(sort);
  const first = readCount("skip", skip) ?? 0;
  const count = readCount("limit", limit) ?? 0;
  const most = count === 0 ? Infinity : first + count;
  const rows = findRows(database.collections.get(ns), readDoc("filter", filter), keys.length > 0 ? Infinity : most);
  return sorted(
    rows.map(({ doc }) => doc),
    keys,
    most,
  ).slice(first);
}

export const find: Command = {
  fields: ["filter", "sort", "projection", "skip", "limit", "batchSize", "singleBatch"],
  run(command, context) {
    const ns = namespace(command, "find");
    const projection = readDoc("projection", command.projection);
    const shape = compileProjection(projection);
    const docs = select(context, ns, command);
    const shaped = Object.keys(projection).length > 0 ? docs.map(shape) : docs;
    const batchSize = readCount("batchSize", command.batchSize);
    return { cursor: context.cursors.open(ns, shaped, batchSize, command.singleBatch === true) };
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
    const ids = isList(command.cursors) ? command.cursors : [];
    const cursorsKilled = cursors.kill(ids);
    const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
  },
};

export const count: Command = {
  fields: ["query", "limit", "skip"],
  run(command, context) {
    const ns = namespace(command, "count");
    const { query: filter, skip, limit } = command;
    return { n: select(context, ns, { filter, skip, limit }).length };
  },
};

export const distinct: Command = {
  fields: ["key", "query"],
  run(command, context) {
    const { key } = command;
    if (typeof key !== "string") throw failure("TypeMismatch", "distinct needs a key");
    const docs = select(context, namespace(command, "distinct"), { filter: command.query });
    const values = docs.flatMap((doc) => valuesAt(doc, key.split(".")).flat()).filter((value) => value !== undefined);
    return { values: [...new Map(values.map((value) => [keyOf(value), value])).values()] };
  },
};

export const aggregate: Command = {
  fields: ["pipeline", "cursor"],
  run(command, context) {
    const { pipeline } = command;
    const ns = namespace(command, "aggregate");
    if (!isDoc(command.cursor)) throw failure("FailedToParse", "The 'cursor' option is required");
    // A $match that comes first is asked of the indexes
    const [first] = isList(pipeline) ? pipeline : [];
    const filter = isDoc(first) && Object.keys(first).length === 1 ? first.$match : undefined;
    const run = compilePipeline(isList(pipeline) && filter !== undefined ? pipeline.slice(1) : pipeline);
    const docs = select(context, ns, { filter });
    return { cursor: context.cursors.open(ns, run(docs), readBatchSize(command)) };
  },
};
