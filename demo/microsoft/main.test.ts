import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMicrosoft } from "./server.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pretend-microsoft-main-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(environment: Record<string, string>): ChildProcess {
  const entry = new URL("./main.ts", import.meta.url).pathname;
  return spawn(process.execPath, ["--import", "tsx", entry], {
    env: { ...process.env, DATA_DIR: folder, ...environment },
    stdio: "pipe",
  });
}

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  let seen = "";
  for await (const chunk of stream ?? []) {
    seen += String(chunk);
    if (seen.includes("\n")) break;
  }
  return seen.split("\n")[0] ?? "";
}

const exitOf = async (child: ChildProcess): Promise<unknown> => child.exitCode ?? (await once(child, "exit"))[0];

describe("the process", { timeout: 60_000 }, () => {
  it("says where it is, and ends cleanly with what happened on disk when it is told to", async () => {
    const child = start({ PRETEND_PORT: "0" });
    const url = /http:\S+/.exec(await firstLine(child.stdout))?.[0] ?? "";
    const body = JSON.stringify({ displayName: "Process Person" });
    await fetch(`${url}/control/hire`, { method: "POST", headers: { "content-type": "application/json" }, body });

    child.kill("SIGTERM");

    expect(await exitOf(child)).toBe(0);
    expect(await readFile(join(folder, "microsoft.json"), "utf8")).toContain("Process Person");
  });

  it("ends when its parent's end of stdin closes", async () => {
    const child = start({ PRETEND_PORT: "0", EXIT_WITH_PARENT: "1" });
    await firstLine(child.stdout);

    child.stdin?.end();

    expect(await exitOf(child)).toBe(0);
  });

  it("says in one line that a port is in use", async () => {
    const other = await startMicrosoft();
    const child = start({ PRETEND_PORT: new URL(other.url).port });

    const line = await firstLine(child.stderr);

    expect(await exitOf(child)).toBe(1);
    expect(line).toContain("is in use");
    await other.close();
  });
});
