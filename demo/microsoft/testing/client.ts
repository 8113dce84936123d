import { createHash, randomBytes } from "node:crypto";
import { APP_SCOPE, CLIENT_ID, CLIENT_SECRET, CONTOSO_TENANT_ID } from "../registration.js";
import type { PretendMicrosoft } from "../server.js";

/** What a test asks and gets; the simulator's own address is put in place of the real hosts. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

export const LOGIN = "https://login.microsoftonline.com";
export const GRAPH = "https://graph.microsoft.com/v1.0";
export const SPA = "http://localhost:4000/";

/** One request to a real address, sent to the simulator; redirects are not followed. */
export async function ask(microsoft: PretendMicrosoft, url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url.replace(/^https:\//, microsoft.url), { redirect: "manual", ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: asJson(text) };
}

function asJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : { value };
  } catch {
    return {};
  }
}

export function postForm(
  microsoft: PretendMicrosoft,
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return ask(microsoft, url, { method: "POST", body: new URLSearchParams(fields), headers });
}

/** One call of the control API. */
export async function control(
  microsoft: PretendMicrosoft,
  operation: string,
  input: object = {},
  headers: Record<string, string> = {},
): Promise<Pick<Answer, "status" | "json">> {
  return ask(microsoft, `${microsoft.url}/control/${operation}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(input),
  });
}

export function appToken(
  microsoft: PretendMicrosoft,
  tenantId: string = CONTOSO_TENANT_ID,
  more: Record<string, string> = {},
): Promise<Answer> {
  return postForm(microsoft, `${LOGIN}/${tenantId}/oauth2/v2.0/token`, {
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
    scope: "https://graph.microsoft.com/.default",
    grant_type: "client_credentials",
    ...more,
  });
}

/** A reader of one tenant's Graph with both permissions; `path` is relative or a nextLink. */
export async function graphReader(
  microsoft: PretendMicrosoft,
  tenantId: string = CONTOSO_TENANT_ID,
): Promise<(path: string, headers?: Record<string, string>) => Promise<Answer>> {
  microsoft.directory.grantConsent({ tenantId });
  const { json } = await appToken(microsoft, tenantId);
  const authorization = `Bearer ${String(json.access_token)}`;
  return (path, headers = {}) =>
    ask(microsoft, path.startsWith("https:") ? path : `${GRAPH}${path}`, { headers: { authorization, ...headers } });
}

export type Reader = Awaited<ReturnType<typeof graphReader>>;
export type Row = Record<string, unknown> & { id: string };

export const EVENTUAL = { ConsistencyLevel: "eventual" };

export function rowsOf(answer: Answer): Row[] {
  return answer.json.value as Row[];
}

/** All rows behind a path, following the nextLinks to their end; `between` runs after each page. */
export async function allRows(
  read: Reader,
  path: string,
  headers: Record<string, string> = {},
  between: () => void = () => undefined,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let next: unknown = path; typeof next === "string";) {
    const answer = await read(next, headers);
    if (answer.status !== 200) throw new Error(`${next} answered ${String(answer.status)}: ${answer.text}`);
    rows.push(...rowsOf(answer));
    next = answer.json["@odata.nextLink"];
    between();
  }
  return rows;
}

export function newPkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** The address of a sign-in as the tab would build it. */
export function authorizeUrl(
  challenge: string,
  more: Record<string, string> = {},
  authority = "organizations",
): string {
  const query = new URLSearchParams({
    client_id: CLIENT_ID,
    response_type: "code",
    redirect_uri: SPA,
    scope: `openid profile offline_access ${APP_SCOPE}`,
    state: "a-state",
    nonce: "a-nonce",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...more,
  });
  return `${LOGIN}/${authority}/oauth2/v2.0/authorize?${query.toString()}`;
}

/** Picks somebody on the page at this address, as its form does. */
export function pick(microsoft: PretendMicrosoft, url: string, tenantId: string, personId: string): Promise<Answer> {
  return postForm(microsoft, url, { pick: `${tenantId}/${personId}` }, { "sec-fetch-site": "same-origin" });
}

export function cookieOf(answer: Answer): string {
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** Parameters of the redirect back to the application, from its query or its fragment. */
export function redirectedWith(answer: Answer): URLSearchParams {
  const location = new URL(answer.headers.get("location") ?? "http://nowhere.invalid");
  return new URLSearchParams(location.hash === "" ? location.search : location.hash.slice(1));
}

export function redeem(
  microsoft: PretendMicrosoft,
  code: string,
  verifier: string,
  more: Record<string, string> = {},
): Promise<Answer> {
  return postForm(
    microsoft,
    `${LOGIN}/organizations/oauth2/v2.0/token`,
    {
      client_id: CLIENT_ID,
      grant_type: "authorization_code",
      code,
      redirect_uri: SPA,
      code_verifier: verifier,
      ...more,
    },
    { origin: "http://localhost:4000" },
  );
}
