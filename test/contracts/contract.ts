import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import type { User } from "../../server/core/model.js";
import type { Clock, RunMark, Stores } from "../../server/use-cases/ports.js";

/*
 * A contract says what a store does wherever it keeps its rows. Each is run on the stores over MongoDB (mongo.test.ts)
 * and on those in memory (memory.test.ts), so that the fakes cannot promise what the product does not keep.
 */

export type MakeStores = (now: Clock) => Promise<Stores & { close(): Promise<void> }>;

export let store: Stores;
export let account: string;
/** Stands still until a test moves it. It begins in the present, because a database removes what expired by its own clock. */
export let now: Date;

/** The suite of one port, to be run on whatever stores it is given. */
export function contract(name: string, stories: () => void): (make: MakeStores) => void {
  return (make) =>
    describe(name, () => {
      eachTestHasItsAccount(make);
      stories();
    });
}

/** One set of stores for a suite, and an account of its own for each test. */
export function eachTestHasItsAccount(make: MakeStores): void {
  let accounts = 0;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const made = await make(() => now);
    store = made;
    close = () => made.close();
  });
  afterAll(() => close());
  beforeEach(() => {
    account = `account-${++accounts}`;
    now = new Date();
  });
}

/** The user of the test's account with this object id. */
export async function only(directoryId: string): Promise<User> {
  const [user] = await store.users.byDirectoryIds(account, [directoryId]);
  if (!user) throw new Error(`${directoryId} is not there`);
  return user;
}

export function later(minutes: number): Date {
  now = new Date(now.getTime() + minutes * 60_000);
  return now;
}

let marks = 0;

/** The mark of a run's write: now, under the first token, and another one each time, as every step of a run has its own. */
export function mark(fields: Partial<RunMark> = {}): RunMark {
  return { fence: 1, at: now, writtenBy: `run:${++marks}`, ...fields };
}

/** How many of these answers say that it was theirs: `true`, or something rather than nothing. */
export function winners(answers: readonly unknown[]): number {
  return answers.filter((answer) => answer !== null && answer !== false).length;
}
