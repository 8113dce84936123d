import { failure } from "./errors.js";
import { rank, toDouble, typeName } from "./values.js";

const BY_NUMBER: Record<number, string> = {
  [-1]: "minKey",
  1: "double",
  2: "string",
  3: "object",
  4: "array",
  5: "binData",
  7: "objectId",
  8: "bool",
  9: "date",
  10: "null",
  11: "regex",
  13: "javascript",
  16: "int",
  17: "timestamp",
  18: "long",
  19: "decimal",
  127: "maxKey",
};
const NAMES = new Set([...Object.values(BY_NUMBER), "number"]);

/** The operand of $type (a name, a number or a list of them) as type names. */
export function readTypes(operand: unknown): string[] {
  const list: unknown[] = Array.isArray(operand) ? operand : [operand];
  return list.map((type) => {
    const name = typeof type === "string" ? type : BY_NUMBER[toDouble(type)];
    if (name === undefined || !NAMES.has(name)) throw failure("BadValue", `Unknown type name alias: ${String(type)}`);
    return name;
  });
}

/** A missing field (undefined) has no type, not even null. */
export function isType(value: unknown, type: string): boolean {
  if (value === undefined) return false;
  return type === "number" ? rank(value) === 2 : typeName(value) === type;
}
