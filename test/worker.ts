import { CLIENT_ID, CLIENT_SECRET } from "../demo/microsoft/registration.js";
import { createDirectories } from "../server/directory/graph-directory.js";
import { microsoftFetch } from "../server/microsoft-fetch.js";
import type { RequestedRun } from "../server/use-cases/ports.js";
import type { RunSyncDeps } from "../server/use-cases/run-sync.js";
import type { World } from "./world.js";

/**
 * What another worker beside the server's has: the real store, the real directory. The runs it asks for are kept in
 * `handed` instead of queued.
 */
export function workerOf(
  world: World,
  options: { readonly stopping?: AbortSignal; readonly clientSecret?: string; readonly handed?: RequestedRun[] } = {},
): RunSyncDeps {
  const { stopping = new AbortController().signal, clientSecret = CLIENT_SECRET, handed = [] } = options;
  return {
    ...world.store,
    directories: createDirectories({
      clientId: CLIENT_ID,
      credentials: [{ kind: "SECRET", secret: clientSecret }],
      fetch: microsoftFetch({ simulatorUrl: world.microsoft.url }),
      now: world.now,
      log: () => undefined,
    }),
    scheduler: {
      scheduleHourly: () => Promise.resolve(),
      cancelHourly: () => Promise.resolve(),
      scheduleDaily: () => Promise.resolve(),
      nextHourlyAt: () => Promise.resolve(null),
      runNow: (run) => Promise.resolve(void handed.push(run)),
    },
    now: world.now,
    intervalSeconds: 3600,
    stopping,
  };
}
