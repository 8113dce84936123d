import type { Binary, ObjectId } from "bson";
import { failure, unsupported } from "./errors.js";

/** A document as the wire brings it: numbers, texts, booleans, null, Date, arrays, documents, and bson's ObjectId and Binary. */
export type Doc = Record<string, unknown>;

/** The name of a value of one of bson's classes, else undefined. */
export function bsonType(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Object.hasOwn(value, "_bsontype")) return undefined;
  return (value as { _bsontype?: string })._bsontype;
}

/** Array.isArray without its `any`. */
export function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** An embedded document: not an array, a date, a pattern or a value of bson. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Date) return false;
  return bsonType(value) === undefined && !(value instanceof RegExp);
}

/** An argument that is a document, or absent. */
export function readDoc(name: string, value: unknown): Doc {
  if (value === undefined || value === null) return {};
  if (!isDoc(value)) throw failure("TypeMismatch", `BSON field '${name}' is the wrong type, expected type 'object'`);
  return value;
}

/** A document of operators ({ $gt: 1 }) and not one to be equal to ({ a: 1 }). */
export function isOperators(value: unknown): value is Doc {
  return isDoc(value) && (Object.keys(value)[0] ?? "").startsWith("$");
}

/**
 * MongoDB's order of types (manual: "Comparison/Sort Order"); missing counts as null. A kind of value that is not in it
 * cannot be compared here, and so is not stored either.
 */
export function rank(value: unknown): number {
  if (value === undefined || value === null) return 1;
  if (typeof value === "number") return 2;
  if (typeof value === "string") return 3;
  if (typeof value === "boolean") return 8;
  if (Array.isArray(value)) return 5;
  if (value instanceof Date) return 9;
  const type = value instanceof RegExp ? "BSONRegExp" : bsonType(value);
  if (type === undefined) return 4;
  if (type === "Binary") return 6;
  if (type === "ObjectId") return 7;
  throw unsupported(`a value of type ${type === "Long" ? "int64 beyond 2^53" : type}`);
}

/** MongoDB's names of the kinds of values, by their rank. */
export const TYPES = ["null", "number", "string", "object", "array", "binData", "objectId", "bool", "date"];

/** MongoDB's name of a value's type. Numbers are one type here: int, double and long cannot be told apart. */
export function typeName(value: unknown): string {
  return TYPES[rank(value) - 1] ?? "";
}

/** Refuses what could be stored and not be compared, such as Decimal128. */
export function refuseUnknownTypes(value: unknown): void {
  const kind = rank(value);
  if (kind === 4) for (const inner of Object.values(value as Doc)) refuseUnknownTypes(inner);
  else if (kind === 5) for (const inner of value as unknown[]) refuseUnknownTypes(inner);
}

/** MongoDB compares texts by their bytes. JavaScript's `<` differs for characters beyond U+FFFF, such as emoji. */
function compareTexts(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return codePointOrder(x) - codePointOrder(y);
  }
  return a.length - b.length;
}

function codePointOrder(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

/** NaN is the smallest number. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a - b || 0;
}

function compareLists(a: unknown[], b: unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Field by field in their order, as BSON does: { a, b } and { b, a } are different documents. */
function compareDocs(a: Doc, b: Doc): number {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [[name, x], [other, y]] = [left[i] ?? ["", null], right[i] ?? ["", null]];
    const order = rank(x) - rank(y) || compareTexts(name, other) || compareValues(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  return a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());
}

/** MongoDB's total order over all values; 0 means equal. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const kind = rank(a);
  const order = kind - rank(b);
  if (order !== 0) return order;
  if (kind === 2) return compareNumbers(a as number, b as number);
  if (kind === 3) return compareTexts(a as string, b as string);
  if (kind === 4) return compareDocs(a as Doc, b as Doc);
  if (kind === 5) return compareLists(a as unknown[], b as unknown[]);
  if (kind === 6) return compareBinaries(a as Binary, b as Binary);
  if (kind === 7) return compareTexts((a as ObjectId).toHexString(), (b as ObjectId).toHexString());
  return kind === 1 ? 0 : Number(a) - Number(b);
}

/** A text that is the same for two values exactly when compareValues gives 0: hash indexes and groups stand on it. */
export function keyOf(value: unknown): string {
  const kind = rank(value);
  if (kind === 1) return "null";
  if (kind === 3) return JSON.stringify(value);
  if (kind === 5) return `[${(value as unknown[]).map(keyOf).join()}]`;
  if (kind === 4) {
    const fields = Object.entries(value as Doc).map(([name, inner]) => `${JSON.stringify(name)}:${keyOf(inner)}`);
    return `{${fields.join()}}`;
  }
  if (kind === 6) return `b${(value as Binary).sub_type}.${Buffer.from((value as Binary).value()).toString("base64")}`;
  if (kind === 7) return `o${(value as ObjectId).toHexString()}`;
  return kind === 9 ? `d${(value as Date).getTime()}` : String(value);
}

/** A deep copy of documents and arrays; dates and bson's values are shared, nobody changes them in place. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map((inner: unknown) => copy(inner)) as T;
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value as Doc).map(([key, inner]) => [key, copy(inner)])) as T;
}

/** A value the way MongoDB's error messages show it: { email: "a@b", at: new Date(0), by: ObjectId('...') }. */
export function show(value: unknown): string {
  if (isList(value)) return value.length === 0 ? "[]" : `[ ${value.map(show).join(", ")} ]`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (bsonType(value) === "ObjectId") return `ObjectId('${(value as ObjectId).toHexString()}')`;
  if (typeof value === "string") return JSON.stringify(value);
  if (!isDoc(value)) return `${(value ?? null) as number | boolean | null}`;
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${show(inner)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}
