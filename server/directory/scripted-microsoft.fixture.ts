import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ClientCredential } from "./client-credentials.js";
import { createDirectories } from "./graph-directory.js";
import type { MicrosoftFetch, Sleep } from "./transport.js";

export const TENANT = "11111111-1111-4111-8111-111111111111";
export const GRAPH = "https://graph.microsoft.com/v1.0";

export interface Asked {
  readonly method: string;
  readonly host: string;
  /** Path and query as they came over the wire. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly consistency: string | undefined;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** An object is sent as JSON, a string as it is. */
  readonly body?: unknown;
  /** Breaks the connection after the body instead of ending it; or never answers. */
  readonly then?: "RESET" | "HANG";
}

/**
 * A server on loopback that answers as a test says, for faults the pretend Microsoft does not commit. `graph` answers
 * for graph.microsoft.com; `token`, when given, for the token endpoint.
 */
export async function startScriptedMicrosoft(script: {
  readonly connect: (simulatorUrl: string) => MicrosoftFetch;
  readonly graph?: (asked: Asked, times: number) => Reply;
  readonly token?: (asked: Asked, times: number) => Reply;
  readonly now?: () => Date;
  readonly credentials?: readonly ClientCredential[];
  /** Instead of waits that are written down and over at once. */
  readonly sleep?: Sleep;
}) {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const events: object[] = [];
  let tokens = 0;

  const answer = (request: Asked): Reply => {
    const before = asked.filter((each) => each.host === request.host && each.url === request.url).length;
    asked.push(request);
    if (request.host === "login.microsoftonline.com") return script.token?.(request, before) ?? freshToken(++tokens);
    return script.graph?.(request, before) ?? { status: 404, body: {} };
  };

  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const [, host = "", ...path] = (request.url ?? "").split("/");
      const headers = request.headers;
      send(
        response,
        answer({
          method: request.method ?? "",
          host,
          url: `/${path.join("/")}`,
          authorization: headers.authorization,
          consistency: headers.consistencylevel as string | undefined,
          body,
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  const directories = createDirectories({
    clientId: "0a1b2c3d-0000-4000-8000-000000000001",
    credentials: script.credentials ?? [{ kind: "SECRET", secret: "a-secret-nobody-may-see" }],
    fetch: script.connect(url),
    now: script.now ?? (() => new Date()),
    random: () => 0,
    log: (event) => events.push(event),
    sleep: (ms, signal) => {
      waits.push(ms);
      return script.sleep?.(ms, signal) ?? Promise.resolve();
    },
  });

  return {
    url,
    directory: directories(TENANT),
    /** Requests to Graph, in order. */
    asked: () => asked.filter(({ host }) => host === "graph.microsoft.com"),
    tokenRequests: () => asked.filter(({ host }) => host === "login.microsoftonline.com").length,
    /** Every wait asked of `sleep`, in milliseconds. Nothing really waits. */
    waits,
    events,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

export type ScriptedMicrosoft = Awaited<ReturnType<typeof startScriptedMicrosoft>>;

/** One part of a batch, as Graph answers it. */
export interface Part {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/**
 * Answers batches part by part, backwards, because nothing promises an order. `part` is told the relative address and
 * how often that was asked before; null leaves the part out of the answer.
 */
export function answerParts(part: (url: string, times: number) => Part | null): (asked: Asked) => Reply {
  const timesAsked = new Map<string, number>();
  return (asked) => {
    const responses = partsIn(asked).flatMap(({ id, url }) => {
      const times = timesAsked.get(url) ?? 0;
      timesAsked.set(url, times + 1);
      const answer = part(url, times);
      return answer === null ? [] : [{ id, ...answer }];
    });
    return { body: { responses: responses.reverse() } };
  };
}

/** The parts of a batch as it was asked. */
export const partsIn = (asked: Asked) =>
  (JSON.parse(asked.body) as { requests: { readonly id: string; readonly url: string }[] }).requests;

function freshToken(number: number): Reply {
  return { body: { token_type: "Bearer", expires_in: 3599, access_token: `token-${String(number)}` } };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.then === "HANG") return;
  const json = typeof reply.body !== "string";
  const text = json ? JSON.stringify(reply.body ?? {}) : reply.body;
  response.writeHead(reply.status ?? 200, {
    "Content-Type": json ? "application/json" : "text/html",
    ...(reply.then === "RESET" ? { "Content-Length": String(text.length + 100) } : {}),
    ...reply.headers,
  });
  if (reply.then !== "RESET") return void response.end(text);
  response.write(text, () => response.destroy());
}
