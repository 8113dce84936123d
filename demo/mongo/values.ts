import type { Binary, BSONRegExp, Decimal128, Long, ObjectId, Timestamp } from "bson";

/** A document as the wire brings it: doubles and int32 are numbers, int64 stays a Long, the rest are bson's classes. */
export type Doc = Record<string, unknown>;

interface BsonTyped {
  _bsontype: string;
}

/** The `_bsontype` of a value of one of bson's classes, else undefined. */
export function bsonType(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Object.hasOwn(value, "_bsontype")) return undefined;
  return (value as Partial<BsonTyped>)._bsontype;
}

/** Array.isArray without its `any`. */
export function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** An embedded document: not an array, a date or a value of bson. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Date) return false;
  return bsonType(value) === undefined && !(value instanceof RegExp) && !ArrayBuffer.isView(value);
}

const BSON_RANK: Record<string, number> = {
  MinKey: 0,
  Long: 2,
  Decimal128: 2,
  Int32: 2,
  Double: 2,
  BSONSymbol: 3,
  Binary: 6,
  ObjectId: 7,
  Timestamp: 10,
  BSONRegExp: 11,
  DBRef: 12,
  Code: 13,
  MaxKey: 15,
};

/** MongoDB's order of types (manual: "Comparison/Sort Order"); missing counts as null. Same rank = comparable. */
export function rank(value: unknown): number {
  switch (typeof value) {
    case "undefined":
      return 1;
    case "number":
    case "bigint":
      return 2;
    case "string":
      return 3;
    case "boolean":
      return 8;
    case "symbol":
    case "function":
      return 14;
    case "object":
      break;
  }
  if (value === null) return 1;
  if (Array.isArray(value)) return 5;
  if (value instanceof Date) return 9;
  if (value instanceof RegExp) return 11;
  return BSON_RANK[bsonType(value) ?? ""] ?? 4;
}

/** MongoDB compares strings by UTF-8 bytes. JavaScript's `<` differs for characters beyond U+FFFF, such as emoji. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    return codePointOrder(x) - codePointOrder(y);
  }
  return a.length - b.length;
}

function codePointOrder(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

/** A finite number as mantissa × 10^exponent, without rounding: 2^53 + 1 and Decimal128 0.1 do not fit a double. */
function exact(value: unknown): { mantissa: bigint; exponent: number } {
  const text = bsonType(value) === undefined ? String(Number(value)) : (value as Long | Decimal128).toString();
  if (bsonType(value) === undefined && typeof value === "number" && !Number.isInteger(value)) return exactDouble(value);
  const parts = /^(-?)(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text);
  if (!parts) return { mantissa: 0n, exponent: 0 };
  const [, sign, whole = "0", fraction = "", power = "0"] = parts;
  return { mantissa: BigInt(`${sign}${whole}${fraction}`), exponent: Number(power) - fraction.length };
}

function exactDouble(value: number): { mantissa: bigint; exponent: number } {
  let scaled = value;
  let halvings = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    halvings++;
  }
  return { mantissa: BigInt(scaled) * 5n ** BigInt(halvings), exponent: -halvings };
}

/** A number of any BSON type as a double, for what a double can hold. */
export function toDouble(value: unknown): number {
  return bsonType(value) === undefined ? Number(value) : Number((value as Long | Decimal128).toString());
}

function compareNumbers(a: unknown, b: unknown): number {
  const x = toDouble(a);
  const y = toDouble(b);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
  if (x !== y) return x < y ? -1 : 1;
  if ((typeof a === "number" && typeof b === "number") || !Number.isFinite(x)) return 0;
  const left = exact(a);
  const right = exact(b);
  const base = Math.min(left.exponent, right.exponent);
  const l = left.mantissa * 10n ** BigInt(left.exponent - base);
  const r = right.mantissa * 10n ** BigInt(right.exponent - base);
  return l === r ? 0 : l < r ? -1 : 1;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Field by field in their order, as BSON does: { a, b } and { b, a } are different documents. */
function compareDocs(a: Doc, b: Doc): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] ?? "";
    const y = right[i] ?? "";
    const order = rank(a[x]) - rank(b[y]) || compareStrings(x, y) || compareValues(a[x], b[y]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  return a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());
}

/** Source and flags of a stored or a native regular expression; only flags both worlds know are kept. */
export function regexParts(value: unknown): { pattern: string; options: string } {
  if (value instanceof RegExp) return { pattern: value.source, options: value.flags.replace(/[gyd]/g, "") };
  const { pattern, options } = value as BSONRegExp;
  return { pattern, options };
}

/** MongoDB's total order over all values; 0 means equal, also across int, long, double and decimal. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const order = rank(a);
  const other = rank(b);
  if (order !== other) return order - other;
  switch (order) {
    case 2:
      return compareNumbers(a, b);
    case 3:
      return compareStrings(String(a), String(b));
    case 4:
      return compareDocs(a as Doc, b as Doc);
    case 5:
      return compareArrays(a as unknown[], b as unknown[]);
    case 6:
      return compareBinaries(a as Binary, b as Binary);
    case 7:
      return compareStrings((a as ObjectId).toHexString(), (b as ObjectId).toHexString());
    case 8:
      return Number(a) - Number(b);
    case 9:
      return (a as Date).getTime() - (b as Date).getTime();
    case 10:
      return (a as Timestamp).compare(b as Timestamp);
    case 11: {
      const x = regexParts(a);
      const y = regexParts(b);
      return compareStrings(x.pattern, y.pattern) || compareStrings(x.options, y.options);
    }
    case 12:
    case 13:
      return compareStrings(JSON.stringify(a), JSON.stringify(b));
    default:
      return 0;
  }
}

/** A string that is the same for two values exactly when compareValues gives 0: the hash indexes stand on it. */
export function keyOf(value: unknown): string {
  switch (rank(value)) {
    case 1:
      return "z";
    case 2:
      return numberKey(value);
    case 3:
      return `s${String(value)}`;
    case 4:
      return `{${Object.entries(value as Doc)
        .map(([name, inner]) => framed(name) + framed(keyOf(inner)))
        .join("")}}`;
    case 5:
      return `[${(value as unknown[]).map((inner) => framed(keyOf(inner))).join("")}]`;
    case 6:
      return `b${(value as Binary).sub_type}:${Buffer.from((value as Binary).value()).toString("base64")}`;
    case 7:
      return `o${(value as ObjectId).toHexString()}`;
    case 8:
      return value ? "t" : "f";
    case 9:
      return `d${(value as Date).getTime()}`;
    case 11: {
      const { pattern, options } = regexParts(value);
      return `r${framed(pattern)}${options}`;
    }
    default:
      return `${rank(value)}:${JSON.stringify(value)}`;
  }
}

function framed(part: string): string {
  return `${part.length}:${part}`;
}

function numberKey(value: unknown): string {
  const double = toDouble(value);
  if (typeof value === "number" || compareNumbers(value, double) === 0) return `n${double === 0 ? 0 : double}`;
  const { mantissa, exponent } = exact(value);
  const digits = mantissa.toString();
  const trimmed = digits.replace(/0+$/, "");
  return `n${trimmed}e${exponent + digits.length - trimmed.length}`;
}

/** A deep copy of documents and arrays; dates and bson's values are shared, nobody changes them in place. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map((inner: unknown) => copy(inner)) as T;
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value as Doc).map(([key, inner]) => [key, copy(inner)])) as T;
}

/** int64 within the range a double holds exactly is as good as a number; beyond it arithmetic would lose digits. */
export function isSafeLong(value: unknown): value is Long {
  return bsonType(value) === "Long" && Number.isSafeInteger((value as Long).toNumber());
}

const TYPE_NAMES = ["minKey", "null", "number", "string", "object", "array", "binData", "objectId", "bool", "date"];

/** MongoDB's name of a value's type, as its error messages write it. */
export function typeName(value: unknown): string {
  if (typeof value === "number") return isInt32(value) ? "int" : "double";
  const bson = bsonType(value);
  if (bson === "Long") return "long";
  if (bson === "Decimal128") return "decimal";
  return (
    TYPE_NAMES[rank(value)] ??
    { 10: "timestamp", 11: "regex", 13: "javascript", 15: "maxKey" }[rank(value)] ??
    "dbPointer"
  );
}

export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -0x80000000 && value <= 0x7fffffff;
}

/** A value the way MongoDB's error messages show it: { email: "a@b", at: new Date(0), by: ObjectId('...') }. */
export function show(value: unknown): string {
  switch (rank(value)) {
    case 1:
      return "null";
    case 3:
      return JSON.stringify(value);
    case 4: {
      const fields = Object.entries(value as Doc).map(([name, inner]) => `${name}: ${show(inner)}`);
      return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
    }
    case 5:
      return `[ ${(value as unknown[]).map(show).join(", ")} ]`;
    case 7:
      return `ObjectId('${(value as ObjectId).toHexString()}')`;
    case 9:
      return `new Date(${(value as Date).getTime()})`;
    default:
      return String(value);
  }
}
