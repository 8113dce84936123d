import { CLIENT_ID, CLIENT_SECRET } from "../demo/microsoft/registration.js";
import { createDirectories } from "../server/directory/graph-directory.js";
import { microsoftFetch } from "../server/microsoft-fetch.js";
import type { Store } from "../server/store/connection.js";
import type { Clock, RequestedRun } from "../server/use-cases/ports.js";
import type { RunSyncDeps } from "../server/use-cases/run-deps.js";
import type { World } from "./world.js";

export interface WorkerOptions {
  readonly now?: Clock;
  readonly stopping?: AbortSignal;
  readonly clientSecret?: string;
  /** What happens while Microsoft is waited for; left out, the wait is a real one. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** Told of the runs it is asked for, which nobody queues. */
  readonly onRequest?: (run: RequestedRun) => void;
}

/** What carries out runs, without a queue and an API around it: the store and the directory are the real ones. */
export function workerOver(store: Store, microsoftUrl: string, options: WorkerOptions = {}): RunSyncDeps {
  const { now = () => new Date(), stopping = new AbortController().signal } = options;
  return {
    ...store,
    directories: createDirectories({
      clientId: CLIENT_ID,
      credentials: [{ kind: "SECRET", secret: options.clientSecret ?? CLIENT_SECRET }],
      fetch: microsoftFetch({ simulatorUrl: microsoftUrl }),
      now,
      ...(options.sleep && { sleep: options.sleep }),
      log: () => undefined,
    }),
    scheduler: {
      scheduleHourly: () => Promise.resolve(),
      cancelHourly: () => Promise.resolve(),
      scheduleDaily: () => Promise.resolve(),
      nextHourlyAt: () => Promise.resolve(null),
      runNow: (run) => Promise.resolve(options.onRequest?.(run)),
    },
    now,
    intervalSeconds: 3600,
    stopping,
  };
}

/** Another worker beside a world's server. The runs it is asked for are kept in `handed`. */
export function workerOf(
  world: World,
  options: Omit<WorkerOptions, "now" | "onRequest"> & { readonly handed?: RequestedRun[] } = {},
): RunSyncDeps {
  const { handed = [], ...rest } = options;
  return workerOver(world.store, world.microsoft.url, {
    ...rest,
    now: world.now,
    onRequest: (run) => void handed.push(run),
  });
}
