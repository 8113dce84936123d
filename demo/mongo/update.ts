import { failure, unsupported } from "./errors.js";
import { compileFilter, matchedPosition, type Matcher } from "./filter.js";
import { collision, inner, isPosition } from "./paths.js";
import { CREATES, OPERATORS, type Change } from "./update-operators.js";
import { compareValues, isDoc, isList, show, type Doc } from "./values.js";

/** Gives the new document and leaves the old one. The filter gives `items.$` its meaning, inserting $setOnInsert. */
export type Update = (doc: Doc, filter: Doc, inserting: boolean) => Doc;

interface Step {
  change: Change;
  /** makes the documents on the way */
  creates: boolean;
  /** which elements of an array the parts `$`, `$[]` and `$[name]` of a path mean */
  choose?: (list: unknown[], part: string, before: string[]) => number[];
}

/** Compiles a replacement or an update with operators, and refuses what is wrong or unknown in it. */
export function compileUpdate(update: unknown, arrayFilters: unknown): Update {
  if (isList(update)) throw unsupported("an update by a pipeline");
  if (!isDoc(update)) throw failure("FailedToParse", "an update must be a document");
  const operators = Object.keys(update).filter((name) => name.startsWith("$"));
  if (operators.length === 0) return (doc) => keepId(doc, doc._id === undefined ? update : { _id: doc._id, ...update });
  const filters = readArrayFilters(arrayFilters);
  const modifications = Object.entries(update).flatMap(([operator, operand]) => readOperator(operator, operand));
  const twice = collision(modifications.map(({ path }) => path));
  if (twice) throw failure("ConflictingUpdateOperators", `Two changes would create a conflict at '${twice}'`);
  // MongoDB goes through the fields by their names
  modifications.sort((a, b) => (a.path < b.path ? -1 : 1));
  return (doc, filter, inserting) => {
    const choose: Step["choose"] = (list, part, before) => chosen(list, part, before, filter, filters);
    let after: unknown = doc;
    for (const { operator, path, change } of modifications)
      if (inserting || operator !== "$setOnInsert")
        after = changeAt(after, path.split("."), { change, creates: CREATES.has(operator), choose });
    return keepId(doc, after as Doc);
  };
}

function keepId(before: Doc, after: Doc): Doc {
  if (before._id !== undefined && compareValues(before._id, after._id) !== 0)
    throw failure("ImmutableField", "Performing an update on the path '_id' would modify the immutable field '_id'");
  return after;
}

/** What an operator does to each of its paths. */
function readOperator(operator: string, operand: unknown) {
  const read = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (!read)
    throw failure("FailedToParse", `Unknown modifier: ${operator}. There are: ${Object.keys(OPERATORS).join(" ")}`);
  if (!isDoc(operand)) throw failure("FailedToParse", `Modifiers operate on fields but ${operator} has none`);
  return Object.entries(operand).map(([path, argument]) => {
    const parts = path.split(".");
    if (parts.includes("")) throw failure("EmptyFieldName", `The update path '${path}' contains an empty field name`);
    if (path.startsWith("$") || parts.includes("__proto__"))
      throw failure("DollarPrefixedFieldName", `The field '${path}' is not valid for storage.`);
    return { operator, path, change: read(argument, path) };
  });
}

/** Each filter tests elements under the name it has for them: { "big.n": { $gt: 5 } } is that of `$[big]`. */
function readArrayFilters(arrayFilters: unknown = []): Map<string, Matcher> {
  if (!isList(arrayFilters)) throw failure("TypeMismatch", "arrayFilters must be an array");
  const filters = new Map<string, Matcher>();
  for (const filter of arrayFilters) {
    const names = new Set(Object.keys(isDoc(filter) ? filter : {}).map((path) => path.split(".")[0] ?? path));
    const [name = "$"] = names;
    if (names.size !== 1 || name.startsWith("$") || filters.has(name))
      throw failure("FailedToParse", `an array filter needs one name of its own for its element: ${show(filter)}`);
    filters.set(name, compileFilter(filter));
  }
  return filters;
}

function chosen(list: unknown[], part: string, before: string[], filter: Doc, filters: Map<string, Matcher>): number[] {
  if (part === "$[]") return [...list.keys()];
  if (part === "$") {
    const position = matchedPosition(filter, before.filter((name) => !isPosition(name)).join("."), list);
    if (position >= 0) return [position];
    throw failure("BadValue", "The positional operator did not find the match needed from the query.");
  }
  const name = part.slice(2, -1);
  const matches = filters.get(name);
  if (!matches) throw failure("BadValue", `No array filter found for identifier '${name}' in '${before.join(".")}'`);
  return [...list.keys()].filter((position) => matches({ [name]: list[position] }));
}

/**
 * A copy of a document or array with a change at a path. A change that gives undefined removes the field (in an array:
 * null). A way through a number or a text is an error, never silence.
 */
export function changeAt(holder: unknown, [part = "", ...rest]: string[], step: Step, before: string[] = []): unknown {
  if (part.startsWith("$")) {
    if (!isList(holder)) throw failure("BadValue", `The path '${before.join(".")}' must be an array to be updated.`);
    const positions = step.choose?.(holder, part, before) ?? [];
    return positions.reduce<unknown>((list, at) => changeAt(list, [String(at), ...rest], step, before), holder);
  }
  if (!isDoc(holder) && !(isList(holder) && isPosition(part))) {
    if (!step.creates) return holder;
    throw failure("PathNotViable", `Cannot create field '${part}' in '${before.join(".")}', which is ${show(holder)}`);
  }
  const current = inner(holder, part);
  const way = [...before, part];
  if (rest.length === 0) return withValue(holder, part, step.change(current, way.join(".")));
  if (current === undefined && !step.creates) return holder;
  return withValue(holder, part, changeAt(current === undefined ? {} : current, rest, step, way));
}

function withValue(holder: Doc | unknown[], part: string, value: unknown): Doc | unknown[] {
  if (!isList(holder) && value !== undefined) return { ...holder, [part]: value };
  if (!isList(holder)) return Object.fromEntries(Object.entries(holder).filter(([name]) => name !== part));
  const position = Number(part);
  if (position >= holder.length && value === undefined) return holder;
  const padding = Array.from({ length: position - holder.length }, () => null);
  return [...holder, ...padding].toSpliced(position, 1, value ?? null);
}
