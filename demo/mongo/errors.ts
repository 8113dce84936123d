/** MongoDB's own error numbers by name (src/mongo/base/error_codes.yml): drivers, mongoose and Agenda branch on them. */
const CODES = {
  BadValue: 2,
  UnknownError: 8,
  FailedToParse: 9,
  TypeMismatch: 14,
  AuthenticationFailed: 18,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  NotImplemented: 238,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
} as const;

type CodeName = keyof typeof CODES;

/**
 * Makes (does not throw) an error a client is meant to see: with MongoDB's number for `name`, or one that has no name.
 * `extra` holds the fields beside code and message, such as keyPattern and keyValue.
 */
export function failure(name: CodeName | number, message: string, extra: Record<string, unknown> = {}) {
  const [code, codeName] = typeof name === "number" ? [name, `Location${name}`] : [CODES[name], name];
  return Object.assign(new Error(message), { code, codeName, extra });
}

type Failure = ReturnType<typeof failure>;

/** Something MongoDB can do and this server cannot. Always an error: a silently ignored option gives wrong results. */
export function unsupported(what: string): Failure {
  return failure("NotImplemented", `${what} is not supported by the embedded database; use a real MongoDB for it`);
}

/** Any thrown thing as a failure: what mingo, bson or JavaScript threw keeps its own words. */
export function asFailure(error: unknown, otherwise: CodeName = "UnknownError"): Failure {
  if (error instanceof Error && "codeName" in error && "extra" in error) return error as Failure;
  return failure(otherwise, error instanceof Error ? error.message : String(error));
}
