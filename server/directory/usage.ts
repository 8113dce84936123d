import { AsyncLocalStorage } from "node:async_hooks";
import type { RunUsage } from "../core/model.js";

type Counting = { -readonly [Field in keyof RunUsage]: RunUsage[Field] };

const counting = new AsyncLocalStorage<Counting>();

/** Counts what the work inside asks of Microsoft. Lanes and tokens are shared by all, so the count follows the asker. */
export async function measured<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly usage: RunUsage }> {
  const usage: Counting = { requests: 0, waits: 0, waitedMs: 0 };
  return { value: await counting.run(usage, work), usage };
}

export function countRequest(): void {
  const usage = counting.getStore();
  if (usage) usage.requests += 1;
}

export function countWait(ms: number): void {
  const usage = counting.getStore();
  if (!usage) return;
  usage.waits += 1;
  usage.waitedMs += ms;
}
