import type { RequestHandler } from "express";
import { refuse, TOO_LARGE } from "./errors.js";

/** Time for an ordinary sender to finish and read why; who still sends after it is cut off. */
const LINGER_MS = 1000;

/**
 * Refuses a body as soon as it is known to be larger than so many bytes. The parser behind it has a bound as well, but
 * reads a body to its end before it says so, and some have none. Stands right before the parser: it starts the flow.
 */
export function bodyLimit(bytes: number): RequestHandler {
  return (request, response, next) => {
    const tooLarge = () => {
      refuse(response, 413, TOO_LARGE.code, TOO_LARGE.message);
      setTimeout(() => request.destroy(), LINGER_MS).unref();
    };
    if (Number(request.headers["content-length"]) > bytes) return tooLarge();

    let received = 0;
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > bytes && !response.headersSent) tooLarge();
    });
    next();
  };
}
