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
  Location15952: 15952,
  Location15955: 15955,
  Location15958: 15958,
  Location31249: 31249,
  Location31253: 31253,
  Location31254: 31254,
  Location40323: 40323,
  Location40324: 40324,
  Location40573: 40573,
} as const;

type CodeName = keyof typeof CODES;

/** An error a client is meant to see: `extra` holds the fields beside code and message, such as keyPattern and keyValue. */
export interface MongoFailure extends Error {
  code: number;
  codeName: CodeName;
  extra: Record<string, unknown>;
}

/** Makes (does not throw) an error with MongoDB's number for `codeName`. */
export function failure(codeName: CodeName, message: string, extra: Record<string, unknown> = {}): MongoFailure {
  return Object.assign(new Error(message), { code: CODES[codeName], codeName, extra });
}

/** Something MongoDB can do and this server cannot. Always an error: a silently ignored option gives wrong results. */
export function unsupported(what: string): MongoFailure {
  return failure("NotImplemented", `${what} is not supported by the embedded database; use a real MongoDB for it`);
}

export function isFailure(error: unknown): error is MongoFailure {
  return error instanceof Error && "codeName" in error && "extra" in error;
}

/** Any thrown thing as a failure: what mingo, bson or JavaScript threw becomes UnknownError with its own words. */
export function asFailure(error: unknown): MongoFailure {
  if (isFailure(error)) return error;
  return failure("UnknownError", error instanceof Error ? error.message : String(error));
}
