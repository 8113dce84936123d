import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

const LOOPBACK = "127.0.0.1";

/** Longest that requests which are being answered may take once the server is to stop. */
const REQUESTS_WITHIN_MS = 1000;

/** Whoever believes the pretend Microsoft must not be reachable from outside: anybody can be anybody there. */
export function listen(server: Server, port: number, { onlyHere }: { readonly onlyHere: boolean }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: onlyHere ? LOOPBACK : undefined }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Lets the requests that are being answered end, for a moment. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await within(REQUESTS_WITHIN_MS, closed);
  server.closeAllConnections();
  await closed;
}

/** Waits for the work so many milliseconds at the most: a stop must end, also when what it stops hangs. */
export async function within(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const done = new AbortController();
  await Promise.race([work, wait(ms, undefined, { signal: done.signal }).catch(() => undefined)]);
  done.abort();
}
