import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { microsoftFetch } from "./microsoft-fetch.js";

const seen: string[] = [];
const server = createServer((request, response) => {
  seen.push(request.url ?? "");
  if (request.url?.includes("redirect")) response.writeHead(302, { Location: "https://evil.example/" }).end();
  else if (request.url?.includes("drip")) {
    response.writeHead(200, { "Content-Type": "application/json" }).write("{");
    drips.push(response);
  } else if (request.url?.includes("endless")) response.writeHead(200).write("x".repeat(4096));
  else if (!request.url?.includes("hang")) response.end("here");
});
/** Answers that have begun and never end. */
const drips: ServerResponse[] = [];

/** Node forgets what hangs on a signal that nobody else holds; it does so when it collects garbage. */
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
let simulatorUrl: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  simulatorUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

describe("the way to Microsoft while the switch to the pretend one is on", () => {
  it.each([
    ["https://graph.microsoft.com/v1.0/users?$top=1", "/graph.microsoft.com/v1.0/users?$top=1"],
    ["https://login.microsoftonline.com/t/oauth2/v2.0/token", "/login.microsoftonline.com/t/oauth2/v2.0/token"],
    [
      "https://graph.microsoft.com:443/v1.0/x?$skiptoken=A%27b%20%2b+%3D=&&",
      "/graph.microsoft.com/v1.0/x?$skiptoken=A%27b%20%2b+%3D=&&",
    ],
    ["https://graph.microsoft.com/a/../../b//c", "/graph.microsoft.com/b//c"],
    ["https://graph.microsoft.com/%2e%2e/%2e%2e/control/reset", "/graph.microsoft.com/control/reset"],
  ])("asks for %s there as %s", async (url, path) => {
    const response = await microsoftFetch({ simulatorUrl: `${simulatorUrl}/` })(url);

    expect([await response.text(), seen.at(-1)]).toEqual(["here", path]);
  });

  it("follows no redirect", async () => {
    await expect(
      microsoftFetch({ simulatorUrl })("https://graph.microsoft.com/redirect", { redirect: "follow" }),
    ).rejects.toThrow();
  });

  it("gives up on a server that hangs, and when its caller does", async () => {
    const hanging = microsoftFetch({ simulatorUrl, timeoutMs: 50 })("https://graph.microsoft.com/hang");
    await expect(hanging).rejects.toMatchObject({ name: "TimeoutError" });

    const stopped = microsoftFetch({ simulatorUrl })("https://graph.microsoft.com/hang", {
      signal: AbortSignal.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("an answer whose body never ends", () => {
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it("is given up after the time for the whole of it, also when garbage was collected in between", async () => {
    const before = drips.length;
    const dripping = microsoftFetch({ simulatorUrl, timeoutMs: 300 })("https://graph.microsoft.com/drip");
    const outcome = dripping.then((response) => response.text()).catch((error: unknown) => error);
    await until(() => drips.length > before);
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      collectGarbage();
    }

    expect(await outcome).toMatchObject({ name: "TimeoutError" });
    await until(() => drips.at(-1)?.destroyed === true); // and the connection with it
  });

  it("is given up at once when its caller is told to stop", async () => {
    const before = drips.length;
    const stop = new AbortController();
    const dripping = microsoftFetch({ simulatorUrl })("https://graph.microsoft.com/drip", { signal: stop.signal });
    const outcome = dripping.then((response) => response.text()).catch((error: unknown) => error);
    await until(() => drips.length > before);
    collectGarbage();
    stop.abort();

    expect(await outcome).toMatchObject({ name: "AbortError" });
  });

  it("is given up when it is longer than any answer of Microsoft's", async () => {
    const answer = microsoftFetch({ simulatorUrl, mostBytes: 1000 })("https://graph.microsoft.com/endless");

    await expect(answer.then((response) => response.text())).rejects.toThrow("longer than");
  });
});

describe("the way to Microsoft, switch on or off", () => {
  it.each([
    "https://evil.example/",
    "http://graph.microsoft.com/",
    "https://graph.microsoft.com:8443/",
    "https://graph.microsoft.com.evil.example/",
    "https://graph.microsoft.com@evil.example/",
    "https://user@graph.microsoft.com/",
    "file:///etc/hostname",
  ])("refuses %s", async (url) => {
    await expect(microsoftFetch({ simulatorUrl })(url)).rejects.toThrow("not a Microsoft host");
    await expect(microsoftFetch({ simulatorUrl: null })(url)).rejects.toThrow("not a Microsoft host");
  });
});
