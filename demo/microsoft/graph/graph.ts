import { headerOf, json, segmentsOf, text, type Call, type Reply } from "../http/exchange.js";
import type { World } from "../world.js";
import { readAccess, type Access } from "./access.js";
import { isBatchPath, VERSION } from "./batch.js";
import { answerBatch } from "./batch-parts.js";
import { badRequest, GraphProblem, newTrace, problemReply, traceHeaders, type Trace } from "./errors.js";
import { graphGet } from "./routes.js";

/** graph.microsoft.com: reads, and nothing but reads. */
export async function answerGraph(world: World, call: Call): Promise<Reply> {
  const trace = newTrace(headerOf(call, "client-request-id"));
  return orRefusal(world, trace, async () => {
    const isBatch = call.method === "POST" && isBatchPath(call.path);
    if (call.method !== "GET" && !isBatch) throw refuseWrite(world);
    const access = await readAccess(world, headerOf(call, "authorization"));
    if (!isBatch) return read(access, call, trace);
    return answerBatch(world, call, traceHeaders(trace), (part) => answerPart(world, access, part));
  });
}

async function answerPart(world: World, access: Access, part: Call): Promise<Reply> {
  const trace = newTrace();
  return orRefusal(world, trace, () => {
    if (part.method !== "GET") throw refuseWrite(world);
    const url = part.path.slice(VERSION.length);
    if (!url.startsWith("/"))
      throw badRequest(`Invalid request URL '${url}': it must be relative and begin with a slash.`);
    if (isBatchPath(part.path)) throw badRequest("A batch cannot hold a batch.");
    return Promise.resolve(read(access, part, trace));
  });
}

async function orRefusal(world: World, trace: Trace, answer: () => Promise<Reply>): Promise<Reply> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof GraphProblem)) throw error;
    return problemReply(error, trace, world.now());
  }
}

/** The product promises never to write to a directory. Whoever tries is refused, and counted for good. */
function refuseWrite(world: World): GraphProblem {
  world.state.writes += 1;
  world.changed();
  return new GraphProblem(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
}

function read(access: Access, { path, search, query, headers }: Call, trace: Trace): Reply {
  const segments = segmentsOf(path);
  if (!segments) throw badRequest("The URL is not valid percent-encoding.");
  const [version, ...rest] = segments;
  if (version !== "v1.0") throw new GraphProblem(400, "BadRequest", `Invalid version: ${version ?? ""}`);
  const eventual = headerOf({ headers }, "consistencylevel")?.toLowerCase() === "eventual";
  const found = graphGet({ access, path, search, query, segments: rest, eventual });

  if (typeof found === "string") return text(200, found, traceHeaders(trace));
  return json(200, found, {
    ...traceHeaders(trace),
    "content-type":
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
    "odata-version": "4.0",
  });
}
