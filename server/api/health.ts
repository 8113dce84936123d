import { Router } from "express";

/** Longest that /readyz waits for a part. */
const ANSWER_WITHIN_MS = 2000;

/** Something the server cannot work without, and whether it answers now. */
export interface Part {
  readonly name: string;
  ready(): Promise<boolean>;
}

/** /healthz: the process lives. /readyz: it can work, or which part of it does not answer. */
export function healthPages(parts: () => readonly Part[]): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => void response.json({ alive: true }));
  router.get("/readyz", async (_request, response) => {
    const answers = await Promise.all(parts().map(async (part) => ({ part, ready: await inTime(part.ready()) })));
    const missing = answers.filter(({ ready }) => !ready).map(({ part }) => `${part.name} does not answer`);
    response
      .status(missing.length > 0 ? 503 : 200)
      .set("cache-control", "no-store")
      .json({ ready: missing.length === 0, missing });
  });
  return router;
}

/**
 * Asks the part one question at a time and remembers the answer for `forMs` milliseconds, so that a prober cannot make
 * us hammer the part that is asked, least of all one that hangs.
 */
export function remembered(part: Part, now: () => Date, forMs: number): Part {
  let last: { readonly at: number; readonly ready: boolean } | null = null;
  let pending: Promise<boolean> | null = null;
  const ask = async (): Promise<boolean> => {
    const ready = await part.ready().catch(() => false);
    last = { at: now().getTime(), ready };
    pending = null;
    return ready;
  };
  return {
    name: part.name,
    ready() {
      if (pending) return pending;
      if (last && now().getTime() - last.at <= forMs) return Promise.resolve(last.ready);
      return (pending = ask());
    },
  };
}

/** A prober has a time limit of its own, often a few seconds, and must hear from us which part hangs. */
function inTime(ready: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS)));
  return Promise.race([ready.catch(() => false), late]).finally(() => clearTimeout(timer));
}
