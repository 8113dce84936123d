import { readFileSync } from "node:fs";
import { z } from "zod";

/** Everything the product can be told from outside, read once. This is the only file that reads the environment. */
export interface Config {
  readonly production: boolean;
  readonly demoMode: boolean;
  /** Where browsers reach this server, without a slash at its end. */
  readonly publicUrl: string;
  readonly port: number;
  readonly mongoUri: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Client ids that may ask for tokens of ours, beside Microsoft's hosts and our own. */
  readonly allowedClients: readonly string[];
  readonly frameAncestors: readonly string[];
  readonly trustProxy: number;
  readonly role: "api" | "worker" | "all";
  readonly selfSignup: boolean;
  /** The key that seals, and, while they are being changed, the one that sealed before. 32 bytes each. */
  readonly dataKeys: readonly Buffer[];
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
    super(`Rollcall cannot start with these settings:\n${problems.map((text) => `  ${text}`).join("\n")}`);
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

const Environment = z
  .object({
    NODE_ENV: z.string().optional(),
    DEMO_MODE: yesNo.default(false),
    EXIT_WITH_PARENT: z.literal("1", "must be 1").optional(),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: "must be an http or https address" })
      .transform((url) => url.replace(/\/+$/, "")),
    PORT: z.coerce
      .number("must be a port")
      .int("must be a port")
      .min(1, "must be a port")
      .max(65535, "must be a port")
      .default(4000),
    MONGODB_URI: z.string("is missing").regex(/^mongodb(\+srv)?:\/\//, "must be a mongodb:// address"),
    ENTRA_CLIENT_ID: guid.transform((id) => id.toLowerCase()),
    ENTRA_CLIENT_SECRET: z.string().min(1, "is empty").optional(),
    ENTRA_CLIENT_SECRET_FILE: z.string().optional(),
    ALLOWED_CLIENTS: words.pipe(z.array(guid)).default([]),
    FRAME_ANCESTORS: words.default(MICROSOFT_FRAMES.split(" ")),
    TRUST_PROXY: z.coerce
      .number("must be a number of proxies")
      .int("must be a number of proxies")
      .min(0)
      .max(10)
      .default(0),
    ROLE: z.enum(["api", "worker", "all"], "must be api, worker or all").default("all"),
    SELF_SIGNUP: yesNo.optional(),
    DATA_KEY: z
      .string("is missing")
      .transform((text) => text.split(","))
      .pipe(z.array(dataKey).min(1).max(2, "takes two keys at most")),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error"], "must be debug, info, warn or error").default("info"),
    MICROSOFT_SIMULATOR_URL: z
      .string()
      .regex(
        /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\/?$/,
        "must be an http address on this machine's loopback",
      )
      .transform((url) => url.replace(/\/$/, ""))
      .optional(),
    SYNC_INTERVAL_SECONDS: z.coerce
      .number("must be seconds")
      .int("must be whole seconds")
      .min(1, "must be 1 to 3600")
      .max(3600, "must be 1 to 3600")
      .optional(),
  })
  .superRefine((env, context) => {
    const earnest = env.NODE_ENV === "production" && !env.DEMO_MODE;
    const refuse = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
    if (!env.ENTRA_CLIENT_SECRET && !env.ENTRA_CLIENT_SECRET_FILE) refuse("ENTRA_CLIENT_SECRET", "is missing");
    if (earnest && env.MICROSOFT_SIMULATOR_URL) refuse("MICROSOFT_SIMULATOR_URL", "is refused in production");
    if (earnest && env.SYNC_INTERVAL_SECONDS) refuse("SYNC_INTERVAL_SECONDS", "is refused in production");
  });

/** Reads the settings, or throws a ConfigError that names every bad one. An empty variable counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = Environment.safeParse(set);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(inWords));

  const env = parsed.data;
  return {
    production: env.NODE_ENV === "production",
    demoMode: env.DEMO_MODE,
    publicUrl: env.PUBLIC_URL,
    port: env.PORT,
    mongoUri: env.MONGODB_URI,
    clientId: env.ENTRA_CLIENT_ID,
    clientSecret: env.ENTRA_CLIENT_SECRET ?? secretFrom(env.ENTRA_CLIENT_SECRET_FILE ?? ""),
    allowedClients: env.ALLOWED_CLIENTS,
    frameAncestors: env.FRAME_ANCESTORS,
    trustProxy: env.TRUST_PROXY,
    role: env.ROLE,
    selfSignup: env.SELF_SIGNUP ?? env.DEMO_MODE,
    dataKeys: env.DATA_KEY,
    logLevel: env.LOG_LEVEL,
    simulatorUrl: env.MICROSOFT_SIMULATOR_URL ?? null,
    exitWithParent: env.EXIT_WITH_PARENT === "1",
    syncIntervalSeconds: env.SYNC_INTERVAL_SECONDS ?? null,
  };
}

function inWords(issue: z.core.$ZodIssue): string {
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return `${String(issue.path[0])} ${missing ? "is missing" : issue.message}`;
}

function secretFrom(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new ConfigError(["ENTRA_CLIENT_SECRET_FILE names a file that cannot be read"]);
  }
}
