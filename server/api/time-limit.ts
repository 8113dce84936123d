import type { ErrorRequestHandler, RequestHandler } from "express";
import { refuse } from "./errors.js";

const WORDS =
  "This took too long, so the answer was not waited for. It may still be done: look again in a moment before you repeat it.";

/**
 * Answers 503 in words when a request has not been answered after so many milliseconds. The work goes on, for half a
 * change would be worse than one that nobody waited for. Goes around the handlers it limits: `start` first, `end` last.
 */
export function timeLimit(ms: number): { readonly start: RequestHandler; readonly end: ErrorRequestHandler } {
  return {
    start(_request, response, next) {
      const timer = setTimeout(() => {
        if (response.headersSent) return;
        response.set("cache-control", "no-store");
        refuse(response, 503, "TIMEOUT", WORDS);
      }, ms);
      response.once("close", () => clearTimeout(timer));
      next();
    },
    end(error, _request, response, next) {
      if (!response.headersSent) next(error); // else it comes too late: the request was refused already
    },
  };
}
