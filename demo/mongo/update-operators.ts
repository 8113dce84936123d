import { Long, Timestamp } from "bson";
import { failure, unsupported } from "./errors.js";
import { compilePull } from "./match.js";
import { readSort, sortDocs } from "./order.js";
import { bsonType, compareValues, isDoc, isList, keyOf, rank, show, toDouble, typeName, type Doc } from "./values.js";

/** What an update needs to know of its moment: the filter gives `items.$` its meaning, `inserting` switches $setOnInsert on. */
export interface Moment {
  filter: Doc;
  inserting: boolean;
  now: Date;
}

interface Where {
  doc: Doc;
  path: string[];
  moment: Moment;
}

/** From the value at a path (undefined: missing) to the new one (undefined: none). */
export type Change = (current: unknown, where: Where) => unknown;

/** Operators that make the documents on the way to their field; the others leave a missing field alone. */
export const CREATES = new Set([
  "$set",
  "$setOnInsert",
  "$inc",
  "$mul",
  "$min",
  "$max",
  "$push",
  "$addToSet",
  "$currentDate",
  "$rename",
]);

/** Reads one operator's argument for one path, and refuses a wrong one before any document is touched. */
export function readChange(operator: string, path: string, argument: unknown): Change {
  switch (operator) {
    case "$set":
    case "$setOnInsert":
      return () => argument;
    case "$unset":
      return () => undefined;
    case "$inc":
      return arithmetic(operator, "increment", path, argument);
    case "$mul":
      return arithmetic(operator, "multiply", path, argument);
    case "$min":
      return (current) => (current === undefined || compareValues(argument, current) < 0 ? argument : current);
    case "$max":
      return (current) => (current === undefined || compareValues(argument, current) > 0 ? argument : current);
    case "$currentDate":
      return currentDate(argument);
    case "$push":
      return push(argument);
    case "$addToSet":
      return addToSet(argument);
    case "$pop":
      return pop(argument);
    case "$pull": {
      const matches = compilePull(argument);
      return pulling("$pull", matches);
    }
    case "$pullAll": {
      if (!isList(argument)) throw failure("BadValue", "$pullAll requires an array argument");
      const keys = new Set(argument.map(keyOf));
      return pulling("$pullAll", (element) => keys.has(keyOf(element)));
    }
    default:
      throw failure(
        "FailedToParse",
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
  }
}

function arithmetic(operator: "$inc" | "$mul", verb: string, path: string, amount: unknown): Change {
  if (rank(amount) !== 2)
    throw failure("TypeMismatch", `Cannot ${verb} with non-numeric argument: {${path}: ${show(amount)}}`);
  return (current, { doc, path: concrete }) => {
    if (current === undefined) return operator === "$inc" ? amount : 0;
    if (rank(current) !== 2)
      throw failure(
        "TypeMismatch",
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(doc._id)}} has the field '${concrete.at(-1) ?? path}' of non-numeric type ${typeName(current)}`,
      );
    return calculate(operator, current, amount);
  };
}

/** int64 stays int64 (and may not overflow); int32 and double are both a JavaScript number. */
function calculate(operator: "$inc" | "$mul", a: unknown, b: unknown): unknown {
  if ([a, b].some((value) => bsonType(value) === "Decimal128")) throw unsupported(`${operator} with a Decimal128`);
  const involvesLong = [a, b].some((value) => bsonType(value) === "Long");
  const whole = [a, b].every((value) => bsonType(value) === "Long" || Number.isInteger(value));
  if (!involvesLong || !whole) return operator === "$inc" ? toDouble(a) + toDouble(b) : toDouble(a) * toDouble(b);
  const [x, y] = [BigInt(String(a)), BigInt(String(b))];
  const result = operator === "$inc" ? x + y : x * y;
  if (result !== BigInt.asIntN(64, result))
    throw failure(
      "BadValue",
      `Failed to apply ${operator} operations to current value ((NumberLong)${String(a)}): overflow`,
    );
  return Long.fromBigInt(result);
}

function currentDate(argument: unknown): Change {
  const type = isDoc(argument) ? argument.$type : typeof argument === "boolean" ? "date" : undefined;
  if (type === "date") return (_current, { moment }) => moment.now;
  if (type === "timestamp")
    return (_current, { moment }) => new Timestamp({ t: Math.floor(moment.now.getTime() / 1000), i: 1 });
  throw failure(
    "BadValue",
    `${show(argument)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
  );
}

const PUSH_MODIFIERS = ["$each", "$position", "$sort", "$slice"];

function push(argument: unknown): Change {
  const options: Doc = isDoc(argument) && "$each" in argument ? argument : { $each: [argument] };
  const { $each: added, $position, $sort, $slice } = options;
  const unknown = Object.keys(options).find((name) => !PUSH_MODIFIERS.includes(name));
  if (unknown) throw failure("BadValue", `Unrecognized clause in $push: ${unknown}`);
  if (!isList(added)) throw failure("BadValue", "The argument to $each in $push must be an array");
  const position = wholeOrAbsent("$position", $position);
  const slice = wholeOrAbsent("$slice", $slice);
  const sort = $sort === undefined ? [] : readSort(elementSort($sort));
  return (current, where) => {
    const list = [...asArray(current, where)];
    list.splice(position ?? list.length, 0, ...added);
    const sorted =
      sort.length === 0
        ? list
        : sortDocs(
            list.map((element) => ({ element })),
            sort,
          ).map((row) => row.element);
    if (slice === undefined) return sorted;
    return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
  };
}

/** $sort of $push sorts elements as they are (1, -1) or by their fields. */
function elementSort(sort: unknown): Doc {
  if (!isDoc(sort)) return { element: sort };
  return Object.fromEntries(Object.entries(sort).map(([path, direction]) => [`element.${path}`, direction]));
}

function wholeOrAbsent(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = toDouble(value);
  if (!Number.isInteger(number)) throw failure("BadValue", `The value for ${name} must be an integer value`);
  return number;
}

function addToSet(argument: unknown): Change {
  const each = isDoc(argument) && "$each" in argument ? argument.$each : [argument];
  if (!isList(each)) throw failure("TypeMismatch", "The argument to $each in $addToSet must be an array");
  return (current, where) => {
    const list = asArray(current, where);
    const keys = new Set(list.map(keyOf));
    const added = each.filter((element) => {
      const isNew = !keys.has(keyOf(element));
      keys.add(keyOf(element));
      return isNew;
    });
    return [...list, ...added];
  };
}

function asArray(current: unknown, { doc, path }: Where): unknown[] {
  if (current === undefined) return [];
  if (isList(current)) return current;
  throw failure(
    "BadValue",
    `The field '${path.join(".")}' must be an array but is of type ${typeName(current)} in document {_id: ${show(doc._id)}}`,
  );
}

function pop(argument: unknown): Change {
  const end = toDouble(argument);
  if (end !== 1 && end !== -1) throw failure("FailedToParse", `$pop expects 1 or -1, found: ${show(argument)}`);
  return (current, { path }) => {
    if (current === undefined) return undefined;
    if (!isList(current))
      throw failure(
        "TypeMismatch",
        `Path '${path.join(".")}' contains an element of non-array type '${typeName(current)}'`,
      );
    return end === 1 ? current.slice(0, -1) : current.slice(1);
  };
}

function pulling(operator: string, matches: (element: unknown) => boolean): Change {
  return (current) => {
    if (current === undefined) return undefined;
    if (!isList(current)) throw failure("BadValue", `Cannot apply ${operator} to a non-array value`);
    return current.filter((element) => !matches(element));
  };
}
