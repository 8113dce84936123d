import { setTimeout as wait } from "node:timers/promises";
import { wordsOf } from "./mongo-errors.js";

const RETRY_MS = 2000;

export interface Trying {
  readonly log: (event: object) => void;
  /** Whether this failure passes by itself; every other one is thrown. */
  readonly passes: (error: unknown) => boolean;
  /** Ends the trying of a process that is told to stop; at once, also in the middle of an attempt. */
  readonly signal?: AbortSignal | undefined;
}

/** Work that needs MongoDB, again and again until MongoDB is there to do it. */
export async function keepTrying<T>(work: () => Promise<T>, { log, passes, signal }: Trying): Promise<T> {
  for (;;) {
    try {
      return await unlessAborted(work, signal);
    } catch (error) {
      if (signal?.aborted || !passes(error)) throw error;
      log({
        level: "warn",
        msg: `MongoDB cannot be reached; trying again in ${RETRY_MS / 1000} seconds`,
        because: wordsOf(error),
      });
    }
    await wait(RETRY_MS, undefined, signal ? { signal } : {});
  }
}

/** The driver takes seconds to find nobody and hears no signal meanwhile. */
async function unlessAborted<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work();
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new DOMException("This operation was aborted", "AbortError"));
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** An error of MongoDB or of its driver: with the same question MongoDB may answer another time. */
export function isMongoTrouble(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith("Mongo");
}
