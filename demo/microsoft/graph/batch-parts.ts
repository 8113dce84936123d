import { remember } from "../http/counters.js";
import { json, type Call, type Delivery, type Headers, type Reply } from "../http/exchange.js";
import { GRAPH_HOST } from "../registration.js";
import type { World } from "../world.js";
import { readBatch, runBatch, VERSION, type BatchPart, type PartReply } from "./batch.js";

/**
 * Answers the parts of a $batch, each as if it had come alone, scripted faults included. A part's connection is the
 * batch's: a part that hangs or breaks it off takes all others with it.
 */
export async function answerBatch(
  world: World,
  batch: Call,
  headers: Headers,
  answer: (part: Call) => Promise<Reply>,
): Promise<Reply> {
  let broken: Delivery | undefined;
  const responses = await runBatch(readBatch(batch.body), async (part) => {
    const reply = await world.faults.through(partCall(batch, part), answer, "PART");
    broken ??= reply.delivery;
    remember(world.counters.batchParts, {
      method: part.method,
      host: GRAPH_HOST,
      path: `${VERSION}${part.url}`,
      status: reply.status,
    });
    return partReply(part.id, reply);
  });
  return { ...json(200, { responses }, headers), ...(broken ? { delivery: broken } : {}) };
}

/** Headers of the batch do not reach its parts, but for the token. */
function partCall(batch: Call, part: BatchPart): Call {
  const mark = part.url.indexOf("?");
  const search = mark < 0 ? "" : part.url.slice(mark + 1);
  const own = Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    ...batch,
    method: part.method,
    path: VERSION + (mark < 0 ? part.url : part.url.slice(0, mark)),
    search,
    query: new URLSearchParams(search),
    headers: { ...Object.fromEntries(own), authorization: batch.headers.authorization },
    body: "",
  };
}

function partReply(id: string, { status, headers, body }: Reply): PartReply {
  const named = Object.entries(headers).map(([name, value]) => [titleCase(name), String(value)] as const);
  const isJson = String(headers["content-type"]).includes("json");
  return {
    id,
    status,
    headers: Object.fromEntries(named),
    ...(body === "" ? {} : { body: isJson ? parsed(body) : body }),
  };
}

const titleCase = (name: string): string => name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

/** A scripted fault may have made it something that is no JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
