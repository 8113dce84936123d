import { failure, unsupported } from "./errors.js";
import { compileFilter, matchedPosition, type Matcher } from "./filter.js";
import { isPosition } from "./paths.js";
import { CREATES, OPERATORS, type Change } from "./update-operators.js";
import { compareValues, copy, isDoc, isList, show, type Doc } from "./values.js";

/** The filter gives `items.$` its meaning; `inserting` switches $setOnInsert on. */
interface Moment {
  filter: Doc;
  inserting: boolean;
}

/** Gives the new document; the old one is left as it is. */
export type Update = (doc: Doc, moment: Moment) => Doc;

interface Modification {
  operator: string;
  path: string;
  change: Change;
}

/** Compiles a replacement or an update with operators, and refuses what is wrong or unknown in it. */
export function compileUpdate(update: unknown, arrayFilters: unknown): Update {
  if (isList(update)) throw unsupported("an update by a pipeline");
  if (!isDoc(update)) throw failure("FailedToParse", "an update must be a document");
  if (!Object.keys(update)[0]?.startsWith("$")) return replacement(update);
  const filters = readArrayFilters(arrayFilters);
  const modifications = Object.entries(update).flatMap(([operator, operand]) => readOperator(operator, operand));
  refuseConflicts(modifications.map(({ path }) => path));
  // MongoDB goes through the fields by their names
  modifications.sort((a, b) => (a.path < b.path ? -1 : 1));
  return (doc, { filter, inserting }) => {
    const result = copy(doc);
    for (const { operator, path, change } of modifications) {
      if (operator === "$setOnInsert" && !inserting) continue;
      for (const place of places(result, path.split("."), filter, filters))
        changeAt(result, place, change, CREATES.has(operator));
    }
    return keepId(doc, result);
  };
}

function replacement(update: Doc): Update {
  if (Object.keys(update).some((name) => name.startsWith("$")))
    throw failure("DollarPrefixedFieldName", "operators and fields do not go together in one update");
  return (doc) => keepId(doc, doc._id === undefined ? { ...update } : { _id: doc._id, ...update });
}

function keepId(before: Doc, after: Doc): Doc {
  if (before._id !== undefined && compareValues(before._id, after._id) !== 0)
    throw failure("ImmutableField", "Performing an update on the path '_id' would modify the immutable field '_id'");
  return after;
}

function readOperator(operator: string, operand: unknown): Modification[] {
  const read = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (!read)
    throw failure(
      "FailedToParse",
      `Unknown modifier: ${operator}. The embedded database has: ${Object.keys(OPERATORS).join(" ")}`,
    );
  if (!isDoc(operand)) throw failure("FailedToParse", `Modifiers operate on fields but ${operator} has none`);
  return Object.entries(operand).map(([path, argument]) => {
    const parts = path.split(".");
    if (parts.includes("")) throw failure("EmptyFieldName", `The update path '${path}' contains an empty field name`);
    if (path.startsWith("$") || parts.includes("__proto__"))
      throw failure("DollarPrefixedFieldName", `The field '${path}' is not valid for storage.`);
    return { operator, path, change: read(argument, path) };
  });
}

function refuseConflicts(paths: string[]): void {
  const sorted = paths.toSorted();
  for (const [i, path] of sorted.entries())
    for (const other of sorted.slice(i + 1))
      if (other === path || other.startsWith(`${path}.`))
        throw failure(
          "ConflictingUpdateOperators",
          `Updating the path '${other}' would create a conflict at '${path}'`,
        );
}

/** Each filter tests elements under the name it has for them: { "big.n": { $gt: 5 } } is that of `$[big]`. */
function readArrayFilters(arrayFilters: unknown): Map<string, Matcher> {
  const filters = new Map<string, Matcher>();
  if (arrayFilters === undefined) return filters;
  if (!isList(arrayFilters)) throw failure("TypeMismatch", "arrayFilters must be an array");
  for (const filter of arrayFilters) {
    const names = new Set(Object.keys(isDoc(filter) ? filter : {}).map((path) => path.split(".")[0] ?? path));
    const [name = "$"] = names;
    if (names.size !== 1 || name.startsWith("$") || filters.has(name))
      throw failure("FailedToParse", `an array filter needs one name of its own for its element: ${show(filter)}`);
    filters.set(name, compileFilter(filter));
  }
  return filters;
}

/** `items.$[].price` as the paths it means in this document: items.0.price, items.1.price … */
function places(doc: Doc, parts: string[], filter: Doc, filters: Map<string, Matcher>): string[][] {
  const at = parts.findIndex((part) => part.startsWith("$"));
  if (at < 0) return [parts];
  const before = parts.slice(0, at);
  const list = before.reduce(inner, doc);
  if (!isList(list))
    throw failure("BadValue", `The path '${before.join(".")}' must be an array to apply array updates.`);
  return chosen(list, before, parts[at] ?? "", filter, filters).flatMap((position) =>
    places(doc, [...before, String(position), ...parts.slice(at + 1)], filter, filters),
  );
}

function chosen(list: unknown[], before: string[], part: string, filter: Doc, filters: Map<string, Matcher>): number[] {
  if (part === "$[]") return [...list.keys()];
  if (part === "$") {
    const position = matchedPosition(filter, before.filter((name) => !isPosition(name)).join("."), list);
    if (position < 0)
      throw failure("BadValue", "The positional operator did not find the match needed from the query.");
    return [position];
  }
  const name = part.slice(2, -1);
  const matches = filters.get(name);
  if (!matches)
    throw failure("BadValue", `No array filter found for identifier '${name}' in path '${before.join(".")}.${part}'`);
  return [...list.keys()].filter((position) => matches({ [name]: list[position] }));
}

function inner(holder: unknown, part: string): unknown {
  if (isList(holder)) return isPosition(part) ? holder[Number(part)] : undefined;
  return isDoc(holder) && Object.hasOwn(holder, part) ? holder[part] : undefined;
}

/**
 * Changes `doc` in place. A change that gives undefined removes the field (in an array: null). With `creates`, documents
 * on the way are made; a way through a number or a text is MongoDB's PathNotViable, never silence.
 */
export function changeAt(doc: Doc, place: readonly string[], change: Change, creates: boolean): void {
  let holder: unknown = doc;
  for (const [depth, part] of place.entries()) {
    if (!isDoc(holder) && !(isList(holder) && isPosition(part))) {
      if (!creates) return;
      throw failure(
        "PathNotViable",
        `Cannot create field '${part}' in element {${place[depth - 1] ?? ""}: ${show(holder)}}`,
      );
    }
    const current = inner(holder, part);
    if (depth === place.length - 1) return write(holder, part, change(current, place.join(".")));
    if (current === undefined && !creates) return;
    if (current === undefined) write(holder, part, {});
    holder = inner(holder, part);
  }
}

function write(holder: Doc | unknown[], part: string, value: unknown): void {
  if (isList(holder)) {
    const position = Number(part);
    if (position >= holder.length && value === undefined) return;
    while (holder.length < position) holder.push(null);
    holder[position] = value ?? null;
  } else if (value === undefined) Reflect.deleteProperty(holder, part);
  else holder[part] = value;
}
