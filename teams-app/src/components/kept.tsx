import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { forgetDrafts, leaveDrafts, leftDrafts } from "./left-drafts.js";
import { SessionContext, useSession } from "./session-context.js";

/** Names what is typed and not yet stored, which is text. */
export const draftPrefix = "draft.";

/** What outlives a screen: ticks, searches, an import that goes on. It lives as long as the session, in memory only. */
class Kept {
  readonly #values: Map<string, unknown>;
  readonly #listeners = new Set<() => void>();

  constructor(drafts: Readonly<Record<string, string>> = {}) {
    this.#values = new Map(Object.entries(drafts));
  }

  read<T>(key: string, initial: T): T {
    return this.#values.has(key) ? (this.#values.get(key) as T) : initial;
  }

  write(key: string, value: unknown): void {
    this.#values.set(key, value);
    for (const listener of this.#listeners) listener();
  }

  /** What is typed and not yet stored. */
  drafts(): Readonly<Record<string, string>> {
    const typed = [...this.#values].filter(
      (entry): entry is [string, string] => entry[0].startsWith(draftPrefix) && typeof entry[1] === "string",
    );
    return Object.fromEntries(typed);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

const KeptContext = createContext(new Kept());
const KeptByUser = createContext(new Map<string, Kept>());

/** Above all that a refusal takes away: whoever another admin lets in again goes on where they were. */
export function KeptForSession({ children }: { children: ReactNode }) {
  const [byUser] = useState(() => new Map<string, Kept>());
  return <KeptByUser value={byUser}>{children}</KeptByUser>;
}

function useKeptOf(userId: string): Kept {
  const byUser = useContext(KeptByUser);
  const [kept] = useState(() => byUser.get(userId) ?? new Kept(leftDrafts(userId)));
  useEffect(() => void byUser.set(userId, kept), [byUser, userId, kept]);
  return kept;
}

/** `userId`: whose it is. What they typed is kept for them also where they leave to sign in again. */
export function KeptProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const session = useSession();
  const kept = useKeptOf(userId);
  const { signInAgain } = session;
  useEffect(forgetDrafts, []);
  const leaving = useMemo(
    () => ({
      ...session,
      signInAgain:
        signInAgain &&
        (() => {
          leaveDrafts(userId, kept.drafts());
          signInAgain();
        }),
    }),
    [session, signInAgain, userId, kept],
  );
  return (
    <SessionContext value={leaving}>
      <KeptContext value={kept}>{children}</KeptContext>
    </SessionContext>
  );
}

/**
 * Like useState, but the value is still there when the screen is opened again, and what was begun on it can go on
 * writing. `initial` must be the same object at every render.
 */
export function useKept<T>(key: string, initial: T): [value: T, set: (value: T) => void] {
  const kept = useContext(KeptContext);
  const value = useSyncExternalStore(kept.subscribe, () => kept.read(key, initial));
  const set = useCallback((next: T) => kept.write(key, next), [kept, key]);
  return [value, set];
}
