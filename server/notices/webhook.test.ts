import type { ServerResponse } from "node:http";
import { createServer } from "node:tls";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { newCertificate } from "../../demo/microsoft/testing/certificate.js";
import { startWebhookServer, type WebhookServer } from "../../test/webhook-server.js";
import { isPublicAddress } from "./public-address.js";
import { webhookSender, type WebhookOptions } from "./webhook.js";

/* Against real web servers in this process, which a trial may post to. */

const toStop: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0)) await stop();
});

async function webServer(answer?: (response: ServerResponse) => void): Promise<WebhookServer> {
  const server = await startWebhookServer(answer);
  toStop.push(() => server.close());
  return server;
}

const sender = (options: Partial<WebhookOptions> = {}) =>
  webhookSender({ loopback: true, signal: new AbortController().signal, ...options });

describe("a webhook", () => {
  it("is posted to as JSON, path and query kept, every letter too", async () => {
    const server = await webServer();

    const because = await sender()(server.url, { account: "Größe", message: "“Sales” is missing." });

    expect(because).toBeNull();
    expect(server.posts).toMatchObject([{ method: "POST", path: "/hook?key=1" }]);
    expect(server.posts[0]?.headers).toMatchObject({ "content-type": "application/json; charset=utf-8" });
    expect(JSON.parse(server.posts[0]?.body ?? "")).toEqual({ account: "Größe", message: "“Sales” is missing." });
  });

  it.each([204, 299])("has taken it with the status %i", async (status) => {
    const server = await webServer((response) => response.writeHead(status).end());

    expect(await sender()(server.url, {})).toBeNull();
  });

  it.each([302, 307, 404, 500, 503])("has not with the status %i, and leads nowhere else", async (status) => {
    const elsewhere = await webServer();
    const server = await webServer((response) => response.writeHead(status, { location: elsewhere.url }).end());

    const because = await sender()(server.url, {});

    expect([because, server.posts.length, elsewhere.posts.length]).toEqual([`it answered ${status}`, 1, 0]);
  });

  it("that never answers is waited for no longer than the limit", async () => {
    const server = await webServer(() => undefined);

    expect(await sender({ withinMs: 200 })(server.url, {})).toBe("it took more than 0.2 seconds");
  });

  it("whose answer never ends has answered", async () => {
    const server = await webServer((response) => void response.writeHead(200).write("x"));

    expect(await sender({ withinMs: 5000 })(server.url, {})).toBeNull();
  });

  it("that is not there is told by a code, without its address", async () => {
    const server = await webServer();
    await server.close();

    expect(await sender()(server.url, {})).toBe("it could not be reached (ECONNREFUSED)");
  });

  it("is not waited for when we stop", async () => {
    const stop = new AbortController();
    const server = await webServer(() => stop.abort());

    expect(await sender({ signal: stop.signal })(server.url, {})).toContain("could not be reached");
  });
});

describe("a webhook that would lead into our own network", () => {
  it("is refused on this machine, but in a trial", async () => {
    const server = await webServer();

    const because = await sender({ loopback: false })(server.url, {});

    expect([because, server.posts]).toEqual(["its address is none that may be posted to", []]);
  });

  it.each(["127.0.0.1", "10.0.0.8", "169.254.169.254", "::1", "fd00::1", "93.184.216.34 and 10.0.0.8"])(
    "is refused when its name leads to %s, whatever the name was when it was typed in",
    async (addresses) => {
      const asked: string[] = [];
      const found = addresses.split(" and ").map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

      const because = await sender({
        resolve: (name, done) => {
          asked.push(name);
          done(null, found);
        },
      })("https://hooks.contoso.example/", {});

      expect([because, asked]).toEqual([
        "its name leads to an address that is not on the internet",
        ["hooks.contoso.example"],
      ]);
    },
  );

  it("gets no connection; one that is allowed gets it where its name was looked up, once, with its certificate checked", async () => {
    let [asked, connections] = [0, 0];
    const { certificate: cert, privateKey: key } = newCertificate({ host: "localhost" });
    const server = createServer({ cert, key }).on("connection", () => connections++);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    toStop.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    const resolve: WebhookOptions["resolve"] = (_, done) => (
      asked++,
      done(null, [{ address: "127.0.0.1", family: 4 }])
    );
    const post = (options: Partial<WebhookOptions>) =>
      sender({ resolve, ...options })(`https://hooks.contoso.example:${port}/`, {});

    const refused = [await post({}), connections];
    const allowed = [await post({ allows: () => true }), connections];

    expect(refused).toEqual(["its name leads to an address that is not on the internet", 0]);
    expect(allowed).toEqual(["it could not be reached (DEPTH_ZERO_SELF_SIGNED_CERT)", 1]);
    expect(asked).toBe(2);
  });

  it("has a name that leads nowhere", async () => {
    const resolve: WebhookOptions["resolve"] = (_, done) =>
      done(Object.assign(new Error("queryA"), { code: "ENOTFOUND" }), []);

    expect(await sender({ resolve })("https://hooks.contoso.example/", {})).toBe("it could not be reached (ENOTFOUND)");
    expect(await sender({ resolve: (_, done) => done(null, []) })("https://hooks.contoso.example/", {})).toBe(
      "it could not be reached",
    );
  });
});

describe("an address on the internet", () => {
  it.each(["8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "2606:4700::1111", "2a00::1"])(
    "is %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    "0.0.0.0",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::a00:1",
    "2001::1",
    "2001:db8::1",
    "2002:a00:1::",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "",
    "localhost",
  ])("is not %s", (address) => expect(isPublicAddress(address)).toBe(false));
});
