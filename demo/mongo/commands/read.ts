import { compilePipeline } from "../aggregate.js";
import { find as findDocs } from "../collection.js";
import { failure } from "../errors.js";
import { readSort } from "../order.js";
import { valuesAt } from "../paths.js";
import { compileProjection } from "../project.js";
import { isDoc, isList, keyOf, readCount, readDoc, type Doc } from "../values.js";
import { databaseName, namespace, readBatchSize, type Command, type Context } from "./command.js";

/** The documents that fit, sorted and cut. */
function select({ database }: Context, ns: string, filter: unknown, { sort, skip, limit }: Doc = {}): Doc[] {
  const first = readCount("skip", skip) ?? 0;
  const count = readCount("limit", limit);
  const most = count ? first + count : Infinity;
  return findDocs(database.collections.get(ns), readDoc("filter", filter), readSort(sort), most).slice(first);
}

export const find: Command = (command, context) => {
  const ns = namespace(command);
  const shape = compileProjection(readDoc("projection", command.projection));
  const docs = select(context, ns, command.filter, command).map(shape);
  const batchSize = readCount("batchSize", command.batchSize);
  return { cursor: context.cursors.open(ns, docs, batchSize, command.singleBatch === true) };
};

export const getMore: Command = (command, { cursors }) => {
  const ns = `${databaseName(command)}.${String(command.collection)}`;
  return { cursor: cursors.more(command.getMore, ns, readCount("batchSize", command.batchSize)) };
};

export const killCursors: Command = (command, { cursors }) => {
  const ids = isList(command.cursors) ? command.cursors : [];
  const cursorsKilled = cursors.kill(ids);
  const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
};

export const count: Command = (command, context) => {
  const { skip, limit } = command;
  return { n: select(context, namespace(command), command.query, { skip, limit }).length };
};

export const distinct: Command = (command, context) => {
  const { key } = command;
  if (typeof key !== "string") throw failure("TypeMismatch", "distinct needs a key");
  const docs = select(context, namespace(command), command.query);
  const values = docs.flatMap((doc) => valuesAt(doc, key.split(".")).flat()).filter((value) => value !== undefined);
  return { values: [...new Map(values.map((value) => [keyOf(value), value])).values()] };
};

export const aggregate: Command = (command, context) => {
  const { pipeline } = command;
  const ns = namespace(command);
  if (!isDoc(command.cursor)) throw failure("FailedToParse", "The 'cursor' option is required");
  // A $match that comes first is asked of the indexes
  const [first] = isList(pipeline) ? pipeline : [];
  const filter = isDoc(first) && Object.keys(first).length === 1 ? first.$match : undefined;
  const run = compilePipeline(isList(pipeline) && filter !== undefined ? pipeline.slice(1) : pipeline);
  return { cursor: context.cursors.open(ns, run(select(context, ns, filter)), readBatchSize(command)) };
};
