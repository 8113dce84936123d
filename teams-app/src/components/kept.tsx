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
import { draftsFor, forgetDrafts, leaveDrafts, leftDrafts, type Drafts, type LeftDrafts } from "./left-drafts.js";
import { SessionContext, useSession } from "./session-context.js";

/** Names what is typed or ticked and not yet stored. It must be what JSON can say, and of people their ids alone. */
export const draftPrefix = "draft.";

/** What outlives a screen: ticks, searches, an import that goes on. It lives as long as the session, in memory only. */
class Kept {
  readonly #values: Map<string, unknown>;
  readonly #listeners = new Set<() => void>();

  constructor(drafts: Drafts = {}) {
    this.#values = new Map(Object.entries(drafts));
  }

  read<T>(key: string, initial: T): T {
    return this.#values.has(key) ? (this.#values.get(key) as T) : initial;
  }

  write(key: string, value: unknown): void {
    this.#values.set(key, value);
    for (const listener of this.#listeners) listener();
  }

  drafts(): Drafts {
    return Object.fromEntries(
      [...this.#values].filter(([key, value]) => key.startsWith(draftPrefix) && value !== null),
    );
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

const KeptContext = createContext(new Kept());
interface KeptInSession {
  readonly byUser: Map<string, Kept>;
  /** By whoever signed in before, on this very page. */
  readonly left: LeftDrafts | null;
}
const KeptInSession = createContext<KeptInSession>({ byUser: new Map(), left: null });

/** Above all that a refusal takes away: whoever another admin lets in again goes on where they were. */
export function KeptForSession({ children }: { children: ReactNode }) {
  const [inSession] = useState(() => ({ byUser: new Map<string, Kept>(), left: leftDrafts() }));
  useEffect(forgetDrafts, []);
  return <KeptInSession value={inSession}>{children}</KeptInSession>;
}

function useKeptOf(userId: string): Kept {
  const { byUser, left } = useContext(KeptInSession);
  const [kept] = useState(() => byUser.get(userId) ?? new Kept(draftsFor(userId, left)));
  useEffect(() => void byUser.set(userId, kept), [byUser, userId, kept]);
  return kept;
}

/** `userId`: whose it is. What they typed and ticked is kept for them also where they leave to sign in again. */
export function KeptProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const session = useSession();
  const kept = useKeptOf(userId);
  const { signInAgain } = session;
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
