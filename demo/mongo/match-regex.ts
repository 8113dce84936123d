import { failure, unsupported } from "./errors.js";
import { bsonType, regexParts } from "./values.js";

/** A regular expression value: the native kind or bson's, which keeps options JavaScript does not know. */
export function isPattern(value: unknown): boolean {
  return value instanceof RegExp || bsonType(value) === "BSONRegExp";
}

/** A $regex operand with its $options as a JavaScript expression. MongoDB speaks PCRE; what JavaScript cannot read is refused. */
export function readPattern(operand: unknown, options: unknown): RegExp {
  if (!isPattern(operand) && typeof operand !== "string") throw failure("BadValue", "$regex has to be a string");
  const own = isPattern(operand) ? regexParts(operand) : { pattern: String(operand), options: "" };
  const flags = typeof options === "string" ? options : own.options;
  const unknown = /[^imsu]/.exec(flags);
  if (unknown) throw unsupported(`the regular expression option "${unknown[0]}"`);
  return compile(own.pattern, flags.replaceAll("u", ""));
}

function compile(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    // Unicode mode refuses harmless escapes such as "\-", which escaping functions write.
  }
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    throw failure("BadValue", `Regular expression is invalid: ${error instanceof Error ? error.message : pattern}`);
  }
}
