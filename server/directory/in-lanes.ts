import { LANES } from "./tenant-gate.js";

/** A few at a time, so that forty lists do not all lie half-read in memory; answers come in the order asked. */
export async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  let at = 0;
  const lane = async () => {
    for (let mine = at++; mine < items.length; mine = at++) {
      const item = items[mine];
      if (item !== undefined) results[mine] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}
