const EVERY_MS = 5 * 60_000;

/**
 * Reconciles every five minutes until the signal says stop: an account that the operator's command line made has no
 * jobs yet, and one whose job got lost would otherwise wait for the next restart.
 */
export function reconcileRegularly(
  reconcile: () => Promise<void>,
  options: { readonly log: (event: object) => void; readonly signal: AbortSignal; readonly everyMs?: number },
): void {
  let going = false;
  const timer = setInterval(() => {
    if (going) return;
    going = true;
    void reconcile()
      .catch((error: unknown) => {
        if (options.signal.aborted) return;
        const because = error instanceof Error ? error.message : String(error);
        options.log({ level: "error", msg: "The schedules could not be looked through; that is tried again", because });
      })
      .finally(() => (going = false));
  }, options.everyMs ?? EVERY_MS);
  timer.unref();

  if (options.signal.aborted) clearInterval(timer);
  options.signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}
