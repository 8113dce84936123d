import { preparePipeline, runPipeline } from "./aggregate.js";
import { failure, unsupported } from "./errors.js";
import { compileFilter, type Matcher } from "./match.js";
import { changeAt, concretePaths, readAt, type Positions } from "./update-path.js";
import { CREATES, readChange, type Change, type Moment } from "./update-operators.js";
import { compareValues, copy, isDoc, type Doc } from "./values.js";

/** Gives the new document; the old one is left as it is. */
export type Update = (doc: Doc, moment: Moment) => Doc;

interface Modification {
  operator: string;
  path: string;
  parts: string[];
  change: Change;
  /** the path whose absence makes this modification void: $rename's source */
  needs?: string[];
}

const PIPELINE_STAGES = new Set(["$set", "$addFields", "$unset", "$project", "$replaceRoot", "$replaceWith"]);

/** Compiles a replacement, an update with operators or an update pipeline, and refuses what is wrong or unknown in it. */
export function compileUpdate(update: unknown, arrayFilters: unknown): Update {
  if (Array.isArray(update)) return pipelineUpdate(update);
  if (!isDoc(update)) throw failure("FailedToParse", "Update argument must be either an object or an array");
  const operators = Object.keys(update);
  if (operators.length === 0 || !operators.some((name) => name.startsWith("$"))) return replacement(update);
  const filters = readArrayFilters(arrayFilters);
  const modifications = operators.flatMap((operator) => readOperator(operator, update[operator]));
  refuseConflicts(modifications.map(({ path }) => path));
  modifications.sort((a, b) => compareValues(a.parts, b.parts));
  return (doc, moment) => {
    const result = copy(doc);
    const positions: Positions = { filter: moment.filter, filters };
    for (const { operator, parts, change, needs } of modifications) {
      if (operator === "$setOnInsert" && !moment.inserting) continue;
      if (needs && readAt(doc, needs) === undefined) continue;
      for (const path of concretePaths(result, parts, positions))
        changeAt(result, path, (current) => change(current, { doc, path, moment }), CREATES.has(operator));
    }
    return keepId(doc, result);
  };
}

function replacement(update: Doc): Update {
  return (doc) => {
    const { _id = update._id, ...rest } = {
      _id: doc._id,
      ...update,
      ...(doc._id === undefined ? {} : { _id: doc._id }),
    };
    if (doc._id !== undefined && update._id !== undefined && compareValues(doc._id, update._id) !== 0)
      throw failure(
        "ImmutableField",
        "After applying the update, the (immutable) field '_id' was found to have been altered to a different value",
      );
    return _id === undefined ? rest : { _id, ...rest };
  };
}

function pipelineUpdate(update: unknown[]): Update {
  const pipeline = preparePipeline(update);
  for (const stage of pipeline) {
    const [name = ""] = Object.keys(stage);
    if (!PIPELINE_STAGES.has(name))
      throw failure("InvalidOptions", `${name} is not allowed to be used within an update`);
  }
  return (doc) => {
    const [result = doc] = runPipeline([doc], pipeline, () => []);
    const { _id = doc._id, ...rest } = result;
    return keepId(doc, _id === undefined ? rest : { _id, ...rest });
  };
}

function keepId(before: Doc, after: Doc): Doc {
  if (before._id !== undefined && compareValues(before._id, after._id) !== 0)
    throw failure("ImmutableField", "Performing an update on the path '_id' would modify the immutable field '_id'");
  return after;
}

function readOperator(operator: string, operand: unknown): Modification[] {
  if (operator === "$bit") throw unsupported("the update operator $bit");
  if (!operator.startsWith("$"))
    throw failure("DollarPrefixedFieldName", `The field '${operator}' stands beside update operators`);
  if (!isDoc(operand))
    throw failure("FailedToParse", `Modifiers operate on fields but we found something else instead for ${operator}`);
  return Object.entries(operand).flatMap(([path, argument]) => {
    if (operator === "$rename") return renaming(path, argument);
    const parts = readPath(path);
    return [{ operator, path, parts, change: readChange(operator, path, argument) }];
  });
}

function readPath(path: string): string[] {
  const parts = path.split(".");
  const [first = ""] = parts;
  if (parts.includes("")) throw failure("BadValue", `The update path '${path}' contains an empty field name`);
  if (first.startsWith("$"))
    throw failure(
      "DollarPrefixedFieldName",
      `The dollar ($) prefixed field '${first}' in '${path}' is not valid for storage.`,
    );
  if (parts.includes("__proto__")) throw unsupported("a field named __proto__");
  return parts;
}

/** A rename is a $set of the target with the old document's value and an $unset of the source. */
function renaming(source: string, target: unknown): Modification[] {
  if (typeof target !== "string") throw failure("BadValue", `The 'to' field for $rename must be a string: ${source}`);
  const from = readPath(source);
  const to = readPath(target);
  if ([...from, ...to].some((part) => part.startsWith("$"))) throw unsupported("$rename with a positional path");
  return [
    { operator: "$rename", path: target, parts: to, change: (_current, { doc }) => readAt(doc, from), needs: from },
    { operator: "$unset", path: source, parts: from, change: () => undefined },
  ];
}

function refuseConflicts(paths: string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    if (seen.has(path)) throw conflict(path, path);
    seen.add(path);
  }
  for (const path of paths) {
    for (let dot = path.indexOf("."); dot >= 0; dot = path.indexOf(".", dot + 1))
      if (seen.has(path.slice(0, dot))) throw conflict(path, path.slice(0, dot));
  }
}

function conflict(path: string, at: string): Error {
  return failure("ConflictingUpdateOperators", `Updating the path '${path}' would create a conflict at '${at}'`);
}

function readArrayFilters(arrayFilters: unknown): Map<string, Matcher> {
  const filters = new Map<string, Matcher>();
  if (arrayFilters === undefined) return filters;
  if (!Array.isArray(arrayFilters)) throw failure("TypeMismatch", "arrayFilters must be an array");
  for (const filter of arrayFilters) {
    if (!isDoc(filter)) throw failure("TypeMismatch", "each of arrayFilters must be a document");
    const names = new Set(identifiers(filter));
    const [name] = names;
    if (name === undefined || names.size !== 1)
      throw failure(
        "FailedToParse",
        "Error parsing array filter :: caused by :: Expected a single top-level field name",
      );
    if (filters.has(name))
      throw failure("FailedToParse", `Found multiple array filters with the same top-level field name ${name}`);
    filters.set(name, compileFilter(filter));
  }
  return filters;
}

function identifiers(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([key, value]) =>
    key.startsWith("$") && Array.isArray(value)
      ? value.flatMap((branch) => (isDoc(branch) ? identifiers(branch) : []))
      : [key.split(".")[0] ?? key],
  );
}
