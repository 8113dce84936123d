import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { JWTPayload } from "jose";
import { answerControl } from "./control/control.js";
import { answerGraph } from "./graph/graph.js";
import { openFaults, type Faults } from "./faults/script.js";
import { makeCounters, remember, type Counters } from "./http/counters.js";
import { deliver } from "./http/deliver.js";
import { json, text, type Call, type Reply } from "./http/exchange.js";
import { makeCodes, type Codes } from "./identity/codes.js";
import { answerLogin } from "./identity/login.js";
import { mintApiToken } from "./identity/mint.js";
import { rollKeys } from "./identity/rollover.js";
import { GRAPH_HOST, LOGIN_HOST } from "./registration.js";
import { openDirectory, type Directory } from "./state/directory.js";
import type { SigningKey } from "./state/model.js";
import { openStore } from "./state/store.js";
import type { World } from "./world.js";

export interface PretendMicrosoft {
  /** E.g. "http://127.0.0.1:4100"; the two hosts are served below it, the control page at it. */
  url: string;
  directory: Directory;
  counters: Counters;
  /** Its signing keys, private halves and all. The first signs, all are published; tests forge with them and change them. */
  keys: SigningKey[];
  /** What Microsoft is told to do wrong; see faults/fault.ts. */
  faults: Faults;
  /** An access token for our API as a browser (default) or Teams (`azp`) gets it. `claims` overrides; undefined takes a claim out. */
  tokenFor(who: { tenantId: string; personId: string; azp?: string; claims?: JWTPayload }): Promise<string>;
  /** A new key signs from now on; the old one stays published unless `removeOld`. */
  rollKeys(options?: { removeOld?: boolean }): Promise<void>;
  close(): Promise<void>;
}

const LARGEST_BODY = 4 * 1024 * 1024;

/** Starts the pretend Microsoft on 127.0.0.1. `port` 0 takes any free one; without `dataFile` everything is forgotten at the end. */
export async function startMicrosoft(
  options: { port?: number; dataFile?: string; tabUrl?: string; now?: () => Date } = {},
): Promise<PretendMicrosoft> {
  const { port = 0, dataFile, tabUrl = "http://localhost:4000/", now = () => new Date() } = options;
  const { state, changed, flush } = await openStore(dataFile);
  const directory = openDirectory({ state, now, changed });
  const counters = makeCounters(state);
  const faults = openFaults(now);
  const world: World = { state, directory, counters, faults, tabUrl, now, changed };
  const codes = makeCodes(now);

  // Bodies of more than 37 kB stall 40 ms on loopback without noDelay.
  const server = createServer({ noDelay: true }, (request, response) => void serve(world, codes, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(taken)}`,
    directory,
    counters,
    keys: state.keys,
    faults,
    tokenFor: (who) => mintApiToken(world, who),
    rollKeys: (about) => rollKeys(world, about),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
      await flush();
    },
  };
}

async function serve(world: World, codes: Codes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let reply: Reply;
  try {
    const call = await readCall(request);
    reply = call ? await answer(world, codes, call) : text(413, "The body is too large.");
    if (call) count(world, call, reply.status);
  } catch (error) {
    // Whoever hung up in the middle of a request waits for no answer.
    if (request.destroyed && !request.complete) return;
    console.error(
      `The pretend Microsoft failed at ${request.method ?? ""} ${request.url?.split("?")[0] ?? ""}:`,
      error,
    );
    reply = json(500, {
      error: { code: "InternalServerError", message: "The pretend Microsoft has a bug here; see its output." },
    });
  }
  deliver(reply, request, response);
}

/** Every request comes through here, once it is read and before it is routed: scripted faults stand in front of the routing. */
async function answer(world: World, codes: Codes, call: Call): Promise<Reply> {
  if (call.host === "control") return answerControl(world, call);
  return world.faults.through(call, (asked) =>
    asked.host === GRAPH_HOST ? answerGraph(world, asked) : answerLogin(world, asked, codes),
  );
}

async function readCall(request: IncomingMessage): Promise<Call | undefined> {
  const target = request.url ?? "/";
  const mark = target.indexOf("?");
  const whole = mark < 0 ? target : target.slice(0, mark);
  const search = mark < 0 ? "" : target.slice(mark + 1);
  const host = [LOGIN_HOST, GRAPH_HOST].find((each) => whole === `/${each}` || whole.startsWith(`/${each}/`));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  if (size > LARGEST_BODY) return undefined;
  return {
    method: request.method ?? "GET",
    host: host ?? "control",
    path: host === undefined ? whole : whole.slice(host.length + 1) || "/",
    search,
    query: new URLSearchParams(search),
    headers: request.headers,
    body: Buffer.concat(chunks).toString("utf8"),
  };
}

function count({ counters }: World, call: Call, status: number): void {
  if (call.host === "control") return;
  const query = call.host === GRAPH_HOST && call.search !== "" ? `?${call.search}` : "";
  remember(counters.requests, { method: call.method, host: call.host, path: `${call.path}${query}`, status });
  counters.total += 1;
  if (call.host === GRAPH_HOST) counters.graphRequests += 1;
}
