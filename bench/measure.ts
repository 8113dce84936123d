import type { Row } from "./bench.js";

const TIMES = 5;

/** What is measured of a piece of work, and how to say it. */
export interface Gauge {
  measure(work: () => unknown): Promise<number>;
  words(value: number): string;
}

const milliseconds = (ms: number): string => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

/** Milliseconds on the clock of the wall. */
export const wallTime: Gauge = {
  words: milliseconds,
  async measure(work) {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  },
};

/** Milliseconds of all cores that this process used; those of helpers do not count. */
export const cpuTime: Gauge = {
  words: milliseconds,
  async measure(work) {
    const begun = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  },
};

/** The bytes that the work answers with. */
export const bytes: Gauge = {
  words: (value) => `${(value / 1e6).toFixed(0)} MB`,
  measure: async (work) => Number(await work()),
};

interface Both {
  readonly ours: () => unknown;
  readonly reference: () => unknown;
}

/** Both as medians, and ours as a share of the reference. */
export async function compare(what: string, aim: number, gauge: Gauge, both: Both): Promise<Row> {
  const { ours, reference } = await medians(gauge, both);
  return { what, aim, ours: gauge.words(ours), reference: gauge.words(reference), value: ours / reference };
}

/**
 * Measures both five times, in turns, so that whatever else the machine does is shared by both; a round before is thrown
 * away, because code is slow until it has run. Medians, because a mean believes the one bad round.
 */
export async function medians(gauge: Gauge, both: Both): Promise<{ ours: number; reference: number }> {
  const ours: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round <= TIMES; round++) {
    globalThis.gc?.();
    const our = await gauge.measure(both.ours);
    globalThis.gc?.();
    const other = await gauge.measure(both.reference);
    if (round === 0) continue;
    ours.push(our);
    reference.push(other);
  }
  return { ours: median(ours), reference: median(reference) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
