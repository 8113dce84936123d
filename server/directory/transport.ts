/** How this folder reaches Microsoft: handed in, so that nothing here knows of the switch to the pretend one. */
export type MicrosoftFetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** Waits `ms` milliseconds, or less when the signal says stop. Handed in, so that tests need not wait. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** One line of the log. Never holds a token, a secret, a query string or a whole answer. */
export type Log = (event: object) => void;
