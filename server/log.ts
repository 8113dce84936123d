import { pino, type DestinationStream, type Logger } from "pino";

export type Log = Logger;

/** Names under which a secret could reach a log line by mistake; their values are cut out wherever they stand. */
const SECRET_KEYS = [
  "authorization",
  "Authorization",
  "cookie",
  "access_token",
  "refresh_token",
  "id_token",
  "accessToken",
  "client_secret",
  "clientSecret",
  "client_assertion",
  "code_verifier",
  "password",
  "secret",
  "privateKey",
  "token",
];
/** An error of a library holds its request, and that its headers: err.config.headers.authorization. */
const DEEPEST = 4;

/**
 * What is secret wherever it stands in a text: a token, a private key, a bearer header, a value in an address or a form, a password
 * before the host of a connection string. By shape, because the words of a library's error have no names to go by. A
 * `code` is one only behind ? or &: the codes of errors are what an operator searches for.
 */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, "[cut]"],
  [/\b(Bearer|Basic) +[\w.~+/=-]{8,}/gi, "$1 [cut]"],
  [/([?&]code=)[^&\s"'\\#]+/gi, "$1[cut]"],
  [
    /\b((?:access_token|refresh_token|id_token|client_secret|client_assertion|code_verifier)=)[^&\s"'\\#]+/gi,
    "$1[cut]",
  ],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----/g, "[cut]"],
  [/\b((?:mongodb(?:\+srv)?|smtps?):\/\/)[^\s"'\\/@]+@/gi, "$1[cut]@"],
];

/** Shorter ones are no secrets of ours, and would be cut out of the middle of words. */
const SHORTEST_SECRET = 8;

/**
 * JSON lines on standard output (or to `destination`): one event a line, so that nothing a person typed can forge
 * another. The `secrets` of the settings are cut wherever they stand.
 */
export function createLog(level: string, secrets: readonly string[] = [], destination?: DestinationStream): Log {
  const asWritten = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  const withoutOurs = (line: string): string =>
    asWritten.reduce((text, secret) => text.replaceAll(secret, "[cut]"), line);
  const under = Array.from({ length: DEEPEST }, (_, depth) => "*.".repeat(depth));
  const paths = SECRET_KEYS.flatMap((key) => under.map((path) => path + key));
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: "[cut]" },
    hooks: { streamWrite: (line: string) => withoutSecrets(withoutOurs(line)) },
  };
  return destination ? pino(options, destination) : pino(options);
}

function withoutSecrets(line: string): string {
  return SECRET_TEXTS.reduce((text, [secret, instead]) => text.replace(secret, instead), line);
}

/** The shape adapters log in: an event with words, and a level that is info unless it says so. */
export function eventLog(log: Log): (event: object) => void {
  return (event) => {
    const { level, ...rest } = event as { level?: string };
    if (level === "warn" || level === "error" || level === "debug") log[level](rest);
    else log.info(rest);
  };
}
