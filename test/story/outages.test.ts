import { createServer, type Server } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { MongoClient } from "mongodb";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildTab } from "../../demo/build-tab.js";
import { startMicrosoft } from "../../demo/microsoft/server.js";
import { startMongo } from "../../demo/mongo/server.js";
import { serverEnv, SOURCE_ACCOUNT_CLI, SOURCE_SERVER, startServer, type ServerProcess } from "../processes/server.js";
import { eventually, freePort } from "../world.js";

/* A server as a real process, with its database or Microsoft gone, late or wrong. */

beforeAll(() => buildTab());

const toStop: (() => Promise<unknown>)[] = [];
const later = <T>(stop: () => Promise<T>) => void toStop.unshift(stop);
afterEach(async () => {
  for (const stop of toStop.splice(0)) await stop();
});

async function serve(port: number, mongoUri: string, microsoftUrl: string): Promise<ServerProcess> {
  const server = startServer(SOURCE_SERVER, serverEnv({ port, mongoUri, microsoftUrl }));
  later(() => server.stop());
  await server.listening;
  return server;
}

async function readiness(port: number): Promise<{ status: number; missing: string[] }> {
  const response = await fetch(`http://localhost:${port}/readyz`);
  const { missing } = (await response.json()) as { missing: string[] };
  return { status: response.status, missing };
}
const asks = (port: number) =>
  fetch(`http://localhost:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer aaa.bbb.ccc" },
    body: '{"query":"{ viewer { user { id } } }"}',
  });

describe("a server whose database", () => {
  it("is not there yet says so, and works as soon as it is, by itself", async () => {
    const [port, mongoPort, microsoft] = [await freePort(), await freePort(), await startMicrosoft()];
    later(() => microsoft.close());
    await serve(port, `mongodb://127.0.0.1:${mongoPort}/rollcall`, microsoft.url);

    const before = await readiness(port);
    const refused = await asks(port);
    const mongo = await startMongo({ port: mongoPort });
    later(() => mongo.close());

    expect(before).toEqual({ status: 503, missing: ["The database does not answer"] });
    expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining("database does not answer")]);
    await eventually(
      () => readiness(port),
      (now) => now.status === 200,
    );
    expect((await asks(port)).status).toBe(401);
  });

  it("goes away and comes back is 503 in between, and never falls over", async () => {
    const [port, mongoPort, microsoft] = [await freePort(), await freePort(), await startMicrosoft()];
    later(() => microsoft.close());
    let mongo = await startMongo({ port: mongoPort });
    const server = await serve(port, `mongodb://127.0.0.1:${mongoPort}/rollcall`, microsoft.url);
    await eventually(
      () => readiness(port),
      (now) => now.status === 200,
    );

    await mongo.close();
    const gone = await eventually(
      () => readiness(port),
      (now) => now.status === 503,
    );
    mongo = await startMongo({ port: mongoPort });
    later(() => mongo.close());
    await eventually(
      () => readiness(port),
      (now) => now.status === 200,
      60_000,
    );

    expect(gone.missing).toEqual(["The database does not answer"]);
    expect(server.child.exitCode).toBeNull();
  });
});

describe("a server whose Microsoft", () => {
  it("does not answer says so, and works when it does, by itself", async () => {
    const [port, microsoftPort, mongo] = [await freePort(), await freePort(), await startMongo({})];
    later(() => mongo.close());
    await serve(port, `${mongo.uri}/rollcall`, `http://127.0.0.1:${microsoftPort}`);

    const before = await eventually(
      () => readiness(port),
      (now) => now.missing.length === 1,
    );
    const microsoft = await startMicrosoft({ port: microsoftPort });
    later(() => microsoft.close());

    expect(before).toEqual({ status: 503, missing: ["Microsoft does not answer"] });
    await eventually(
      () => readiness(port),
      (now) => now.status === 200,
    );
  });
});

describe("a server whose Microsoft hangs", () => {
  it("hears of it within moments, and its prober too", async () => {
    const silent = createTcpServer((socket) => void socket.resume().on("error", () => undefined));
    const [port, silentPort, mongo] = [await freePort(), await freePort(), await startMongo({})];
    await new Promise<void>((resolve) => silent.listen(silentPort, "127.0.0.1", resolve));
    later(() => mongo.close());
    later(() => new Promise((resolve) => silent.close(resolve)));
    await serve(port, `${mongo.uri}/rollcall`, `http://127.0.0.1:${silentPort}`);

    const asked = performance.now();
    const seen = await eventually(
      () => readiness(port),
      (now) => now.missing.length === 1,
    );

    expect(seen).toEqual({ status: 503, missing: ["Microsoft does not answer"] });
    expect(performance.now() - asked).toBeLessThan(10_000);
  });
});

describe("a server that is told to stop", () => {
  const NO_DATABASE = "mongodb://127.0.0.1:1/rollcall";
  const stopped = async (server: ServerProcess) => {
    const asked = performance.now();
    const code = await server.stop();
    return { code, atOnce: performance.now() - asked < 3000, fell: /"level":60|\n +at /.test(server.printed()) };
  };

  it("before its database was ever there does so at once, as if nothing were wrong", async () => {
    const server = await serve(await freePort(), NO_DATABASE, "http://127.0.0.1:1");

    expect(await stopped(server)).toEqual({ code: 0, atOnce: true, fell: false });
  });

  it("while its database is away does so at once as well", async () => {
    const [port, microsoft, mongo] = [await freePort(), await startMicrosoft(), await startMongo({})];
    later(() => microsoft.close());
    const server = await serve(port, `${mongo.uri}/rollcall`, microsoft.url);
    await eventually(
      () => readiness(port),
      (now) => now.status === 200,
    );
    await mongo.close();

    expect(await stopped(server)).toEqual({ code: 0, atOnce: true, fell: false });
  });

  it("twice, as npm does with Ctrl-C, stops once and cleanly", async () => {
    const server = await serve(await freePort(), NO_DATABASE, "http://127.0.0.1:1");
    server.child.kill("SIGINT");
    server.child.kill("SIGINT");

    expect(await stopped(server)).toEqual({ code: 0, atOnce: true, fell: false });
  });
});

describe("the way to Microsoft's consent page", () => {
  it("says in words that the database is away, and not as JSON", async () => {
    const [port, microsoft, mongo] = [await freePort(), await startMicrosoft(), await startMongo({})];
    later(() => microsoft.close());
    const early = await freePort();
    await serve(early, "mongodb://127.0.0.1:1/rollcall", microsoft.url);
    await serve(port, `${mongo.uri}/rollcall`, microsoft.url);
    await eventually(
      () => readiness(port),
      (now) => now.status === 200,
    );
    await mongo.close();

    for (const address of [
      `http://localhost:${early}/consent/start`,
      `http://localhost:${port}/consent/start`,
      `http://localhost:${port}/consent/callback?state=abc&admin_consent=True`,
    ]) {
      const page = await fetch(address, { redirect: "manual" });
      expect([page.status, page.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
      expect(await page.text()).toContain("Its database does not answer. Nothing was changed.");
    }
  });
});

describe("the operator's command", () => {
  it("ends with words when the database does not answer", async () => {
    const env = serverEnv({
      port: 4000,
      mongoUri: "mongodb://127.0.0.1:1/rollcall",
      microsoftUrl: "http://127.0.0.1:1",
    });
    const { listening, child } = startServer([...SOURCE_ACCOUNT_CLI, "list"], env);

    await expect(listening).rejects.toThrow("MongoDB did not answer within 10 seconds. Nothing was done.");
    expect(child.exitCode).toBe(1);
  });
});

describe("a server that cannot start", () => {
  it("because its port is in use says so in one line and ends", async () => {
    const port = await freePort();
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    later(() => new Promise((resolve) => other.close(resolve)));

    const { listening, child } = startServer(
      SOURCE_SERVER,
      serverEnv({ port, mongoUri: "mongodb://127.0.0.1:1/x", microsoftUrl: "http://127.0.0.1:1" }),
    );

    await expect(listening).rejects.toThrow(`Port ${port} is in use. Stop what uses it, or set PORT to another one.`);
    expect(child.exitCode).toBe(1);
  });

  it("because its connection string is none says so without repeating it, and ends", async () => {
    const env = serverEnv({
      port: await freePort(),
      mongoUri: "mongodb://user:canary@",
      microsoftUrl: "http://127.0.0.1:1",
    });
    const server = startServer(SOURCE_SERVER, env);
    await server.listening;

    await eventually(
      () => Promise.resolve(server.child.exitCode),
      (code) => code === 1,
    );
    expect(server.printed()).toMatch(/^MONGODB_URI is not a MongoDB connection string .*$/m);
    expect(server.printed()).not.toMatch(/canary|\n +at /);
  });

  it("F61: because an index cannot be built names it in one line and ends", async () => {
    const mongo = await startMongo({});
    later(() => mongo.close());
    const client = await MongoClient.connect(mongo.uri);
    const twin = () => ({ accountId: "a", directoryId: "ada" });
    await client.db("rollcall").collection("users").insertMany([twin(), twin()]);
    await client.close();
    const env = serverEnv({
      port: await freePort(),
      mongoUri: `${mongo.uri}/rollcall`,
      microsoftUrl: "http://127.0.0.1:1",
    });
    const server = startServer(SOURCE_SERVER, env);
    await server.listening;

    await eventually(
      () => Promise.resolve(server.child.exitCode),
      (code) => code === 1,
    );
    expect(server.printed()).toMatch(/^The unique index one_user_per_person on .*same key exist$/m);
  });

  it("because of its settings names all of them, without a value, and ends", async () => {
    const { listening, child } = startServer(SOURCE_SERVER, { DEMO_MODE: "yes", PORT: "canary", ROLE: "canary" });

    const words = await listening.catch((error: Error) => error.message);
    expect(words).toContain("PORT must be a port");
    expect(words).toContain("ROLE must be api, worker or all");
    expect(words).toContain("MONGODB_URI is missing");
    expect(words).not.toContain("canary");
    expect(child.exitCode).toBe(1);
  });

  it("because Microsoft answers rubbish still starts, and is not ready", async () => {
    // resume: a connection whose request is never read never closes
    const rubbish = createTcpServer((socket) => socket.resume().end("rubbish\r\n\r\n"));
    const [port, rubbishPort, mongo] = [await freePort(), await freePort(), await startMongo({})];
    await new Promise<void>((resolve) => rubbish.listen(rubbishPort, "127.0.0.1", resolve));
    later(() => mongo.close());
    later(() => new Promise((resolve) => rubbish.close(resolve)));
    await serve(port, `${mongo.uri}/rollcall`, `http://127.0.0.1:${rubbishPort}`);

    const seen = await eventually(
      () => readiness(port),
      (now) => now.missing.length === 1,
    );

    expect(seen.missing).toEqual(["Microsoft does not answer"]);
  });
});
