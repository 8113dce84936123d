import { Router } from "express";

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
    const answers = await Promise.all(
      parts().map(async (part) => ({ part, ready: await part.ready().catch(() => false) })),
    );
    const missing = answers.filter(({ ready }) => !ready).map(({ part }) => `${part.name} does not answer`);
    response
      .status(missing.length > 0 ? 503 : 200)
      .set("cache-control", "no-store")
      .json({ ready: missing.length === 0, missing });
  });
  return router;
}

/** Remembers an answer for a moment, so that a prober cannot make us hammer the part that is asked. */
export function remembered(part: Part, now: () => Date, forMs: number): Part {
  let last: { at: number; answer: Promise<boolean> } | null = null;
  return {
    name: part.name,
    ready() {
      const at = now().getTime();
      if (!last || at - last.at > forMs) last = { at, answer: part.ready() };
      return last.answer;
    },
  };
}
