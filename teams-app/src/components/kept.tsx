import { createContext, useCallback, useContext, useState, useSyncExternalStore, type ReactNode } from "react";

/** What outlives a screen: ticks, searches, an import that goes on. It lives as long as the session, in memory only. */
class Kept {
  readonly #values = new Map<string, unknown>();
  readonly #listeners = new Set<() => void>();

  read<T>(key: string, initial: T): T {
    return this.#values.has(key) ? (this.#values.get(key) as T) : initial;
  }

  write(key: string, value: unknown): void {
    this.#values.set(key, value);
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

const KeptContext = createContext(new Kept());

export function KeptProvider({ children }: { children: ReactNode }) {
  const [kept] = useState(() => new Kept());
  return <KeptContext value={kept}>{children}</KeptContext>;
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
