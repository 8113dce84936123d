import type { Job } from "agenda";

/** What a job's handler needs to know of its surroundings. */
export interface Working {
  readonly log: (event: object) => void;
  readonly lockLifetimeMs: number;
  /** Handlers that have not ended. Agenda forgets those whose lock ran out, but they still write. */
  readonly running: Set<Promise<void>>;
}

/**
 * Runs a handler as every job wants it: the lock is prolonged while it works, a failure is told and ends nothing but
 * this one run. Agenda may start the same job twice all the same (its lock compares clocks of different machines), so
 * what a handler does must be safe under the account's lease.
 */
export async function work(working: Working, job: Job, handle: () => Promise<void>): Promise<void> {
  const prolong = setInterval(() => {
    // Fails when the job was cancelled meanwhile, which is no harm: the handler finds out by its settings.
    job.touch().catch(() => undefined);
  }, working.lockLifetimeMs / 3);
  const handled = handle().catch((error: unknown) =>
    working.log({
      level: "error",
      msg: `The job ${job.attrs.name} failed; its schedule goes on`,
      job: job.attrs.name,
      because: error instanceof Error ? error.message : String(error),
    }),
  );
  working.running.add(handled);
  try {
    await handled;
  } finally {
    clearInterval(prolong);
    working.running.delete(handled);
  }
}

/** The text under this name in a job's data; a job without it cannot be done and never could. */
export function textIn(data: unknown, name: string): string {
  const value: unknown = typeof data === "object" && data !== null ? Reflect.get(data, name) : undefined;
  if (typeof value !== "string" || value === "") throw new Error(`The job has no ${name} in its data`);
  return value;
}

export function numberIn(data: unknown, name: string): number {
  const value: unknown = typeof data === "object" && data !== null ? Reflect.get(data, name) : undefined;
  if (typeof value !== "number") throw new Error(`The job has no ${name} in its data`);
  return value;
}
