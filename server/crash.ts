/** The little of a logger that a crash needs. */
interface CrashLog {
  fatal(fields: object, message: string): void;
}

/**
 * Ends the process with code 1 when something was thrown or rejected that nobody caught, and logs it before: Node would
 * print it as it is, secrets included, and to go on would be to work on a state that nobody knows.
 */
export function endOnCrash(log: () => CrashLog): void {
  const end = (error: unknown): void => {
    try {
      log().fatal({ err: error }, "the process ends by an error that nobody caught");
    } finally {
      process.exit(1);
    }
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
}
