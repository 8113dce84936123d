import type { TypedDocumentString } from "../../teams-app/src/graphql/generated/graphql.js";
import type { Refusal } from "../../teams-app/src/graphql/refusal.js";
import type { Step } from "./step.js";
import type { Way } from "./way.js";

export type { Step };

/*
 * A state of a screen, as data: what the server answers, and what the person did. The page in ./page shows it with the
 * tab's own sources; test/browser/gallery.test.ts looks at every one of them, and test/screens.ts pictures them.
 */

export const SCREENS = [
  "welcome",
  "users",
  "why",
  "add-people",
  "automatic-import",
  "history",
  "settings",
  "my-page",
] as const;
export type Screen = (typeof SCREENS)[number];

/** What a screen can meet; one kind may have several states, told apart by a word behind it ("failed-run"). */
export const KINDS = [
  "ready",
  "loading",
  "empty",
  "failed",
  "offline",
  "success",
  "partial",
  "not-consented",
  "consent-pending",
  "denied",
  "wrong-tenant",
  "popup-blocked",
  "consent-withdrawn",
  "no-groups",
  "syncing",
  "throttled",
  "retrying",
  "held",
  "not-allowed",
  "signed-out",
  "outside-teams",
] as const;
export type Kind = (typeof KINDS)[number];

export interface State {
  /** Also the name of its pictures and its address in the gallery. */
  readonly name: `${Screen}/${Kind}` | `${Screen}/${Kind}-${string}`;
  /** When somebody sees it, in a few words. */
  readonly when: string;
  /** How a person comes to see it in the trial. */
  readonly way: Way;
  /** The first heading; null where there is none yet. */
  readonly heading: string | null;
  /** Words on the page that matter: what happened, or what to do. */
  readonly says: readonly string[];
  /** What must not be said at the same time. */
  readonly silent?: readonly string[];
  readonly path: string;
  /** Answers of its own; all others are those of an account in which all is well (./answers.ts). */
  readonly answers: readonly Answer[];
  readonly steps?: readonly Step[];
  /** The same in the trial, where people have other names. */
  readonly stepsThere?: readonly Step[];
  /** How the tab was started; signed in inside Teams, unless told otherwise. */
  readonly start?: StartKind;
  /** Whose words, dates and numbers are shown; English ones, unless told otherwise. */
  readonly locale?: "nb-NO";
  /** What Teams answers to a new window. */
  readonly popups?: "opened" | "blocked";
}

export type StartKind =
  | "teams"
  | "no-token"
  | "browser"
  | "starting"
  | "unknown-frame"
  | "popup-over"
  | "sign-in"
  | "sign-in-failed"
  | "sign-in-not-assigned"
  | "no-server";

/** What comes for the requests of one operation, in this order; the last one stays. */
export interface Answer {
  readonly operation: string;
  readonly document: string;
  readonly replies: readonly Reply<unknown>[];
}

export type Reply<T> =
  | { readonly data: T }
  /** It never comes. */
  | "never"
  | "offline"
  | { readonly status: number; readonly body: unknown; readonly retryAfter?: string };

/** Checked against the operation's own types, so that a change of the schema breaks the state that shows it. */
export function answer<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  ...replies: readonly Reply<TResult>[]
): Answer {
  return { operation: operationOf(document.toString()), document: document.toString(), replies };
}

export function operationOf(document: string): string {
  const [, name] = /^\s*(?:query|mutation)\s+(\w+)/.exec(document) ?? [];
  if (!name) throw new Error(`No operation has a name in: ${document.slice(0, 80)}`);
  return name;
}

/** As the server says what only we can mend. */
export const broken = (requestId: string): Reply<never> =>
  failed(500, { code: "INTERNAL_SERVER_ERROR", message: "Something went wrong on our side.", requestId });

export const tooOften = (seconds: number): Reply<never> => ({
  ...failed(429, { code: "RATE_LIMITED", message: `Too many requests. Try again in ${seconds} seconds.` }),
  retryAfter: String(seconds),
});

export const refused = (refusal: Refusal): Reply<never> =>
  failed(200, { code: "FORBIDDEN", message: "Refused.", refusal });

export const signedOut: Reply<never> = failed(401, { code: "UNAUTHENTICATED", message: "Sign in again." });

function failed(status: number, { message, ...extensions }: { message: string } & Record<string, unknown>) {
  return { status, body: { errors: [{ message, extensions }] } };
}
