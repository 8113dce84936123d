import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The real program, as its own process. */
export interface Program {
  readonly child: ChildProcess;
  /** The first line it prints: an address. */
  readonly said: string;
}

const children = new Set<ChildProcess>();

export const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

/** Starts a TypeScript program and resolves once it has printed its first line. */
export async function startProgram(file: string, args: string[], options: SpawnOptions = {}): Promise<Program> {
  return firstLine(spawn(process.execPath, ["--import", "tsx", file, ...args], { ...options, stdio: "pipe" }));
}

export async function firstLine(child: ChildProcess): Promise<Program> {
  children.add(child);
  child.once("exit", () => children.delete(child));
  let said = "";
  let complaint = "";
  child.stderr?.on("data", (data) => (complaint += String(data)));
  for await (const data of child.stdout ?? []) {
    said += String(data);
    if (said.includes("\n")) return { child, said: said.trim() };
  }
  throw new Error(`it ended without a word: ${complaint}`);
}

export const startDatabase = (dir: string, port = 0): Promise<Program> =>
  startProgram(MAIN, ["--port", String(port), "--dir", dir]);

/** Resolves with the exit code once the process is gone. */
export async function kill({ child }: Program, signal: NodeJS.Signals = "SIGKILL"): Promise<number | null> {
  const exited = once(child, "exit");
  child.kill(signal);
  const [code] = (await exited) as [number | null];
  return code;
}

/** For the end of a test: none outlives it. */
export function killAll(): void {
  for (const child of children) child.kill("SIGKILL");
}
