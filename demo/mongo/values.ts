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
export const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** An embedded document: not an array, a date, a pattern or a value of bson. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Date) return false;
  return bsonType(value) === undefined && !(value instanceof RegExp);
}

/** A document of operators ({ $gt: 1 }) and not one to be equal to ({ a: 1 }). */
export const isOperators = (value: unknown): value is Doc =>
  isDoc(value) && (Object.keys(value)[0] ?? "").startsWith("$");

/** An argument that is a document, or absent. */
export function readDoc(name: string, value: unknown): Doc {
  if (value === undefined || value === null) return {};
  if (!isDoc(value)) throw failure("TypeMismatch", `BSON field '${name}' is the wrong type, expected type 'object'`);
  return value;
}

/** An argument that is a whole number of at least 0, or absent. */
export function readCount(name: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Number.isInteger(value) || Number(value) < 0) throw failure("BadValue", `${name} must be a whole number from 0`);
  return Number(value);
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
export const typeName = (value: unknown): string => TYPES[rank(value) - 1] ?? "";

/** Refuses what could be stored and not be compared, such as Decimal128. */
export function refuseUnknownTypes(value: unknown): void {
  const kind = rank(value);
  if (kind === 4 || kind === 5) Object.values(value as Doc).forEach(refuseUnknownTypes);
}

/** MongoDB compares texts by their bytes. JavaScript's `<` differs for characters beyond U+FFFF, such as emoji. */
function compareTexts(a: string, b: string): number {
  if (BEYOND.test(a) || BEYOND.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : Number(a > b);
}

const BEYOND = /[\ud800-\udfff]/;

/** NaN is the smallest number. */
function compareNumbers(a: number, b: number): number {
  return a - b || Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

function compareLists(a: unknown[], b: unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Documents compare field by field, as in BSON by type, name and value: { a, b } and { b, a } are different. */
function fieldsOf(doc: Doc): unknown[] {
  const fields: unknown[] = [];
  for (const name of Object.keys(doc)) fields.push(rank(doc[name]), name, doc[name]);
  return fields;
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
  if (kind === 4) return compareLists(fieldsOf(a as Doc), fieldsOf(b as Doc));
  if (kind === 5) return compareLists(a as unknown[], b as unknown[]);
  if (kind === 6) return compareBinaries(a as Binary, b as Binary);
  if (kind === 7) return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
  return kind === 1 ? 0 : Number(a) - Number(b);
}

/** A text that is the same for two values exactly when compareValues gives 0: hash indexes and groups stand on it. */
export function keyOf(value: unknown): string {
  const kind = rank(value);
  if (kind === 1) return "null";
  if (kind === 3) return JSON.stringify(value);
  if (kind === 4) return `{${keysOf(fieldsOf(value as Doc))}}`;
  if (kind === 5) return `[${keysOf(value as unknown[])}]`;
  if (kind === 6) return `b${(value as Binary).sub_type}.${(value as Binary).toString("base64")}`;
  if (kind === 7) return `o${(value as ObjectId).toHexString()}`;
  return kind === 9 ? `d${(value as Date).getTime()}` : String(value);
}

/** The same of several values in their order. */
export const keysOf = (values: readonly unknown[]): string => values.map(keyOf).join();

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
