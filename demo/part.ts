import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./paths.js";

const STOP_WITHIN_MS = 15_000;
const WORDS_KEPT = 4000;

export interface PartOptions {
  readonly name: string;
  /** Entry file, from the project's folder. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What it prints when it can be used. */
  readonly readyWhen: RegExp;
}

export interface Part {
  readonly name: string;
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/**
 * One process of the trial. It lives in a process group of its own, so that Ctrl-C reaches the trial alone and the
 * parts end in order; and it ends when its standard input does, so that it never outlives the trial.
 */
export function startPart(options: PartOptions, folder: string, onDeath: (words: string) => void): Part {
  const { name, file, args = [], env = {}, readyWhen } = options;
  const logs = join(folder, "logs");
  mkdirSync(logs, { recursive: true });
  const log = createWriteStream(join(logs, `${name}.log`), { flags: "a" });
  const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, file), ...args], {
    cwd: ROOT,
    env: { ...process.env, EXIT_WITH_PARENT: "1", ...env },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  child.stdin.on("error", () => undefined); // the part has ended; its exit says so

  let words = "";
  let complaint = "";
  let isReady = false;
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (text: string): void => {
      log.write(text);
      words = (words + text).slice(-WORDS_KEPT);
      if (isReady || !readyWhen.test(words)) return;
      isReady = true;
      resolve();
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-WORDS_KEPT);
      hear(text);
    });
    child.once("close", (code, signal) => {
      const how = signal ?? String(code);
      if (isReady) onDeath(`The ${name} ended unexpectedly (${how}). Its log is in ${logs}.`);
      else
        reject(new Error(complaint.trim() || `The ${name} ended before it was ready (${how}). Its log is in ${logs}.`));
    });
  });

  return {
    name,
    ready,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
      await gone;
      clearTimeout(late);
    },
  };
}
