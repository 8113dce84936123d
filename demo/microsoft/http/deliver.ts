import type { IncomingMessage, ServerResponse } from "node:http";
import type { Reply } from "./exchange.js";

/** Sends a reply: whole and at once, or in the way a scripted fault wants it to arrive. */
export function deliver(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  const { delivery } = reply;
  const body = request.method === "HEAD" ? Buffer.alloc(0) : Buffer.from(reply.body);
  const promise = { ...reply.headers, "content-length": String(body.length) };
  switch (delivery?.how) {
    case "HANG":
      return;
    case "RESET":
      request.socket.resetAndDestroy();
      return;
    case "TRUNCATE":
      response.writeHead(reply.status, promise);
      response.write(body.subarray(0, body.length / 2), () => response.destroy());
      return;
    case "DRIP":
      response.writeHead(reply.status, promise);
      drip(body, delivery.everyMs, response);
      return;
    case undefined:
      response.writeHead(reply.status, reply.headers);
      response.end(body);
  }
}

function drip(body: Buffer, everyMs: number, response: ServerResponse): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < body.length) response.write(body.subarray(sent, ++sent));
    else response.end();
  }, everyMs);
  response.once("close", () => clearInterval(timer));
}
