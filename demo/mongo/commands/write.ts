import { findRows, withId, type Collection } from "../collection.js";
import type { Database } from "../database.js";
import { asFailure, failure, unsupported } from "../errors.js";
import type { Row } from "../indexes.js";
import { compileFilter } from "../match.js";
import { readSort, sortDocs } from "../order.js";
import { upsertFields } from "../plan.js";
import { compileProjection } from "../project.js";
import { changeAt } from "../update-path.js";
import { compileUpdate, type Update } from "../update.js";
import { compareValues, isDoc, toDouble, type Doc } from "../values.js";
import { namespace, readDoc, readDocs, type Command } from "./command.js";

/** Runs the parts of a bulk write: an error stops an ordered one and is only noted in an unordered one. */
function eachPart(command: Doc, parts: Doc[], run: (part: Doc, index: number) => void): Doc {
  const writeErrors: Doc[] = [];
  for (const [index, part] of parts.entries()) {
    try {
      run(part, index);
    } catch (error) {
      const { code, message, extra } = asFailure(error);
      writeErrors.push({ index, code, ...extra, errmsg: message });
      if (command.ordered !== false) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

/** Refuses a part's options that would change its result, such as a collation. */
function checkPart(part: Doc, fields: string): void {
  for (const [field, value] of Object.entries(part))
    if (!fields.split(" ").includes(field) && value !== undefined && value !== null && value !== false)
      throw unsupported(`the option "${field}" of a write`);
}

export const insert: Command = {
  fields: ["documents", "ordered"],
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "insert");
    let n = 0;
    const errors = eachPart(command, readDocs("documents", command.documents), (doc) => {
      database.insert(ns, withId(doc));
      n++;
    });
    return { n, ...errors };
  },
};

/** The document an upsert inserts: the filter's equalities, then the update, an _id last if none came with them. */
function upserted(filter: Doc, update: Update, now: Date): Doc {
  const base: Doc = {};
  for (const [path, value] of upsertFields(filter)) changeAt(base, path.split("."), () => value, true);
  return withId(update(base, { filter, inserting: true, now }));
}

function replaceIfChanged(database: Database, collection: Collection, row: Row, doc: Doc): boolean {
  if (compareValues(row.doc, doc) === 0) return false;
  database.replace(collection, row, doc);
  return true;
}

export const update: Command = {
  fields: ["updates", "ordered"],
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "update");
    const result = { n: 0, nModified: 0 };
    const inserted: Doc[] = [];
    const now = new Date();
    const errors = eachPart(command, readDocs("updates", command.updates), (part, index) => {
      checkPart(part, "q u multi upsert arrayFilters hint");
      const filter = readDoc("q", part.q);
      const change = compileUpdate(part.u, part.arrayFilters);
      if (part.multi === true && isDoc(part.u) && !Object.keys(part.u).some((key) => key.startsWith("$")))
        throw failure("FailedToParse", "multi update is not supported for replacement-style update");
      compileFilter(filter);
      const collection = database.collections.get(ns);
      const rows = collection ? take(findRows(collection, filter), part.multi === true ? Infinity : 1) : [];
      for (const row of rows) {
        const doc = change(row.doc, { filter, inserting: false, now });
        result.n++;
        if (collection && replaceIfChanged(database, collection, row, doc)) result.nModified++;
      }
      if (rows.length > 0 || part.upsert !== true) return;
      const doc = upserted(filter, change, now);
      database.insert(ns, doc);
      result.n++;
      inserted.push({ index, _id: doc._id });
    });
    return { ...result, ...(inserted.length > 0 ? { upserted: inserted } : {}), ...errors };
  },
};

/** All rows are found before any is changed: an update may not meet its own result again. */
function take(rows: Iterable<Row>, most: number): Row[] {
  const taken: Row[] = [];
  for (const row of rows) {
    taken.push(row);
    if (taken.length >= most) break;
  }
  return taken;
}

export const remove: Command = {
  fields: ["deletes", "ordered"],
  writes: true,
  run(command, { database }) {
    const collection = database.collections.get(namespace(command, "delete"));
    let n = 0;
    const errors = eachPart(command, readDocs("deletes", command.deletes), (part) => {
      checkPart(part, "q limit hint");
      const filter = readDoc("q", part.q);
      compileFilter(filter);
      if (!collection) return;
      for (const row of take(findRows(collection, filter), toDouble(part.limit) === 1 ? 1 : Infinity)) {
        database.remove(collection, row);
        n++;
      }
    });
    return { n, ...errors };
  },
};

export const findAndModify: Command = {
  fields: "query sort remove update new fields upsert arrayFilters".split(" "),
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "findAndModify" in command ? "findAndModify" : "findandmodify");
    const filter = readDoc("query", command.query);
    const shape = compileProjection(readDoc("fields", command.fields), filter);
    if (command.remove === true ? command.update !== undefined : command.update === undefined)
      throw failure("FailedToParse", "Either an update or remove=true must be specified");
    const change = command.remove === true ? undefined : compileUpdate(command.update, command.arrayFilters);
    const collection = database.collections.get(ns);
    const row = collection && firstRow(collection, filter, command.sort);
    const now = new Date();
    if (row && !change) {
      database.remove(collection, row);
      return { lastErrorObject: { n: 1 }, value: shape(row.doc) };
    }
    if (row && change) {
      const before = row.doc;
      replaceIfChanged(database, collection, row, change(before, { filter, inserting: false, now }));
      return {
        lastErrorObject: { n: 1, updatedExisting: true },
        value: shape(command.new === true ? row.doc : before),
      };
    }
    if (!change || command.upsert !== true) {
      compileFilter(filter);
      return { lastErrorObject: { n: 0, ...(change ? { updatedExisting: false } : {}) }, value: null };
    }
    const doc = upserted(filter, change, now);
    database.insert(ns, doc);
    return {
      lastErrorObject: { n: 1, updatedExisting: false, upserted: doc._id },
      value: command.new === true ? shape(doc) : null,
    };
  },
};

function firstRow(collection: Collection, filter: Doc, sort: unknown): Row | undefined {
  const keys = readSort(sort);
  if (keys.length === 0) return take(findRows(collection, filter), 1)[0];
  const rows = new Map<Doc, Row>();
  for (const row of findRows(collection, filter)) rows.set(row.doc, row);
  const [first] = sortDocs(rows.keys(), keys, 1);
  return first && rows.get(first);
}
