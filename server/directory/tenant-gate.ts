import type { Sleep } from "./transport.js";

/** Requests to one tenant at a time. Microsoft counts per app and tenant, and more lanes only bring more 429s. */
export const LANES = 4;

export interface TenantGate {
  /** Runs `work` in a free lane once no pause is on. The work never runs when the signal says stop first. */
  through<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T | "STOPPED">;
  /**
   * One 429 quiets the whole tenant: what is sent meanwhile would be refused and still be counted against us. A quiet
   * too long to sit through closes the gate instead, so that nobody waits holding a lease.
   */
  quiet(now: Date, until: Date): void;
  /** The end of the present quiet if the gate is closed or the quiet lasts beyond `patience`; else null. */
  quietBeyond(now: Date, patience: Date): Date | null;
}

/** The longest quiet anybody sits through, in milliseconds. */
const LONGEST_PAUSE_MS = 120_500;

export function createTenantGate(sleep: Sleep): TenantGate {
  let pausedUntil = new Date(0);
  let closedUntil = new Date(0);
  let pause: Promise<unknown> | null = null;
  let running = 0;
  const waiting: (() => void)[] = [];

  const lane = async (signal: AbortSignal | undefined): Promise<boolean> => {
    if (running >= LANES) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    // A pause that began while we waited for the one before counts as well.
    while (pause !== null && !signal?.aborted) await stopped(pause, signal);
    return !signal?.aborted;
  };

  const leave = () => {
    const next = waiting.shift();
    // The lane is handed on, not freed and taken again, so that latecomers cannot overtake.
    if (next) next();
    else running -= 1;
  };

  return {
    quiet: (now, until) => {
      const waitMs = until.getTime() - now.getTime();
      if (waitMs > LONGEST_PAUSE_MS) {
        if (until > closedUntil) closedUntil = until;
        return;
      }
      if (until > pausedUntil) pausedUntil = until;
      const longer = Promise.all([pause, sleep(waitMs)]).then(() => {
        if (pause === longer) pause = null;
      });
      pause = longer;
    },
    quietBeyond: (now, patience) => {
      if (closedUntil > now) return closedUntil;
      return pause !== null && pausedUntil > patience ? pausedUntil : null;
    },
    through: async (work, signal) => {
      try {
        return (await lane(signal)) ? await work() : "STOPPED";
      } finally {
        leave();
      }
    },
  };
}

/** Ends when the pause ends or the signal says stop, whichever is first. */
async function stopped(pause: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) {
    await pause;
    return;
  }

  let stop: () => void = () => undefined;
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
    signal.addEventListener("abort", stop, { once: true });
  });
  await Promise.race([pause, aborted]);
  signal.removeEventListener("abort", stop);
}
