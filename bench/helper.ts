import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface Helper {
  /** What it said first, when it was ready. */
  readonly hello: unknown;
  /** Sends it something to do, and answers with what it says to it. */
  ask(what: object): Promise<unknown>;
  stop(): void;
}

/** A process of its own beside the bench; `file` is one of bench/processes. It ends with the bench, whatever happens. */
export async function startHelper(file: string, args: readonly (string | number)[] = []): Promise<Helper> {
  const child = fork(join(import.meta.dirname, "processes", file), args.map(String), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return {
    hello: await nextWordOf(child),
    ask: (what) => {
      child.send(what);
      return nextWordOf(child);
    },
    stop: () => child.disconnect(),
  };
}

async function nextWordOf(child: ChildProcess): Promise<unknown> {
  const over = new AbortController();
  const died = once(child, "exit", { signal: over.signal }).then(([code]) => {
    throw new Error(`A helper of the bench ended with ${String(code)}.`);
  });
  died.catch(() => undefined); // told by the race, if at all
  const [word] = (await Promise.race([once(child, "message", { signal: over.signal }), died])) as unknown[];
  over.abort();
  return word;
}
