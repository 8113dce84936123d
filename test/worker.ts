import { CLIENT_ID, CLIENT_SECRET } from "../demo/microsoft/registration.js";
import { createDirectories } from "../server/directory/graph-directory.js";
import { microsoftFetch } from "../server/microsoft-fetch.js";
import type { RunSyncDeps } from "../server/use-cases/run-sync.js";
import type { Clock, RequestedRun } from "../server/use-cases/ports.js";
import type { Store } from "../server/store/connection.js";

/**
 * A worker of its own beside the server's, on the same database and Microsoft; the runs it is asked for are kept in
 * `handed` instead of queued.
 */
export function workerBeside(
  world: { readonly store: Store; readonly microsoft: { readonly url: string }; readonly now?: Clock },
  { handed = [], stopping = new AbortController().signal }: { handed?: RequestedRun[]; stopping?: AbortSignal } = {},
): RunSyncDeps {
  const { now = () => new Date() } = world;
  return {
    ...world.store,
    directories: createDirectories({
      clientId: CLIENT_ID,
      credentials: [{ kind: "SECRET", secret: CLIENT_SECRET }],
      fetch: microsoftFetch({ simulatorUrl: world.microsoft.url }),
      now,
      log: () => undefined,
    }),
    scheduler: {
      scheduleHourly: () => Promise.resolve(),
      cancelHourly: () => Promise.resolve(),
      scheduleDaily: () => Promise.resolve(),
      nextHourlyAt: () => Promise.resolve(null),
      runNow: (run) => Promise.resolve(void handed.push(run)),
    },
    now,
    intervalSeconds: 3600,
    stopping,
  };
}
