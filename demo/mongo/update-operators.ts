import { failure, unsupported } from "./errors.js";
import { compileElement } from "./filter.js";
import { readSort, sortDocs } from "./order.js";
import { compareValues, isDoc, isList, keyOf, show, typeName, type Doc } from "./values.js";

/** From the value at a place (undefined: missing) to the new one (undefined: none). */
export type Change = (current: unknown, place: string) => unknown;

/** Operators that make the documents on the way to their field; the others leave a missing field alone. */
export const CREATES = new Set(["$set", "$setOnInsert", "$inc", "$min", "$max", "$push", "$addToSet"]);

/** Each reads its argument for one path, and refuses a wrong one before any document is touched. */
export const OPERATORS: Record<string, (argument: unknown, path: string) => Change> = {
  $set: (argument) => () => argument,
  $setOnInsert: (argument) => () => argument,
  $unset: () => () => undefined,
  $inc: increment,
  $min: (argument) => (current) => (current === undefined || compareValues(argument, current) < 0 ? argument : current),
  $max: (argument) => (current) => (current === undefined || compareValues(argument, current) > 0 ? argument : current),
  $push: push,
  $addToSet: addToSet,
  $pull: (argument) =>
    without(isDoc(argument) || argument instanceof Object ? compileElement(argument) : same(argument)),
  $pullAll(argument) {
    if (!isList(argument)) throw failure("BadValue", "$pullAll requires an array argument");
    const keys = new Set(argument.map(keyOf));
    return without((element) => keys.has(keyOf(element)));
  },
};

function increment(argument: unknown, path: string): Change {
  if (typeof argument !== "number")
    throw failure("TypeMismatch", `Cannot increment with non-numeric argument: {${path}: ${show(argument)}}`);
  return (current = 0, place) => {
    if (typeof current !== "number")
      throw failure(
        "TypeMismatch",
        `Cannot apply $inc to a value of non-numeric type: '${place}' is of type ${typeName(current)}`,
      );
    const sum = current + argument;
    if (Number.isInteger(sum) && !Number.isSafeInteger(sum)) throw unsupported("$inc to an int64 beyond 2^53");
    return sum;
  };
}

const PUSH_MODIFIERS = ["$each", "$position", "$sort", "$slice"];

function push(argument: unknown): Change {
  const options: Doc = isDoc(argument) && "$each" in argument ? argument : { $each: [argument] };
  const { $each: added, $position: position, $sort, $slice: slice } = options;
  const unknown = Object.keys(options).find((name) => !PUSH_MODIFIERS.includes(name));
  if (unknown) throw failure("BadValue", `Unrecognized clause in $push: ${unknown}`);
  if (!isList(added)) throw failure("BadValue", "The argument to $each in $push must be an array");
  for (const number of [position ?? 0, slice ?? 0])
    if (!Number.isInteger(number)) throw failure("BadValue", "$position and $slice in $push must be whole numbers");
  const sort = $sort === undefined ? undefined : readSort(elementSort($sort));
  return (current, place) => {
    const list = [...listAt(current, place)];
    list.splice(position === undefined ? list.length : Number(position), 0, ...added);
    const sorted = sort
      ? sortDocs(
          list.map((element) => ({ element })),
          sort,
        ).map(({ element }) => element)
      : list;
    if (slice === undefined) return sorted;
    return Number(slice) < 0 ? sorted.slice(Number(slice)) : sorted.slice(0, Number(slice));
  };
}

/** $sort of $push sorts elements as they are (1, -1) or by their fields. */
function elementSort(sort: unknown): Doc {
  if (!isDoc(sort)) return { element: sort };
  return Object.fromEntries(Object.entries(sort).map(([path, direction]) => [`element.${path}`, direction]));
}

function addToSet(argument: unknown): Change {
  const each = isDoc(argument) && "$each" in argument ? argument.$each : [argument];
  if (!isList(each)) throw failure("TypeMismatch", "The argument to $each in $addToSet must be an array");
  return (current, place) => {
    const list = listAt(current, place);
    const known = new Set(list.map(keyOf));
    const fresh = new Map(each.map((element) => [keyOf(element), element]));
    return [...list, ...[...fresh].filter(([key]) => !known.has(key)).map(([, element]) => element)];
  };
}

function listAt(current: unknown, place: string): unknown[] {
  if (current === undefined) return [];
  if (isList(current)) return current;
  throw failure("BadValue", `The field '${place}' must be an array but is of type ${typeName(current)}`);
}

function same(argument: unknown): (element: unknown) => boolean {
  return (element) => compareValues(element, argument) === 0;
}

function without(goes: (element: unknown) => boolean): Change {
  return (current, place) =>
    current === undefined ? undefined : listAt(current, place).filter((element) => !goes(element));
}
