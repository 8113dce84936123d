import { findRows, withId, type Collection } from "../collection.js";
import type { Database } from "../database.js";
import { asFailure, failure } from "../errors.js";
import { conditions } from "../filter.js";
import type { Row } from "../indexes.js";
import { readSort, sorted } from "../order.js";
import { compileProjection } from "../project.js";
import { changeAt, compileUpdate, type Update } from "../update.js";
import { bsonType, compareValues, isOperators, readDoc, type Doc } from "../values.js";
import { checkFields, namespace, readDocs, type Command } from "./command.js";

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

/** The document an upsert inserts: the filter's equalities, then the update, an _id if none came with them. */
function upserted(filter: Doc, update: Update): Doc {
  let doc: unknown = {};
  for (const [path, condition] of conditions(filter)) {
    if (bsonType(condition) === "BSONRegExp" || (isOperators(condition) && !("$eq" in condition))) continue;
    const value = isOperators(condition) ? condition.$eq : condition;
    doc = changeAt(doc, path.split("."), { change: () => value, creates: true });
  }
  return withId(update(doc as Doc, filter, true));
}

/** Tells whether the update changed anything. */
function change(database: Database, collection: Collection, row: Row, filter: Doc, update: Update): boolean {
  const doc = update(row.doc, filter, false);
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
    const errors = eachPart(command, readDocs("updates", command.updates), (part, index) => {
      checkFields("update", part, ["q", "u", "multi", "upsert", "arrayFilters"]);
      const filter = readDoc("q", part.q);
      const compiled = compileUpdate(part.u, part.arrayFilters);
      if (part.multi === true && !isOperators(part.u))
        throw failure("FailedToParse", "multi update is not supported for replacement-style update");
      const collection = database.collections.get(ns);
      const rows = findRows(collection, filter, part.multi === true ? Infinity : 1);
      for (const row of rows) {
        if (collection && change(database, collection, row, filter, compiled)) result.nModified++;
        result.n++;
      }
      if (rows.length > 0 || part.upsert !== true) return;
      const doc = upserted(filter, compiled);
      database.insert(ns, doc);
      result.n++;
      inserted.push({ index, _id: doc._id });
    });
    return { ...result, ...(inserted.length > 0 ? { upserted: inserted } : {}), ...errors };
  },
};

export const remove: Command = {
  fields: ["deletes", "ordered"],
  writes: true,
  run(command, { database }) {
    const collection = database.collections.get(namespace(command, "delete"));
    let n = 0;
    const errors = eachPart(command, readDocs("deletes", command.deletes), (part) => {
      checkFields("delete", part, ["q", "limit"]);
      for (const row of findRows(collection, readDoc("q", part.q), part.limit === 1 ? 1 : Infinity)) {
        if (collection) database.remove(collection, row);
        n++;
      }
    });
    return { n, ...errors };
  },
};

export const findAndModify: Command = {
  fields: ["query", "sort", "remove", "update", "new", "fields", "upsert", "arrayFilters"],
  writes: true,
  run(command, { database }) {
    const ns = namespace(command, "findAndModify");
    const filter = readDoc("query", command.query);
    const shape = compileProjection(readDoc("fields", command.fields));
    if ((command.remove === true) === (command.update !== undefined))
      throw failure("FailedToParse", "Either an update or remove=true must be specified");
    const compiled = command.remove === true ? undefined : compileUpdate(command.update, command.arrayFilters);
    const collection = database.collections.get(ns);
    const sort = readSort(command.sort);
    const rows = findRows(collection, filter, sort.length > 0 ? Infinity : 1);
    const [first] = sorted(
      rows.map(({ doc }) => doc),
      sort,
      1,
    );
    const row = rows.find(({ doc }) => doc === first);
    if (row && collection) {
      const before = row.doc;
      if (!compiled) database.remove(collection, row);
      else change(database, collection, row, filter, compiled);
      const lastErrorObject = { n: 1, ...(compiled ? { updatedExisting: true } : {}) };
      return { lastErrorObject, value: shape(command.new === true ? row.doc : before) };
    }
    if (!compiled) return { lastErrorObject: { n: 0 }, value: null };
    if (command.upsert !== true) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
    const doc = upserted(filter, compiled);
    database.insert(ns, doc);
    const lastErrorObject = { n: 1, updatedExisting: false, upserted: doc._id };
    return { lastErrorObject, value: command.new === true ? shape(doc) : null };
  },
};
