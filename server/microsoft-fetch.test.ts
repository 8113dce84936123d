import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { microsoftFetch } from "./microsoft-fetch.js";

const seen: string[] = [];
const server = createServer((request, response) => {
  seen.push(request.url ?? "");
  if (request.url?.includes("redirect")) response.writeHead(302, { Location: "https://evil.example/" }).end();
  else if (!request.url?.includes("hang")) response.end("here");
});
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
