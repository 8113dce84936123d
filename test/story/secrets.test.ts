import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serverEnv, SOURCE_SERVER, startServer, type ServerProcess } from "../processes/server.js";
import { eventually, freePort } from "../world.js";

/* What a server as a real process leaves behind when it falls over, or when somebody looks into it. */

const SECRETS = {
  ENTRA_CLIENT_SECRET: "canary~client.secret",
  MONGODB_URI: "mongodb://user:canary-password@127.0.0.1:1/rollcall",
  DATA_KEY: randomBytes(32).toString("base64"),
};

let folder: string;
let server: ServerProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-report-"));
});
afterEach(async () => {
  await server?.stop();
  await rm(folder, { recursive: true });
});

/** A server with those secrets, which does `onHangup` (JavaScript) when it hears SIGHUP. */
async function serve(onHangup: string): Promise<ServerProcess> {
  const settings = { port: await freePort(), mongoUri: SECRETS.MONGODB_URI, microsoftUrl: "http://127.0.0.1:1" };
  const script = join(folder, "on-hangup.mjs");
  await writeFile(
    script,
    `import { execFileSync } from "node:child_process"; process.on("SIGHUP", () => { ${onHangup} });`,
  );
  server = startServer(["--import", script, ...SOURCE_SERVER], {
    ...serverEnv(settings),
    ...SECRETS,
    NODE_OPTIONS: `--report-on-signal --report-directory=${folder}`,
    HARMLESS: "not a secret",
  });
  await server.listening;
  return server;
}

function expectNoSecret(text: string): void {
  for (const secret of ["canary", SECRETS.DATA_KEY, JSON.stringify(SECRETS.DATA_KEY)])
    expect(text).not.toContain(secret);
}

describe("a server that falls over", () => {
  const LEAKY = `Object.assign(
    new Error("words of ours; ${SECRETS.ENTRA_CLIENT_SECRET} at ${SECRETS.MONGODB_URI} with ${SECRETS.DATA_KEY}", {
      cause: new Error("POST ?code=canary&client_secret=canary"),
    }),
    { config: { headers: { authorization: "canary" } }, request: "Bearer canary-canary" })`;

  it.each([
    ["by an exception that nobody caught", `throw ${LEAKY}`],
    ["by a rejection that nobody caught and that is no error", `Promise.reject(String(${LEAKY}))`],
  ])("%s says so in one line of its log, without a secret, and ends", async (_how, onHangup) => {
    const running = await serve(onHangup);

    running.child.kill("SIGHUP");
    const code = await new Promise((resolve) => running.child.once("close", resolve));

    const printed = running.printed();
    const fatal = printed.split("\n").filter((line) => line.includes("words of ours"));
    expect(code).toBe(1);
    expect(fatal.map((line) => (JSON.parse(line) as { level: number; msg: string }).msg)).toEqual([
      "the process ends by an error that nobody caught",
    ]);
    expect(fatal[0]).toContain("[cut]");
    expect(printed).not.toMatch(/^ +at |Node\.js v/m);
    expectNoSecret(printed);
  });
});

describe("a server that somebody looks into", () => {
  it("has no secret in Node's report of it, and hands none to what it starts", async () => {
    const running = await serve('console.log(String(execFileSync("env")));');

    running.child.kill("SIGUSR2");
    const report = await eventually(
      async () => {
        const file = (await readdir(folder)).find((name) => name.startsWith("report."));
        return file === undefined ? "" : await readFile(join(folder, file), "utf8");
      },
      (text) => text.trimEnd().endsWith("\n}"),
    );
    running.child.kill("SIGHUP");
    await eventually(
      () => Promise.resolve(running.printed()),
      (text) => text.includes("HARMLESS=not a secret"),
    );

    const { environmentVariables } = JSON.parse(report) as { environmentVariables: object };
    expect(environmentVariables).toMatchObject({ HARMLESS: "not a secret" });
    expectNoSecret(report);
    expectNoSecret(running.printed());
  });
});
