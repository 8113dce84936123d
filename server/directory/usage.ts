import { AsyncLocalStorage } from "node:async_hooks";
import type { RunUsage } from "../core/run.js";

/** Enough for Microsoft's support to find the rest by. */
const MOST_REQUEST_IDS = 20;

interface Counting {
  readonly usage: { -readonly [Field in keyof RunUsage]: RunUsage[Field] };
  readonly onWait: ((ms: number) => void) | undefined;
}

const counting = new AsyncLocalStorage<Counting>();

/**
 * Counts what the work inside asks of Microsoft, and tells of each wait as it begins. Lanes and tokens are shared by
 * all, so the count follows the asker.
 */
export async function measured<T>(
  work: () => Promise<T>,
  onWait?: (ms: number) => void,
): Promise<{ readonly value: T; readonly usage: RunUsage }> {
  const usage = { requests: 0, waits: 0, waitedMs: 0, requestIds: [] };
  return { value: await counting.run({ usage, onWait }, work), usage };
}

export function countRequest(): void {
  const store = counting.getStore();
  if (store) store.usage.requests += 1;
}

export function countWait(ms: number): void {
  const store = counting.getStore();
  if (!store) return;
  store.usage.waits += 1;
  store.usage.waitedMs += ms;
  store.onWait?.(ms);
}

/** A request that had no good answer, by the name Microsoft gave it. */
export function noteTroubled(requestId: string | null): void {
  const store = counting.getStore();
  if (!store || requestId === null || store.usage.requestIds.length >= MOST_REQUEST_IDS) return;
  store.usage.requestIds = [...store.usage.requestIds, requestId];
}
