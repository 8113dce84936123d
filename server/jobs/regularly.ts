export interface RegularWork {
  readonly everyMs: number;
  /** What is logged when the work fails, which ends nothing. */
  readonly trouble: string;
  readonly log: (event: object) => void;
  readonly signal: AbortSignal;
}

/**
 * Does something again and again until the signal says stop, never twice at the same time: what every worker looks
 * through by itself, and not what is due for one account, which is Agenda's.
 */
export function regularly(work: () => Promise<void>, { everyMs, trouble, log, signal }: RegularWork): void {
  let going = false;
  const timer = setInterval(() => {
    if (going) return;
    going = true;
    void work()
      .catch((error: unknown) => {
        if (signal.aborted) return;
        log({ level: "error", msg: trouble, because: error instanceof Error ? error.message : String(error) });
      })
      .finally(() => (going = false));
  }, everyMs);
  timer.unref();

  if (signal.aborted) clearInterval(timer);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}
