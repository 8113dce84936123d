import { describe, expect, it } from "vitest";
import { createLog, eventLog, type Log } from "./log.js";

/** What a use of the log wrote, at its most talkative. */
function written(use: (log: Log) => void, secrets: string[] = []): string {
  const lines: string[] = [];
  use(createLog("debug", secrets, { write: (line: string) => lines.push(line) }));
  return lines.join("");
}

const TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJvaWQiOiJjYW5hcnkifQ.canary-signature";

const PRIVATE_KEY = "-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----\n";

function libraryError(): Error {
  return Object.assign(new Error(`401 for Bearer opaque-canary-token at https://x.example/?code=0.canary&state=1`), {
    code: "ECONNREFUSED",
    errorCode: "invalid_client",
    errorMessage: "AADSTS7000222: the secret has expired",
    config: { headers: { Authorization: "Bearer opaque-canary", authorization: TOKEN }, data: "client_secret=canary" },
    cause: new Error(`posted access_token=canary&x=1 with ${TOKEN}`),
  });
}

describe("the log", () => {
  it.each([
    [
      "by its name",
      (log: Log) => log.info({ token: "canary", a: { clientSecret: "canary", b: { password: "canary" } } }),
    ],
    ["in a header", (log: Log) => log.debug({ req: { headers: { authorization: "canary", cookie: "a=canary" } } })],
    ["in a library's error", (log: Log) => log.error({ err: libraryError() }, "a request failed")],
    ["in the words of an event", (log: Log) => eventLog(log)({ level: "warn", msg: "x", because: `sent ${TOKEN}` })],
    ["in an address", (log: Log) => log.info(`GET /?code=0.canary-code&client_info=1`)],
    ["in the last value of an address", (log: Log) => log.info(`GET /?state=1&code=0.canary-code`)],
    ["in a private key", (log: Log) => log.warn({ because: new Error(`cannot read ${PRIVATE_KEY}`).message })],
    ["in a connection string", (log: Log) => log.warn({ because: "mongodb://user:canary@db.example/x is away" })],
    ["in a mail server's address", (log: Log) => log.warn({ because: "smtps://user:canary@mail.example is away" })],
  ])("never holds a secret that came %s", (_how, use) => {
    const text = written(use);

    expect(text).not.toContain("canary");
    expect(text).toContain("[cut]");
  });

  it("never holds a secret of the settings, wherever it stands, and keeps what is too short to be one", () => {
    const secrets = ['canary"with\\marks', "canary~plain.secret", "ab"];

    const text = written((log) => {
      log.info({ about: secrets }, "about to send");
      log.error({ err: new Error(`invalid client secret: ${secrets.join(" or ")}`) }, `with ${secrets.join("")}`);
    }, secrets);

    expect(text).not.toContain("canary");
    expect(text).toContain("about to send");
  });

  it("keeps the codes of errors, which are what an operator searches for", () => {
    const text = written((log) => log.error({ err: libraryError(), code: "invalid_grant" }, "a request failed"));

    const line = JSON.parse(text) as { code: string; err: { code: string; errorMessage: string; errorCode: string } };
    expect(line.code).toBe("invalid_grant");
    expect(line.err).toMatchObject({
      code: "ECONNREFUSED",
      errorCode: "invalid_client",
      errorMessage: "AADSTS7000222: the secret has expired",
    });
  });

  it("is one JSON object a line, whatever somebody typed", () => {
    const text = written((log) => log.info({ name: 'a\n{"level":60}\u2028"' }, 'b\n?code="x'));

    expect(text.trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ name: 'a\n{"level":60}\u2028"' });
  });

  it("takes the level that an event names", () => {
    const text = written((log) => {
      eventLog(log)({ level: "error", msg: "a" });
      eventLog(log)({ msg: "b" });
    });

    expect(
      text
        .split("\n")
        .slice(0, 2)
        .map((line) => (JSON.parse(line) as { level: number }).level),
    ).toEqual([50, 30]);
  });
});
