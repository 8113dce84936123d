import { randomBytes } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, loadEnvFile, readConfig } from "./config.js";

const GUID = "7d1e5f0a-2c4b-4f6d-8a3e-9b0c1d2e3f40";
const KEY = randomBytes(32).toString("base64");

const good = {
  PUBLIC_URL: "https://rollcall.example/",
  MONGODB_URI: "mongodb://db.example/rollcall",
  ENTRA_CLIENT_ID: GUID.toUpperCase(),
  ENTRA_CLIENT_SECRET: "s3cret-canary",
  DATA_KEY: KEY,
};

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [`threw something else: ${String(error)}`];
  }
}

describe("the settings", () => {
  it("need little, and are closed by default", () => {
    expect(readConfig(good)).toMatchObject({
      publicUrl: "https://rollcall.example",
      port: 4000,
      clientId: GUID,
      role: "all",
      selfSignup: false,
      production: false,
      simulatorUrl: null,
      allowedClients: [],
      allowedOrigins: [],
      trustProxy: 0,
      mail: null,
      historyDays: null,
    });
  });

  it("say every missing key at once", () => {
    expect(problemsOf({})).toEqual([
      "PUBLIC_URL is missing",
      "MONGODB_URI is missing",
      "ENTRA_CLIENT_ID is missing",
      "DATA_KEY is missing",
      "ENTRA_CLIENT_SECRET is missing, or else ENTRA_CLIENT_SECRET_FILE or ENTRA_CLIENT_CERTIFICATE_FILE",
    ]);
  });

  it("say every bad key at once and print no value", () => {
    const bad = {
      PUBLIC_URL: "ftp://canary",
      PORT: "canary",
      MONGODB_URI: "postgres://user:canary@x",
      ENTRA_CLIENT_ID: "canary",
      ENTRA_CLIENT_SECRET: "canary",
      ENTRA_CLIENT_SECRET_FILE: "/canary",
      ENTRA_CLIENT_CERTIFICATE_FILE: "/canary1,/canary2",
      DATA_KEY: "canary",
      ROLE: "canary",
      SELF_SIGNUP: "canary",
      HISTORY_DAYS: "canary",
      LOG_LEVEL: "canary",
      ALLOWED_CLIENTS: "canary",
      ALLOWED_ORIGINS: "canary",
      TRUST_PROXY: "canary",
      DEMO_MODE: "canary",
      SMTP_URL: "https://user:canary@mail.example",
      MAIL_FROM: "canary",
      SYNC_INTERVAL_SECONDS: "canary",
      MICROSOFT_SIMULATOR_URL: "http://canary.example",
    };

    const problems = problemsOf(bad);

    const named = problems.map((line) => line.split(" ")[0]);
    expect(new Set(named)).toEqual(new Set(Object.keys(bad).filter((key) => key !== "ENTRA_CLIENT_SECRET")));
    expect(problems.join("\n")).not.toContain("canary");
  });

  it('say what a bad setting must be, and "is missing" of those alone that are not set', () => {
    const problems = problemsOf({
      ...good,
      PORT: "a",
      TRUST_PROXY: "true",
      SYNC_INTERVAL_SECONDS: "abc",
      DATA_KEY: "",
    });

    expect(problems).toEqual([
      "PORT must be a port",
      "TRUST_PROXY must be a number of proxies, 0 to 10",
      "DATA_KEY is missing",
      "SYNC_INTERVAL_SECONDS must be whole seconds, 1 to 3600",
    ]);
  });

  it("say what is refused in production also while other settings are bad", () => {
    const problems = problemsOf({
      NODE_ENV: "production",
      PORT: "0",
      MICROSOFT_SIMULATOR_URL: "http://127.0.0.1:4100",
      ENTRA_CLIENT_SECRET_FILE: "/nowhere/at/all",
    });

    expect(problems).toEqual([
      "PUBLIC_URL is missing",
      "PORT must be a port",
      "MONGODB_URI is missing",
      "ENTRA_CLIENT_ID is missing",
      "DATA_KEY is missing",
      "ENTRA_CLIENT_SECRET_FILE names a file that cannot be read",
      "MICROSOFT_SIMULATOR_URL is refused in production",
    ]);
  });

  it.each([
    "https://rollcall.example/path",
    "https://rollcall.example/?a=b",
    "https://rollcall.example?",
    "https://rollcall.example/#top",
    "https://user:canary@rollcall.example",
    "https://@rollcall.example",
  ])("take an origin as the public address, and not %s", (url) => {
    expect(problemsOf({ ...good, PUBLIC_URL: url })).toEqual([
      "PUBLIC_URL must be an address without path, query or credentials",
    ]);
  });

  it.each([
    "https://evil.example;script-src *",
    "https://a.example; https://b.example",
    "'none';default-src",
    "*",
    "http://a.example",
    "https://*",
    "https://a.*.example",
    "https://a.example/path",
  ])("let nobody write into the content policy by FRAME_ANCESTORS %s", (ancestors) => {
    expect(problemsOf({ ...good, FRAME_ANCESTORS: ancestors })).toEqual([
      "FRAME_ANCESTORS must be https origins, like https://teams.microsoft.com or https://*.office.com",
    ]);
  });

  it("take frame ancestors apart at spaces and commas", () => {
    const { frameAncestors } = readConfig({ ...good, FRAME_ANCESTORS: "https://a.example, https://*.b.example:8443" });

    expect(frameAncestors).toEqual(["https://a.example", "https://*.b.example:8443"]);
    expect(readConfig(good).frameAncestors).toContain("https://*.cloud.microsoft");
  });

  it.each([
    "*",
    "null",
    "https://*.example.com",
    "http://app.example.com",
    "http://localhost.example.com",
    "https://app.example.com/path",
    "https://user@app.example.com",
    "app.example.com",
  ])("open the API to no origin that is not named in full: %s", (origin) => {
    expect(problemsOf({ ...good, ALLOWED_ORIGINS: origin })).toEqual([
      "ALLOWED_ORIGINS must be https origins, like https://app.example.com, or http ones on this machine's loopback",
    ]);
  });

  it("take origins as browsers write them", () => {
    const { allowedOrigins } = readConfig({
      ...good,
      ALLOWED_ORIGINS: "https://App.example.com/, https://b.example:443 http://localhost:5173",
    });

    expect(allowedOrigins).toEqual(["https://app.example.com", "https://b.example", "http://localhost:5173"]);
  });

  it.each([
    "http://10.0.0.1:4100",
    "https://127.0.0.1:4100",
    "http://127.0.0.1.evil.example",
    "http://localhost:4100/x",
  ])("believe a pretend Microsoft on this machine only, not at %s", (url) => {
    expect(problemsOf({ ...good, MICROSOFT_SIMULATOR_URL: url })).toHaveLength(1);
  });

  it("refuse the pretend Microsoft and a short hour in production, unless it is a demo", () => {
    const pretend = {
      ...good,
      NODE_ENV: "production",
      MICROSOFT_SIMULATOR_URL: "http://127.0.0.1:4100",
      SYNC_INTERVAL_SECONDS: "60",
    };

    expect(problemsOf(pretend)).toEqual([
      "MICROSOFT_SIMULATOR_URL is refused in production",
      "SYNC_INTERVAL_SECONDS is refused in production",
    ]);
    expect(problemsOf({ ...pretend, DEMO_MODE: "yes" })).toEqual([]);
  });

  it.each(["Rollcall <rollcall@example.com>", "rollcall@example.com"])("send mails as %s", (from) => {
    const url = "smtps://user:p%40ss@mail.example:465";

    expect(readConfig({ ...good, SMTP_URL: url, MAIL_FROM: from }).mail).toEqual({ url, from });
  });

  it.each([
    ["30", []],
    ["3650", []],
    ["29", ["HISTORY_DAYS must be whole days, 30 to 3650"]],
    ["3651", ["HISTORY_DAYS must be whole days, 30 to 3650"]],
    ["90.5", ["HISTORY_DAYS must be whole days, 30 to 3650"]],
  ])("keep the history a month to ten years: %s days", (days, problems) => {
    expect(problemsOf({ ...good, HISTORY_DAYS: days })).toEqual(problems);
    if (problems.length === 0) expect(readConfig({ ...good, HISTORY_DAYS: days }).historyDays).toBe(Number(days));
  });

  it("need somebody whom mails come from", () => {
    expect(problemsOf({ ...good, SMTP_URL: "smtp://mail.example" })).toEqual(["MAIL_FROM is missing"]);
  });

  it.each([
    "smtp://",
    "http://mail.example",
    "smtp://mail.example/path",
    "smtp://mail.example?tls.rejectUnauthorized=false",
    "smtp://mail.example#x",
    "smtp://user:50%-off@mail.example",
    "mail.example:587",
  ])("take no mail server from %s", (url) => {
    expect(problemsOf({ ...good, SMTP_URL: url, MAIL_FROM: "rollcall@example.com" })).toEqual([
      "SMTP_URL must be an smtp:// or smtps:// address of a mail server, with its login and nothing behind",
    ]);
  });

  it.each(["a@x.example\r\nBcc: b@x.example", "a@x.example, b@x.example", "Rollcall", "<>"])(
    "let mails come from one sender alone, not from %j",
    (from) => {
      expect(problemsOf({ ...good, SMTP_URL: "smtp://mail.example", MAIL_FROM: from })).toEqual([
        "MAIL_FROM must be a mail address, or a name and one: Rollcall <rollcall@example.com>",
      ]);
    },
  );

  it("take two data keys while one replaces the other", () => {
    const other = randomBytes(32).toString("base64");

    expect(readConfig({ ...good, DATA_KEY: `${KEY},${other}` }).dataKeys.map((key) => key.toString("base64"))).toEqual([
      KEY,
      other,
    ]);
    expect(problemsOf({ ...good, DATA_KEY: "c2hvcnQ=" })).toEqual(["DATA_KEY must hold 32 bytes each"]);
  });

  it("take two client secrets while one replaces the other", () => {
    expect(readConfig({ ...good, ENTRA_CLIENT_SECRET: "new,old" }).credentials).toEqual([
      { kind: "SECRET", secret: "new" },
      { kind: "SECRET", secret: "old" },
    ]);
  });

  it("count an empty variable as not set, as .env files have them", () => {
    expect(problemsOf({ ...good, SYNC_INTERVAL_SECONDS: "", ROLE: "" })).toEqual([]);
  });
});

describe("a .env file", () => {
  async function envFile(text: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "rollcall-env-"));
    await writeFile(join(folder, ".env"), text);
    return join(folder, ".env");
  }

  it("adds what is not set, and leaves what is", async () => {
    const environment = { ROLE: "api" };

    loadEnvFile(await envFile('ROLE=worker\nPORT=4001 # a comment\nDATA_KEY="a=="\n'), environment);

    expect(environment).toEqual({ ROLE: "api", PORT: "4001", DATA_KEY: "a==" });
  });

  it("need not be there, and is left alone by a trial", async () => {
    const [bare, trial] = [{}, { DEMO_MODE: "yes" }];

    loadEnvFile("/nowhere/at/all/.env", bare);
    loadEnvFile(await envFile("ROLE=worker\n"), trial);

    expect([bare, trial]).toEqual([{}, { DEMO_MODE: "yes" }]);
  });
});
