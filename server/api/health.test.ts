import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { healthPages, remembered, type Part } from "./health.js";

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function readiness(...parts: Part[]): Promise<{ status: number; missing: unknown; tookMs: number }> {
  const server = createServer(express().use(healthPages(() => parts)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const begun = performance.now();
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`);
  const { missing } = (await response.json()) as { missing: unknown };
  return { status: response.status, missing, tookMs: performance.now() - begun };
}

const hangs = () => new Promise<boolean>(() => undefined);
const part = (name: string, ready: () => Promise<boolean>): Part => ({ name, ready });

describe("/readyz", () => {
  it("says which part hangs, and does not hang with it", async () => {
    const seen = await readiness(
      part("Microsoft", hangs),
      part("The database", () => Promise.resolve(true)),
    );

    expect(seen).toMatchObject({ status: 503, missing: ["Microsoft does not answer"] });
    expect(seen.tookMs).toBeLessThan(4000);
  });

  it("counts a part that throws as one that does not answer", async () => {
    const seen = await readiness(part("The database", () => Promise.reject(new Error("canary"))));

    expect(seen).toMatchObject({ status: 503, missing: ["The database does not answer"] });
  });
});

describe("a remembered part", () => {
  it("is asked no second time while it has not answered, however long that takes", async () => {
    let [asked, at] = [0, 0];
    const one = remembered(
      part("Microsoft", () => (asked++, hangs())),
      () => new Date(at),
      5000,
    );

    void one.ready();
    at = 60_000;
    void one.ready();

    await expect.poll(() => asked).toBe(1);
  });

  it("is asked again when its answer has grown old, also when that was a failure", async () => {
    let [asked, at] = [0, 0];
    const one = remembered(
      part("Microsoft", () => (asked++ === 0 ? Promise.reject(new Error("away")) : Promise.resolve(true))),
      () => new Date(at),
      5000,
    );

    const answers = [await one.ready(), await one.ready()];
    at = 5001;

    expect([...answers, await one.ready(), asked]).toEqual([false, false, true, 2]);
  });
});
