/**
 * Waits for the work, or no longer than until the signal says stop. For waits that have no ear for a signal themselves:
 * whoever is told to stop must not sit through somebody else's pause. The work goes on, and what becomes of it then is
 * nobody's any more.
 */
export async function orStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | "STOPPED"> {
  if (!signal) return work;

  let stop: () => void = () => undefined;
  const stopped = new Promise<"STOPPED">((resolve) => {
    stop = () => resolve("STOPPED");
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
