import { setImmediate as turn } from "node:timers/promises";
import { microsoftFetch } from "../server/microsoft-fetch.js";
import { directoryOf, evenGroups, startLargeTenant } from "./large-tenant.js";

const RETRY_AFTER_SECONDS = 10;
const GROUPS = 20;
/** Turns of the event loop in which nobody asked anything, after which everybody must be waiting for the clock. */
const STILL_TURNS = 20;

export interface ThrottledRead {
  readonly groups: number;
  /** Of these, read to their end. */
  readonly complete: number;
  readonly asked: number;
  readonly refused: number;
  /** Requests sent while a 429 that had arrived still said to wait. */
  readonly early: number;
}

/**
 * Reads a tenant that answers 429 to every fifth request. Time stands still while anything is asked and then leaps to
 * whoever wakes next, so that minutes of waiting take none, and a request sent too early can be told from one in time.
 */
export async function readThrottled(people: number): Promise<ThrottledRead> {
  const every = 5;
  const throttle = (request: number) => (request % every === 0 ? RETRY_AFTER_SECONDS : null);
  const tenant = await startLargeTenant({ people, groups: evenGroups(people, GROUPS), throttle });
  const clock = leapingClock();
  const plain = microsoftFetch({ simulatorUrl: tenant.url });
  let quietUntil = 0;
  let refused = 0;
  let early = 0;

  const fetch: typeof plain = (url, init) =>
    clock.standsStillFor(async () => {
      if (clock.now().getTime() < quietUntil) early += 1;
      const response = await plain(url, init);
      const answer = new Response(await response.arrayBuffer(), response);
      if (response.status === 429) {
        refused += 1;
        // In the next turn: until then those who were about to send have not heard of it.
        const until = clock.now().getTime() + RETRY_AFTER_SECONDS * 1000;
        setImmediate(() => (quietUntil = Math.max(quietUntil, until)));
      }
      return answer;
    });

  const directory = directoryOf(tenant.url, { fetch, now: clock.now, sleep: clock.sleep });
  const read = await clock.runWhile(directory.readGroups(tenant.groupIds, { nested: true }));
  await tenant.close();

  const whole = read.ok ? read.value.filter((group) => group.outcome === "COMPLETE") : [];
  return { groups: GROUPS, complete: whole.length, asked: tenant.asked.length, refused, early };
}

function leapingClock() {
  let ms = Date.UTC(2026, 4, 4);
  let busy = 0;
  let still = 0;
  let sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  const leap = () => {
    ms = Math.min(...sleepers.map((sleeper) => sleeper.until));
    for (const sleeper of sleepers) if (sleeper.until <= ms) sleeper.wake();
    sleepers = sleepers.filter((sleeper) => sleeper.until > ms);
  };

  return {
    now: () => new Date(ms),
    sleep: (forMs: number) => new Promise<void>((wake) => void sleepers.push({ until: ms + forMs, wake })),
    async standsStillFor<T>(work: () => Promise<T>): Promise<T> {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
        still = 0;
      }
    },
    async runWhile<T>(work: Promise<T>): Promise<T> {
      let done = false;
      const ended = work.finally(() => (done = true));
      while (!done) {
        await turn();
        still = busy > 0 ? 0 : still + 1;
        if (still > STILL_TURNS && sleepers.length > 0) leap();
      }
      return ended;
    },
  };
}
