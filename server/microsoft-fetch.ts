/** Asks Microsoft over HTTPS, or the pretend Microsoft while the switch to it is on. Addresses stay the real ones. */
export type MicrosoftFetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

const HOSTS = new Set(["login.microsoftonline.com", "graph.microsoft.com"]);

/** Microsoft documents no time limit of its own; a server that hangs must not hang us. */
const TIMEOUT_MS = 30_000;
/** A batch of twenty pages of 999 people stays far below; whatever is longer is no answer of Microsoft's. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * The only way out to Microsoft. Speaks to its two hosts and to nothing else, follows no redirect (it could carry a
 * token to a stranger), and gives up on an answer, body included, after `timeoutMs` milliseconds.
 *
 * With `simulatorUrl` (e.g. http://127.0.0.1:4100) `https://<host>/<path>` is asked as `<simulatorUrl>/<host>/<path>`;
 * path and query stay as they are. Callers see real addresses only, so their origin checks hold in both worlds.
 */
export function microsoftFetch(options: {
  readonly simulatorUrl: string | null;
  readonly timeoutMs?: number | undefined;
  readonly mostBytes?: number;
}): MicrosoftFetch {
  const simulator = options.simulatorUrl?.replace(/\/+$/, "") ?? null;
  const { timeoutMs = TIMEOUT_MS, mostBytes = MOST_BYTES } = options;

  return async (url, init = {}) => {
    const address = new URL(url);
    if (!isMicrosoft(address)) throw new Error(`Refused to send a request to ${address.origin}: not a Microsoft host.`);

    const target = simulator === null ? address.href : mapped(simulator, address);
    return inTime(timeoutMs, init.signal ?? null, async (signal, over) => {
      const response = await fetch(target, { ...init, redirect: "error", signal });
      return withBody(response, await bodyOf(response, over, mostBytes));
    });
  };
}

/**
 * Does the work until it is done, the time is over, or the caller says stop; `over` rejects then. The body is read in
 * here and raced against it, because Node 20 forgets a signal that is given to fetch once the headers are there and
 * garbage was collected: an answer that drips would then be waited for, for ever.
 */
async function inTime<T>(
  ms: number,
  stop: AbortSignal | null,
  work: (signal: AbortSignal, over: Promise<never>) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const over = new Promise<never>((_, reject) => {
    ending.signal.addEventListener("abort", () => reject(ending.signal.reason as Error), { once: true });
  });
  over.catch(() => undefined); // nobody may be waiting for it
  const timer = setTimeout(() => ending.abort(new DOMException("Microsoft took too long.", "TimeoutError")), ms);
  const onStop = () => ending.abort(new DOMException("This was stopped.", "AbortError"));
  if (stop?.aborted) onStop();
  stop?.addEventListener("abort", onStop, { once: true });
  try {
    return await Promise.race([work(ending.signal, over), over]);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener("abort", onStop);
  }
}

async function bodyOf(
  response: Response,
  over: Promise<never>,
  mostBytes: number,
): Promise<Buffer<ArrayBuffer> | null> {
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  if (!reader) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), over]);
      if (done) return Buffer.concat(chunks);
      chunks.push(value);
      length += value.length;
      if (length > mostBytes) throw new Error("The answer is longer than any of Microsoft's.");
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined); // closes the connection
    throw error;
  }
}

/** The same answer with its body at hand. Some statuses may not have one, not even an empty one. */
function withBody({ status, statusText, headers }: Response, body: Buffer<ArrayBuffer> | null): Response {
  const empty = body === null || body.length === 0;
  return new Response(empty ? null : body, { status, statusText, headers });
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
