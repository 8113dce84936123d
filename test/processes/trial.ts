import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../../demo/paths.js";
import { freePort } from "../world.js";

/** `npm start` as a person would start it, on ports and in a folder of its own. */
export interface Trial {
  /** As printed. */
  readonly url: string;
  readonly controlUrl: string;
  readonly startedAfterMs: number;
  /** Ctrl-C; answers with the exit code and how long it took. */
  interrupt(): Promise<{ readonly code: number | null; readonly tookMs: number }>;
}

export interface Ports {
  readonly PORT: string;
  readonly PRETEND_PORT: string;
  readonly DATABASE_PORT: string;
}

export async function freePorts(): Promise<Ports> {
  const [server, microsoft, database] = await Promise.all([freePort(), freePort(), freePort()]);
  return { PORT: String(server), PRETEND_PORT: String(microsoft), DATABASE_PORT: String(database) };
}

export async function startTrial(folder: string, ports: Ports, env: Record<string, string> = {}): Promise<Trial> {
  const begun = Date.now();
  const child = spawn(process.execPath, [join(ROOT, "demo/start.mjs")], {
    cwd: ROOT,
    env: { ...process.env, ...ports, DATA_DIR: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = await outputUntil(child, /Ctrl-C stops everything/);
  return {
    url: /Rollcall is running: +(\S+)/.exec(printed)?.[1] ?? "",
    controlUrl: /people at +(\S+)/.exec(printed)?.[1] ?? "",
    startedAfterMs: Date.now() - begun,
    async interrupt() {
      const asked = Date.now();
      const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
      child.kill("SIGINT");
      return { code: await ended, tookMs: Date.now() - asked };
    },
  };
}

/** What a process printed up to the words that say it is ready; fails with all of it when it ends before. */
export function outputUntil(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const hear = (text: Buffer): void => {
      printed += text.toString();
      if (ready.test(printed)) resolve(printed);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`It ended with ${code} before it was ready:\n${printed}`)));
  });
}
