import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { createDirectories, type DirectoriesOptions } from "../server/directory/graph-directory.js";
import { microsoftFetch } from "../server/microsoft-fetch.js";
import type { Directory } from "../server/use-cases/ports.js";

/** Most rows of a page, which is also what Microsoft allows. */
export const PAGE = 999;
const GRAPH = "https://graph.microsoft.com";
export const TENANT = "1a26e000-0000-4000-8000-000000000000";

export interface LargeTenantOptions {
  readonly people: number;
  /** How many members each group has. They are dealt one after another, and from the first again when they run out. */
  readonly groups?: readonly number[];
  /** How long each answer takes. */
  readonly latencyMs?: number;
  /** Seconds that this request to Graph, the how many-eth, shall be told to come back after; null for an answer. */
  readonly throttle?: (request: number) => number | null;
}

export interface LargeTenant {
  readonly url: string;
  readonly groupIds: readonly string[];
  /** Requests to Graph, in order: method, path and query. */
  readonly asked: readonly string[];
  /** Most requests to Graph that were being answered at the same time. */
  readonly mostAtOnce: number;
  close(): Promise<void>;
}

/**
 * A tenant of any size that costs next to nothing: its pages are rendered beforehand and sent as they are. It knows what
 * a read of people and members asks for, and nothing else; the pretend Microsoft (demo/microsoft) knows the rest.
 */
export async function startLargeTenant(options: LargeTenantOptions): Promise<LargeTenant> {
  const { pages, groupIds } = renderTenant(options);
  const asked: string[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;

  const answerGraph = async (request: IncomingMessage, path: string, response: ServerResponse): Promise<void> => {
    const number = asked.push(`${request.method ?? ""} ${path}`);
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    const body = request.method === "POST" ? await text(request) : "";
    if (options.latencyMs) await wait(options.latencyMs);
    atOnce -= 1;

    const retryAfter = options.throttle?.(number) ?? null;
    if (retryAfter !== null) return send(response, 429, { error: {} }, { "Retry-After": String(retryAfter) });
    if (path === "/v1.0/$batch") return send(response, 200, batchOf(body, { pages, groupIds }));
    const page = pages.get(pageKey(path));
    send(response, page ? 200 : 404, page ?? { error: { code: "Request_ResourceNotFound" } });
  };

  const server = createServer({ noDelay: true, keepAliveTimeout: 60_000 }, (request, response) => {
    const [, host, path = ""] = /^\/([^/]+)(\/.*)$/.exec(request.url ?? "") ?? [];
    if (host === "graph.microsoft.com") void answerGraph(request, path, response);
    else send(response, 200, { token_type: "Bearer", expires_in: 3599, access_token: "good-in-a-large-tenant" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    groupIds,
    asked,
    get mostAtOnce() {
      return mostAtOnce;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The product's own way to a large tenant. */
export function directoryOf(tenantUrl: string, options: Partial<DirectoriesOptions> = {}): Directory {
  return createDirectories({
    clientId: "1a26e000-0000-4000-8000-00000000c11e",
    credentials: [{ kind: "SECRET", secret: "a-secret-nobody-may-see" }],
    fetch: microsoftFetch({ simulatorUrl: tenantUrl }),
    now: () => new Date(),
    log: () => undefined,
    ...options,
  })(TENANT);
}

/** This many groups of nearly the same size that hold everybody once. */
export function evenGroups(people: number, groups: number): number[] {
  return Array.from(
    { length: groups },
    (_, n) => Math.floor((people * (n + 1)) / groups) - Math.floor((people * n) / groups),
  );
}

/** Requests it takes to list so many. */
export const pagesOf = (members: number): number => Math.max(1, Math.ceil(members / PAGE));

/** Pages as Microsoft would send them, by path and, behind the first page, by the query of the link that leads there. */
function renderTenant({ people, groups = [] }: LargeTenantOptions): Rendered {
  const rows = Array.from({ length: people }, (_, n) => JSON.stringify(personRow(n)));
  const pages = new Map<string, Buffer>();
  renderList(pages, "/v1.0/users", rows);

  const groupIds = groups.map((_, n) => `9209ba00-0000-4000-8000-${String(n).padStart(12, "0")}`);
  let next = 0;
  for (const [n, size] of groups.entries()) {
    const members = Array.from({ length: size }, () => rows[next++ % people] ?? "");
    for (const kind of ["members", "transitiveMembers"]) {
      renderList(pages, `/v1.0/groups/${groupIds[n] ?? ""}/${kind}`, members);
    }
  }
  return { pages, groupIds };
}

function renderList(pages: Map<string, Buffer>, path: string, rows: readonly string[]): void {
  const address = (page: number) =>
    page === 0 ? path : `${path}?$top=${PAGE}&$select=id&$skiptoken=RFNwdA~%3d%20b.${page}`;
  for (let page = 0; page < pagesOf(rows.length); page++) {
    const some = rows.slice(page * PAGE, (page + 1) * PAGE);
    const more = (page + 1) * PAGE < rows.length;
    const link = more ? `"@odata.nextLink":${JSON.stringify(GRAPH + address(page + 1))},` : "";
    pages.set(
      address(page),
      Buffer.from(`{"@odata.context":"${GRAPH}/v1.0/$metadata",${link}"value":[${some.join(",")}]}`),
    );
  }
}

/** A link comes back as it went out, or it leads nowhere. A first page must name its size: left alone it is 100. */
function pageKey(path: string): string {
  if (path.includes("$skiptoken")) return path;
  const [list = "", query = ""] = path.split("?");
  return query.includes("$select=") && query.includes(`$top=${PAGE}`) ? list : "";
}

const LETTERS = ["Production", "Sales and Marketing", "Finance", "People", "Engineering", "Legal", "Research"];

/** Somebody of the tenant, as Microsoft writes them among the members of a group. */
export function personRow(n: number) {
  const name = `Person ${n} of the Large Tenant`;
  return {
    "@odata.type": "#microsoft.graph.user",
    id: `be0b1e00-0000-4000-8000-${String(n).padStart(12, "0")}`,
    displayName: name,
    givenName: `Person ${n}`,
    surname: "Of the Large Tenant",
    mail: `person.${n}@large.example`,
    userPrincipalName: `person.${n}@large.example`,
    jobTitle: `Specialist ${n % 40}`,
    department: LETTERS[n % LETTERS.length] ?? null,
    accountEnabled: true,
    userType: "Member",
  };
}

interface Rendered {
  readonly pages: ReadonlyMap<string, Buffer>;
  readonly groupIds: readonly string[];
}

/** What a batch is answered with whose parts ask for groups, or for first pages of their members. */
function batchOf(body: string, rendered: Rendered): Buffer {
  const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] };
  const parts = requests.map(({ id, url }) => {
    const found = rendered.pages.get(pageKey(`/v1.0${url}`)) ?? groupOf(url, rendered.groupIds);
    return `{"id":${JSON.stringify(id)},"status":${found ? 200 : 404},"body":${found?.toString() ?? "{}"}}`;
  });
  return Buffer.from(`{"responses":[${parts.join(",")}]}`);
}

function groupOf(url: string, groupIds: readonly string[]): string | undefined {
  const id = /^\/groups\/([^/?]+)(\?|$)/.exec(url)?.[1] ?? "";
  return groupIds.includes(id) ? JSON.stringify({ id, displayName: id, visibility: null }) : undefined;
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
}
