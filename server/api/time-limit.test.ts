import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Router } from "express";
import { afterEach, describe, expect, it } from "vitest";
import { httpApp } from "./http.js";
import { timeLimit } from "./time-limit.js";

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

/** A promise, and the way to keep it. */
function later(): { readonly promise: Promise<void>; resolve(): void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((kept) => (resolve = kept));
  return { promise, resolve: () => resolve() };
}

/** A server whose /slow answers when told to, within so many milliseconds or never in time. */
async function serve(ms: number) {
  const slow = later();
  const logged: object[] = [];
  const limit = timeLimit(ms);
  const answered = later();
  const handlers = Router()
    .use(limit.start)
    .get("/slow", async (_request, response) => {
      await slow.promise;
      answered.resolve();
      response.setHeader("x-late", "yes").json({ data: "late" });
    })
    .get("/bad", () => Promise.reject(new Error("canary")))
    .get("/quick", (_request, response) => void response.json({ data: "quick" }))
    .use(limit.end);
  server = createServer(
    httpApp({ trustProxy: 0, secure: false, handlers, log: { error: (fields) => logged.push(fields) } }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { get: (path: string) => fetch(`${url}${path}`), slow, answered: answered.promise, logged };
}

describe("a request that takes too long", () => {
  it("is answered 503 in words, and its late answer disturbs nobody", async () => {
    const { get, slow, answered, logged } = await serve(50);

    const late = await get("/slow");
    const body: unknown = await late.json();
    slow.resolve();
    await answered;
    const quick = await get("/quick");

    expect(late.status).toBe(503);
    expect(body).toMatchObject({
      errors: [
        {
          message: expect.stringContaining("This took too long") as string,
          extensions: { code: "TIMEOUT", requestId: late.headers.get("x-request-id") },
        },
      ],
    });
    expect(await quick.json()).toEqual({ data: "quick" });
    expect(logged).toEqual([]);
  });

  it("is one that takes longer than the limit, and no other", async () => {
    const { get, slow } = await serve(30_000);
    const waiting = get("/slow");

    slow.resolve();
    const response = await waiting;

    expect([response.status, await response.json()]).toEqual([200, { data: "late" }]);
  });

  it("does not hide what went wrong in time", async () => {
    const { get, logged } = await serve(30_000);

    const response = await get("/bad");

    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining("canary")]);
    expect(logged).toHaveLength(1);
  });
});
