import { failure, unsupported } from "./errors.js";
import { compileElement } from "./filter.js";
import { readSort, readSortKey, sorted } from "./order.js";
import { bsonType, compareValues, isDoc, isList, keyOf, show, typeName } from "./values.js";

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
  $pull(argument) {
    const isCondition = isDoc(argument) || bsonType(argument) === "BSONRegExp";
    return without(isCondition ? compileElement(argument) : (element) => compareValues(element, argument) === 0);
  },
  $pullAll: (argument) => without(compileElement({ $in: argument })),
};

function increment(argument: unknown, path: string): Change {
  if (typeof argument !== "number")
    throw failure("TypeMismatch", `Cannot increment with non-numeric argument: {${path}: ${show(argument)}}`);
  return (current = 0, place) => {
    if (typeof current !== "number")
      throw failure("TypeMismatch", `Cannot apply $inc to '${place}', which is of type ${typeName(current)}`);
    const sum = current + argument;
    if (Number.isInteger(sum) && !Number.isSafeInteger(sum)) throw unsupported("$inc to an int64 beyond 2^53");
    return sum;
  };
}

function push(argument: unknown): Change {
  const options = isDoc(argument) && "$each" in argument ? argument : { $each: [argument] };
  const { $each: added, $position: position = Infinity, $slice: slice = Infinity, $sort, ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown) throw failure("BadValue", `Unrecognized clause in $push: ${unknown}`);
  if (!isList(added)) throw failure("BadValue", "The argument to $each in $push must be an array");
  if (!isWhole(position) || !isWhole(slice)) throw failure("BadValue", "$position and $slice must be whole numbers");
  // Elements are sorted as they are (1, -1) or by their fields
  const sort = $sort === undefined ? [] : isDoc($sort) ? readSort($sort) : [readSortKey([], $sort)];
  return (current, place) => {
    const list = sorted(listAt(current, place).toSpliced(position, 0, ...added), sort);
    return slice < 0 ? list.slice(slice) : list.slice(0, slice);
  };
}

const isWhole = (value: unknown): value is number => Number.isInteger(value) || value === Infinity;

function addToSet(argument: unknown): Change {
  const each = isDoc(argument) && "$each" in argument ? argument.$each : [argument];
  if (!isList(each)) throw failure("TypeMismatch", "The argument to $each in $addToSet must be an array");
  const fresh = new Map(each.map((element) => [keyOf(element), element]));
  return (current, place) => {
    const list = listAt(current, place);
    const known = new Set(list.map(keyOf));
    return [...list, ...[...fresh].filter(([key]) => !known.has(key)).map(([, element]) => element)];
  };
}

function listAt(current: unknown, place: string): unknown[] {
  if (current === undefined) return [];
  if (isList(current)) return current;
  throw failure("BadValue", `The field '${place}' must be an array but is of type ${typeName(current)}`);
}

function without(goes: (element: unknown) => boolean): Change {
  return (current, place) =>
    current === undefined ? undefined : listAt(current, place).filter((element) => !goes(element));
}
