import { texts } from "../texts/texts.js";

/** What the server tells the tab at start (GET /config.json). `{tenant}` and `{tenantid}` are literal slots. */
export interface TabConfig {
  clientId: string;
  /** The scope of our own API, as Microsoft names it: `api://…/access_as_user`. */
  scope: string;
  authorizeUrl: string;
  tokenUrl: string;
  logoutUrl: string;
  issuerTemplate: string;
  /** Present only while the pretend Microsoft is on. */
  demo: { controlUrl: string; teamsUrl: string } | null;
}

const required = ["clientId", "scope", "authorizeUrl", "tokenUrl", "logoutUrl", "issuerTemplate"] as const;

/** Reads /config.json's body; throws naming every missing key, so that a half-deployed server is told in words. */
export function parseConfig(body: unknown): TabConfig {
  const source = isRecord(body) ? body : {};
  const missing = required.filter((key) => typeof source[key] !== "string" || source[key] === "");
  if (missing.length > 0) throw new Error(`The server's /config.json lacks: ${missing.join(", ")}.`);

  const text = (key: (typeof required)[number]) => String(source[key]);
  const demo = source.demo;
  const { controlUrl, teamsUrl } = isRecord(demo) ? demo : {};
  return {
    clientId: text("clientId"),
    scope: text("scope"),
    authorizeUrl: text("authorizeUrl"),
    tokenUrl: text("tokenUrl"),
    logoutUrl: text("logoutUrl"),
    issuerTemplate: text("issuerTemplate"),
    demo: typeof controlUrl === "string" && typeof teamsUrl === "string" ? { controlUrl, teamsUrl } : null,
  };
}

export async function loadConfig(): Promise<TabConfig> {
  // The browser's own words for it ("Failed to fetch") tell nobody what to do.
  const response = await fetch("/config.json", { headers: { accept: "application/json" } }).catch(() => null);
  if (!response) throw new Error(texts.common.trouble.offline);
  if (!response.ok) throw new Error(`The server answered ${response.status} when asked for its configuration.`);
  return parseConfig(await response.json());
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
