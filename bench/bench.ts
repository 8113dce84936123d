/** One line of the table. */
export interface Row {
  readonly what: string;
  /** What was measured, in words with its unit. */
  readonly ours: string;
  readonly reference: string;
  /** What is held against the aim: ours by the reference, or a count that has no reference. */
  readonly value: number;
  /** The most that `value` should be. */
  readonly aim: number;
}

/** A part of the product measured against a reference in the same run, so that it means the same on any machine. */
export interface Bench {
  /** As docs and the table name it, e.g. "P8". */
  readonly id: string;
  /** `scaled` makes a number of people smaller where a run is only to show that it still runs. */
  run(scaled: (full: number) => number): Promise<readonly Row[]>;
}
