import { find, withId } from "../collection.js";
import type { Database } from "../database.js";
import { asFailure, failure } from "../errors.js";
import { conditions } from "../filter.js";
import { readSort } from "../order.js";
import { compileProjection } from "../project.js";
import { changeAt, compileUpdate, type Update } from "../update.js";
import { bsonType, compareValues, isOperators, readDoc, type Doc } from "../values.js";
import { checkOptions, namespace, readDocs, type Command } from "./command.js";

/** Runs the parts of a bulk write: an error stops an ordered one and is only noted in an unordered one. */
function eachPart(command: Doc, name: string, run: (part: Doc, index: number) => void): Doc {
  const writeErrors: Doc[] = [];
  for (const [index, part] of readDocs(name, command[name]).entries()) {
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

export const insert: Command = (command, { database }) => {
  const ns = namespace(command);
  let n = 0;
  const errors = eachPart(command, "documents", (doc) => {
    database.write({ op: "insert", ns, doc: withId(doc) });
    n++;
  });
  return { n, ...errors };
};

/**
 * Updates the documents a filter found or, where there are none and `upserts` says so, inserts one. Gives each before
 * (none: it was inserted) and after; the same when nothing changed.
 */
function change(database: Database, ns: string, found: Doc[], filter: Doc, update: Update, upserts: boolean) {
  if (found.length === 0 && upserts) {
    const after = upserted(filter, update);
    database.write({ op: "insert", ns, doc: after });
    return [{ before: undefined, after }];
  }
  return found.map((before) => {
    const after = update(before, filter, false);
    if (compareValues(before, after) === 0) return { before, after: before };
    database.write({ op: "put", ns, doc: after });
    return { before, after };
  });
}

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

export const update: Command = (command, { database }) => {
  const ns = namespace(command);
  const result = { n: 0, nModified: 0 };
  const inserted: Doc[] = [];
  const errors = eachPart(command, "updates", (part, index) => {
    checkOptions("update", part, "q u multi upsert arrayFilters");
    const filter = readDoc("q", part.q);
    const compiled = compileUpdate(part.u, part.arrayFilters);
    if (part.multi === true && !isOperators(part.u))
      throw failure("FailedToParse", "multi update is not supported for replacement-style update");
    const found = find(database.collections.get(ns), filter, [], part.multi === true ? Infinity : 1);
    for (const { before, after } of change(database, ns, found, filter, compiled, part.upsert === true)) {
      result.n++;
      if (!before) inserted.push({ index, _id: after._id });
      else if (before !== after) result.nModified++;
    }
  });
  return { ...result, ...(inserted.length > 0 ? { upserted: inserted } : {}), ...errors };
};

export const remove: Command = (command, { database }) => {
  const ns = namespace(command);
  let n = 0;
  const errors = eachPart(command, "deletes", (part) => {
    checkOptions("delete", part, "q limit");
    const most = part.limit === 1 ? 1 : Infinity;
    for (const { _id: id } of find(database.collections.get(ns), readDoc("q", part.q), [], most)) {
      database.write({ op: "remove", ns, id });
      n++;
    }
  });
  return { n, ...errors };
};

export const findAndModify: Command = (command, { database }) => {
  const ns = namespace(command);
  const filter = readDoc("query", command.query);
  const shape = compileProjection(readDoc("fields", command.fields));
  const removes = command.remove === true;
  if (removes === (command.update !== undefined)) throw failure("FailedToParse", "it has to update or to remove");
  const compiled = removes ? undefined : compileUpdate(command.update, command.arrayFilters);
  const found = find(database.collections.get(ns), filter, readSort(command.sort), 1);
  if (!compiled) {
    for (const { _id: id } of found) database.write({ op: "remove", ns, id });
    return { lastErrorObject: { n: found.length }, value: found.map(shape)[0] ?? null };
  }
  const [changed] = change(database, ns, found, filter, compiled, command.upsert === true);
  const inserted = changed && !changed.before ? { upserted: changed.after._id } : {};
  const lastErrorObject = { n: changed ? 1 : 0, updatedExisting: found.length > 0, ...inserted };
  const value = command.new === true ? changed?.after : changed?.before;
  return { lastErrorObject, value: value ? shape(value) : null };
};
