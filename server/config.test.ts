import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./config.js";

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
      trustProxy: 0,
    });
  });

  it("say every missing key at once", () => {
    expect(problemsOf({})).toEqual([
      "PUBLIC_URL is missing",
      "MONGODB_URI is missing",
      "ENTRA_CLIENT_ID is missing",
      "DATA_KEY is missing",
      "ENTRA_CLIENT_SECRET is missing",
    ]);
  });

  it("say every bad key at once and print no value", () => {
    const bad = {
      PUBLIC_URL: "ftp://canary",
      PORT: "canary",
      MONGODB_URI: "postgres://user:canary@x",
      ENTRA_CLIENT_ID: "canary",
      ENTRA_CLIENT_SECRET: "canary",
      DATA_KEY: "canary",
      ROLE: "canary",
      SELF_SIGNUP: "canary",
      LOG_LEVEL: "canary",
      ALLOWED_CLIENTS: "canary",
      TRUST_PROXY: "canary",
      DEMO_MODE: "canary",
      SYNC_INTERVAL_SECONDS: "canary",
      MICROSOFT_SIMULATOR_URL: "http://canary.example",
    };

    const problems = problemsOf(bad);

    const named = problems.map((line) => line.split(" ")[0]);
    expect(new Set(named)).toEqual(new Set(Object.keys(bad).filter((key) => key !== "ENTRA_CLIENT_SECRET")));
    expect(problems.join("\n")).not.toContain("canary");
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

  it("take two data keys while one replaces the other", () => {
    const other = randomBytes(32).toString("base64");

    expect(readConfig({ ...good, DATA_KEY: `${KEY},${other}` }).dataKeys.map((key) => key.toString("base64"))).toEqual([
      KEY,
      other,
    ]);
    expect(problemsOf({ ...good, DATA_KEY: "c2hvcnQ=" })).toEqual(["DATA_KEY must hold 32 bytes each"]);
  });

  it("take the client secret from a file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rollcall-config-"));
    const file = join(folder, "secret");
    await writeFile(file, "from-a-file\n");
    const { ENTRA_CLIENT_SECRET: _, ...rest } = good;

    expect(readConfig({ ...rest, ENTRA_CLIENT_SECRET_FILE: file }).clientSecret).toBe("from-a-file");
    expect(problemsOf({ ...rest, ENTRA_CLIENT_SECRET_FILE: `${file}.gone` })).toEqual([
      "ENTRA_CLIENT_SECRET_FILE names a file that cannot be read",
    ]);
    await rm(folder, { recursive: true });
  });

  it("count an empty variable as not set, as .env files have them", () => {
    expect(problemsOf({ ...good, SYNC_INTERVAL_SECONDS: "", ROLE: "" })).toEqual([]);
  });
});
