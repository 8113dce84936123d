import { orStopped } from "./or-stopped.js";
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

  /** Takes a lane; false when told to stop before one was free, and then there is none to leave. */
  const enter = async (signal: AbortSignal | undefined): Promise<boolean> => {
    if (running < LANES) {
      running += 1;
      return true;
    }
    let mine: () => void = () => undefined;
    const free = new Promise<void>((resolve) => waiting.push((mine = resolve)));
    if ((await orStopped(free, signal)) !== "STOPPED") return true;
    const at = waiting.indexOf(mine);
    // Handed a lane in the same moment: it goes on to the next.
    if (at < 0) leave();
    else waiting.splice(at, 1);
    return false;
  };

  /** Sits through the pause that is on; a pause that began meanwhile counts as well. */
  const quietEnds = async (signal: AbortSignal | undefined): Promise<void> => {
    while (pause !== null && !signal?.aborted) await orStopped(pause, signal);
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
      if (signal?.aborted || !(await enter(signal))) return "STOPPED";
      try {
        await quietEnds(signal);
        return signal?.aborted ? "STOPPED" : await work();
      } finally {
        leave();
      }
    },
  };
}
