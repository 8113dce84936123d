import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import { clientCredentials } from "./credentials.js";
import type { ClientCredential } from "./directory/client-credentials.js";

/** Everything the product can be told from outside, read once. This is the only file that reads the environment. */
export interface Config {
  readonly production: boolean;
  readonly demoMode: boolean;
  /** Where browsers reach this server, without a slash at its end. */
  readonly publicUrl: string;
  readonly port: number;
  readonly mongoUri: string;
  readonly clientId: string;
  /** What proves to Microsoft who we are: one, or two while one replaces the other; the first is shown first. */
  readonly credentials: readonly ClientCredential[];
  /** When the last of them runs out; null where that is not known. */
  readonly credentialsExpireAt: Date | null;
  /** Client ids that may ask for tokens of ours, beside Microsoft's hosts and our own. */
  readonly allowedClients: readonly string[];
  /** Origins whose pages may call the API from a browser, beside our own. */
  readonly allowedOrigins: readonly string[];
  readonly frameAncestors: readonly string[];
  readonly trustProxy: number;
  readonly role: "api" | "worker" | "all";
  readonly selfSignup: boolean;
  /** The key that seals, and, while they are being changed, the one that sealed before. 32 bytes each. */
  readonly dataKeys: readonly Buffer[];
  /** The mail server that notices go through, with its login, and whom they come from; null where none are mailed. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** How many days runs, changes, decided holds and the audit trail are kept; null for as many as the store says. */
  readonly historyDays: number | null;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  /** Loopback address of the pretend Microsoft; null in earnest. */
  readonly simulatorUrl: string | null;
  /** Ends when the process that started it is gone; `npm start` sets it. */
  readonly exitWithParent: boolean;
  /** Seconds that stand for an hour in a trial; null for the hour itself. */
  readonly syncIntervalSeconds: number | null;
}

/** Bad settings, all of them, by key and rule. Values are never part of it: one of them could be a secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Rollcall cannot work with these settings:\n${problems.map((text) => `  ${text}`).join("\n")}`);
  }
}

/** Hosts that may frame the tab (Microsoft's list for tabs in Teams, Microsoft 365 and Outlook). */
const MICROSOFT_FRAMES =
  "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook-sdf.office.com https://outlook-sdf.office365.com";

const yesNo = z.enum(["yes", "no"], "must be yes or no").transform((value) => value === "yes");
const guid = z.string("is missing").regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "must be a GUID");
const words = z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== ""));
const dataKey = z
  .base64("must be base64")
  .transform((text) => Buffer.from(text, "base64"))
  .refine((key) => key.length === 32, "must hold 32 bytes each");
const wholeNumber = (least: number, most: number, message: string) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message);

/** An origin alone: everything is built on it, and a path or a query would end up in the middle of an address. */
const origin = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .refine(isOrigin, "must be an address without path, query or credentials")
  .transform((url) => new URL(url).origin);

/** Goes into a header as it is: a `;` in it would write rules of its own there. */
const frameAncestor = z
  .string()
  .regex(
    /^https:\/\/(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?$/i,
    "must be https origins, like https://teams.microsoft.com or https://*.office.com",
  );

/** As a browser writes it into Origin. Plain http only for a front end on the developer's own machine. */
const allowedOrigin = z
  .string()
  .refine(
    (text) => isOrigin(text) && /^(https:\/\/[^*]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/?)$/i.test(text),
    "must be https origins, like https://app.example.com, or http ones on this machine's loopback",
  )
  .transform((text) => new URL(text).origin);

const Environment = z.object({
  NODE_ENV: z.string().optional(),
  DEMO_MODE: yesNo.default(false),
  EXIT_WITH_PARENT: z.literal("1", "must be 1").optional(),
  PUBLIC_URL: origin,
  PORT: wholeNumber(1, 65535, "must be a port").default(4000),
  MONGODB_URI: z.string("is missing").regex(/^mongodb(\+srv)?:\/\//, "must be a mongodb:// address"),
  ENTRA_CLIENT_ID: guid.transform((id) => id.toLowerCase()),
  ALLOWED_CLIENTS: words.pipe(z.array(guid)).default([]),
  ALLOWED_ORIGINS: words.pipe(z.array(allowedOrigin)).default([]),
  FRAME_ANCESTORS: words.pipe(z.array(frameAncestor)).default(MICROSOFT_FRAMES.split(" ")),
  TRUST_PROXY: wholeNumber(0, 10, "must be a number of proxies, 0 to 10").default(0),
  ROLE: z.enum(["api", "worker", "all"], "must be api, worker or all").default("all"),
  SELF_SIGNUP: yesNo.optional(),
  DATA_KEY: z
    .string("is missing")
    .transform((text) => text.split(","))
    .pipe(z.array(dataKey).min(1).max(2, "takes two keys at most")),
  SMTP_URL: z
    .string()
    .refine(isMailServer, "must be an smtp:// or smtps:// address of a mail server, with its login and nothing behind")
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^\p{C}<>@"]+ <[^\s\p{C}<>@"]+@[^\s\p{C}<>@"]+>|[^\s\p{C}<>@"]+@[^\s\p{C}<>@"]+)$/u,
      "must be a mail address, or a name and one: Rollcall <rollcall@example.com>",
    )
    .optional(),
  // A month is the least in which somebody notices what should be undone
  HISTORY_DAYS: wholeNumber(30, 3650, "must be whole days, 30 to 3650").optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"], "must be debug, info, warn or error").default("info"),
  MICROSOFT_SIMULATOR_URL: z
    .string()
    .regex(
      /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\/?$/,
      "must be an http address on this machine's loopback",
    )
    .transform((url) => url.replace(/\/$/, ""))
    .optional(),
  SYNC_INTERVAL_SECONDS: wholeNumber(1, 3600, "must be whole seconds, 1 to 3600").optional(),
});

/** The settings as they were set, without those that are empty: so stand they in .env files. */
type Settings = Readonly<Record<string, string>>;

/** Reads the settings, or throws a ConfigError that names every bad one. An empty variable counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, now = new Date()): Config {
  const set: Settings = Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) => (value === undefined || value === "" ? [] : [[key, value]])),
  );
  const parsed = Environment.safeParse(set);
  const { credentials, expireAt, problems: credentialProblems } = clientCredentials(set, now);
  // Each rule looks for itself, so that a person who mends one setting does not find the next one bad, and the next.
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => inWords(issue, set))),
    ...credentialProblems,
    ...refusedInProduction(set),
    ...("SMTP_URL" in set && !("MAIL_FROM" in set) ? ["MAIL_FROM is missing"] : []),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);

  const env = parsed.data;
  return {
    production: env.NODE_ENV === "production",
    demoMode: env.DEMO_MODE,
    publicUrl: env.PUBLIC_URL,
    port: env.PORT,
    mongoUri: env.MONGODB_URI,
    clientId: env.ENTRA_CLIENT_ID,
    credentials,
    credentialsExpireAt: expireAt,
    allowedClients: env.ALLOWED_CLIENTS,
    allowedOrigins: env.ALLOWED_ORIGINS,
    frameAncestors: env.FRAME_ANCESTORS,
    trustProxy: env.TRUST_PROXY,
    role: env.ROLE,
    selfSignup: env.SELF_SIGNUP ?? env.DEMO_MODE,
    dataKeys: env.DATA_KEY,
    mail: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, from: env.MAIL_FROM } : null,
    historyDays: env.HISTORY_DAYS ?? null,
    logLevel: env.LOG_LEVEL,
    simulatorUrl: env.MICROSOFT_SIMULATOR_URL ?? null,
    exitWithParent: env.EXIT_WITH_PARENT === "1",
    syncIntervalSeconds: env.SYNC_INTERVAL_SECONDS ?? null,
  };
}

/**
 * Takes the secrets out of the environment, once they are read: whatever the process starts would inherit them, and
 * Node writes its environment into diagnostic reports, which people send around.
 */
export function forgetSecrets(environment: NodeJS.ProcessEnv = process.env): void {
  for (const key of ["ENTRA_CLIENT_SECRET", "MONGODB_URI", "DATA_KEY", "SMTP_URL"]) delete environment[key];
}

/**
 * Adds the settings of `.env` in the working directory, where there is one; what is set already stays. For programs
 * that a person starts by hand: a trial (DEMO_MODE) brings all of its settings and must not meet those of the real
 * tenant that lie about here.
 */
export function loadEnvFile(file = ".env", environment: NodeJS.ProcessEnv = process.env): void {
  if (environment.DEMO_MODE === "yes" || !existsSync(file)) return;
  try {
    const read = parseEnv(readFileSync(file, "utf8"));
    for (const [key, value] of Object.entries(read)) environment[key] ??= value;
  } catch {
    throw new ConfigError([`${file} is there but cannot be read`]);
  }
}

function inWords(issue: z.core.$ZodIssue, set: Settings): string {
  const key = String(issue.path[0]);
  return `${key} ${key in set ? issue.message : "is missing"}`;
}

function refusedInProduction(set: Settings): string[] {
  if (set.NODE_ENV !== "production" || set.DEMO_MODE === "yes") return [];
  return ["MICROSOFT_SIMULATOR_URL", "SYNC_INTERVAL_SECONDS"]
    .filter((key) => key in set)
    .map((key) => `${key} is refused in production`);
}

function isMailServer(text: string): boolean {
  try {
    const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
    decodeURIComponent(username + password); // throws for a % that begins nothing
    return /^smtps?:$/.test(protocol) && hostname !== "" && ["", "/"].includes(pathname + search + hash);
  } catch {
    return false;
  }
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.pathname === "/" && url.username === "" && url.password === "" && !/[?#@]/.test(text);
}
