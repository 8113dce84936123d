import { afterAll, beforeAll, beforeEach } from "vitest";
import { testStore, type TestStore } from "./store.js";

/* One store for a test file, an account of its own for each test, and a clock that stands still until told. */

const START = "2026-05-04T10:00:00Z";

export let store: TestStore;
export let account: string;
export let now = new Date(START);

/** Called once at the top of a test file. */
export function eachTestHasItsAccount(): void {
  let accounts = 0;
  beforeAll(async () => {
    store = await testStore(() => now);
  });
  afterAll(() => store.close());
  beforeEach(() => {
    account = `account-${++accounts}`;
    now = new Date(START);
  });
}
