import { pino, type Logger } from "pino";

export type Log = Logger;

/** Names under which a secret could reach a log line by mistake; their values are cut out wherever they stand. */
const SECRET_KEYS = [
  "authorization",
  "access_token",
  "refresh_token",
  "id_token",
  "client_secret",
  "clientSecret",
  "code",
  "password",
  "secret",
  "token",
];

/** JSON lines on standard output: one event a line, so that nothing a person typed can forge another. */
export function createLog(level: string): Log {
  const paths = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: "[cut]" } });
}

/** The shape adapters log in: an event with words, and a level that is info unless it says so. */
export function eventLog(log: Log): (event: object) => void {
  return (event) => {
    const { level, ...rest } = event as { level?: string };
    if (level === "warn" || level === "error" || level === "debug") log[level](rest);
    else log.info(rest);
  };
}
