import { afterEach, describe, expect, it } from "vitest";
import { microsoftFetch } from "../microsoft-fetch.js";
import type { Directory } from "../use-cases/ports.js";
import { startScriptedMicrosoft, type Reply, type ScriptedMicrosoft } from "./scripted-microsoft.fixture.js";
import { createTenantGate, LANES } from "./tenant-gate.js";

const SALES = "aaaaaaaa-0000-4000-8000-000000000001";
const ADA = "bbbbbbbb-0000-4000-8000-000000000001";

let microsoft: ScriptedMicrosoft | undefined;
afterEach(async () => {
  await microsoft?.close();
  microsoft = undefined;
});

/** A Microsoft that answers so, and waits that only a signal ends. */
async function microsoftThat(script: { graph?: () => Reply; token?: () => Reply }): Promise<ScriptedMicrosoft> {
  microsoft = await startScriptedMicrosoft({
    connect: (simulatorUrl) => microsoftFetch({ simulatorUrl }),
    sleep: (_ms, signal) => new Promise((resolve) => signal?.addEventListener("abort", () => resolve())),
    ...script,
  });
  return microsoft;
}

type Read = (directory: Directory, signal: AbortSignal) => Promise<unknown>;
const READS: readonly (readonly [string, Read])[] = [
  ["readEverybody", (directory, signal) => directory.readEverybody({ signal })],
  ["readGroups", (directory, signal) => directory.readGroups([SALES], { nested: true, signal })],
  ["lookUpPeople", (directory, signal) => directory.lookUpPeople([ADA], { signal })],
  ["lookAgain", (directory, signal) => directory.lookAgain([ADA], { nested: true, signal })],
  ["lookUpGroups", (directory, signal) => directory.lookUpGroups([SALES], { signal })],
];
const STOPPED = { ok: false, problem: { code: "DIRECTORY_UNREACHABLE", detail: "The read was stopped." } };

describe.each(READS)("%s that is told to stop", (_name, read) => {
  it.each([
    ["while Graph hangs", { then: "HANG" }],
    ["while it waits out a Retry-After", { status: 429, headers: { "Retry-After": "5" } }],
    ["while it waits to try again", { status: 503 }],
  ] satisfies readonly [string, Reply][])("%s ends at once", async (_when, reply) => {
    const { directory, asked } = await microsoftThat({ graph: () => reply });
    const stop = new AbortController();

    const reading = read(directory, stop.signal);
    await expect.poll(() => asked().length).toBe(1);
    stop.abort();

    expect(await reading).toEqual(STOPPED);
  });

  it("while the token endpoint hangs ends at once", async () => {
    const { directory, tokenRequests } = await microsoftThat({ token: () => ({ then: "HANG" }) });
    const stop = new AbortController();

    const reading = read(directory, stop.signal);
    await expect.poll(tokenRequests).toBe(1);
    stop.abort();

    expect(await reading).toEqual(STOPPED);
  });

  it("before it began asks nothing", async () => {
    const { directory, asked } = await microsoftThat({});

    expect(await read(directory, AbortSignal.abort())).toEqual(STOPPED);
    expect(asked()).toEqual([]);
  });
});

describe("the gate to a tenant", () => {
  it("lets go of somebody who stops in the queue, and loses no lane by it", async () => {
    const gate = createTenantGate(() => Promise.resolve());
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const busy = Array.from({ length: LANES }, () => gate.through(() => opened));
    const stop = new AbortController();

    const impatient = gate.through(() => Promise.resolve("worked"), stop.signal);
    stop.abort();
    const answer = await impatient;
    open();
    await Promise.all(busy);

    expect(answer).toBe("STOPPED");
    const after = Array.from({ length: LANES * 2 }, (_, index) => gate.through(() => Promise.resolve(index)));
    expect(await Promise.all(after)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
