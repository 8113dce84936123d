/** Asks Microsoft over HTTPS, or the pretend Microsoft while the switch to it is on. Addresses stay the real ones. */
export type MicrosoftFetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

const HOSTS = new Set(["login.microsoftonline.com", "graph.microsoft.com"]);

/** Microsoft documents no time limit of its own; a server that hangs must not hang us. */
const TIMEOUT_MS = 30_000;

/**
 * The only way out to Microsoft. Speaks to its two hosts and to nothing else, follows no redirect (it could carry a
 * token to a stranger), and gives up on an answer, body included, after `timeoutMs` milliseconds.
 *
 * With `simulatorUrl` (e.g. http://127.0.0.1:4100) `https://<host>/<path>` is asked as `<simulatorUrl>/<host>/<path>`;
 * path and query stay as they are. Callers see real addresses only, so their origin checks hold in both worlds.
 */
export function microsoftFetch(options: {
  readonly simulatorUrl: string | null;
  readonly timeoutMs?: number;
}): MicrosoftFetch {
  const simulator = options.simulatorUrl?.replace(/\/+$/, "") ?? null;
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;

  return async (url, init = {}) => {
    const address = new URL(url);
    if (!isMicrosoft(address)) throw new Error(`Refused to send a request to ${address.origin}: not a Microsoft host.`);

    const target = simulator === null ? address.href : mapped(simulator, address);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    return fetch(target, { ...init, redirect: "error", signal });
  };
}

function isMicrosoft(address: URL): boolean {
  return (
    address.protocol === "https:" &&
    address.port === "" &&
    address.username === "" &&
    address.password === "" &&
    HOSTS.has(address.hostname)
  );
}

/** URL has resolved any ".." by now, so a path cannot climb out of its host's folder on the simulator. */
function mapped(simulator: string, address: URL): string {
  return `${simulator}/${address.hostname}${address.pathname}${address.search}`;
}
