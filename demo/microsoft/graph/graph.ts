import { remember } from "../http/counters.js";
import { headerOf, json, segmentsOf, text, type Call, type Reply } from "../http/exchange.js";
import { GRAPH_HOST } from "../registration.js";
import type { World } from "../world.js";
import { readAccess, type Access } from "./access.js";
import { readBatch, runBatch, type BatchPart, type PartReply } from "./batch.js";
import { badRequest, errorEnvelope, GraphProblem, newRequestId } from "./errors.js";
import { graphGet } from "./routes.js";

const VERSION = "/v1.0";
const BATCH = `${VERSION}/$batch`;

/** graph.microsoft.com: reads, and nothing but reads. */
export async function answerGraph(world: World, call: Call): Promise<Reply> {
  const requestId = newRequestId();
  const clientRequestId = headerOf(call, "client-request-id");
  const headers = {
    "request-id": requestId,
    "client-request-id": clientRequestId ?? requestId,
    "cache-control": "no-cache",
  };
  try {
    const isBatch = call.method === "POST" && decodedPath(call.path) === BATCH;
    if (call.method !== "GET" && !isBatch) throw refuseWrite(world);
    const access = await readAccess(world, headerOf(call, "authorization"));
    if (isBatch) return json(200, { responses: await answerBatch(world, call, access) }, headers);
    return reply(get(access, call.path, call.search, headerOf(call, "consistencylevel")), headers);
  } catch (error) {
    if (!(error instanceof GraphProblem)) throw error;
    const challenge =
      error.status === 401
        ? {
            "www-authenticate": `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`,
          }
        : {};
    const allow = error.status === 405 ? { allow: "GET" } : {};
    return json(error.status, errorEnvelope(error, requestId, clientRequestId, world.now()), {
      ...headers,
      ...challenge,
      ...allow,
    });
  }
}

/** The product promises never to write to a directory. Whoever tries is refused, and counted for good. */
function refuseWrite(world: World): GraphProblem {
  world.state.writes += 1;
  world.changed();
  return new GraphProblem(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
}

function get(access: Access, path: string, search: string, consistencyLevel: string | undefined): object | string {
  const segments = segmentsOf(path);
  if (!segments) throw badRequest("The URL is not valid percent-encoding.");
  const [version, ...rest] = segments;
  if (version !== "v1.0") throw new GraphProblem(400, "BadRequest", `Invalid version: ${version ?? ""}`);
  const query = new URLSearchParams(search);
  return graphGet({
    access,
    path,
    search,
    query,
    segments: rest,
    eventual: consistencyLevel?.toLowerCase() === "eventual",
  });
}

function reply(found: object | string, headers: Record<string, string>): Reply {
  if (typeof found === "string") return text(200, found, headers);
  return json(200, found, {
    ...headers,
    "content-type":
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
    "odata-version": "4.0",
  });
}

async function answerBatch(world: World, call: Call, access: Access): Promise<PartReply[]> {
  return runBatch(readBatch(call.body), async (part) => {
    const answered = answerPart(world, access, part);
    remember(world.counters.batchParts, {
      method: part.method,
      host: GRAPH_HOST,
      path: `${VERSION}${part.url}`,
      status: answered.status,
    });
    return Promise.resolve(answered);
  });
}

function answerPart(world: World, access: Access, part: BatchPart): PartReply {
  const requestId = newRequestId();
  try {
    if (part.method !== "GET") throw refuseWrite(world);
    if (!part.url.startsWith("/"))
      throw badRequest(`Invalid request URL '${part.url}': it must be relative and begin with a slash.`);
    const [path = "", search = ""] = splitOnce(part.url, "?");
    if (decodedPath(path) === "/$batch") throw badRequest("A batch cannot hold a batch.");
    const level = Object.entries(part.headers ?? {}).find(([name]) => name.toLowerCase() === "consistencylevel")?.[1];
    const body = get(access, `${VERSION}${path}`, search, level);
    return {
      id: part.id,
      status: 200,
      headers: {
        "Cache-Control": "no-cache",
        "Content-Type": typeof body === "string" ? "text/plain" : "application/json",
      },
      body,
    };
  } catch (error) {
    if (!(error instanceof GraphProblem)) throw error;
    return {
      id: part.id,
      status: error.status,
      headers: { "Content-Type": "application/json" },
      body: errorEnvelope(error, requestId, undefined, world.now()),
    };
  }
}

function splitOnce(value: string, mark: string): [string, string] {
  const at = value.indexOf(mark);
  return at < 0 ? [value, ""] : [value.slice(0, at), value.slice(at + 1)];
}

function decodedPath(path: string): string {
  return `/${(segmentsOf(path) ?? []).join("/")}`;
}
