import { draftPrefix, useKept } from "./kept.js";

/**
 * What somebody types over what is stored: it is still there when they come back to the screen, and also when they had
 * to sign in again on the way. `settle` ends it, once it is stored.
 */
export function useDraft<T extends string>(key: string, stored: T): Draft<T> {
  const [draft, setDraft] = useKept<T | null>(draftPrefix + key, null);
  const value = draft ?? stored;
  return {
    value,
    isTyped: value !== stored,
    type: (typed) => setDraft(typed === stored ? null : typed),
    settle: () => setDraft(null),
  };
}

export interface Draft<T> {
  value: T;
  /** It is other than what is stored. */
  isTyped: boolean;
  type: (value: T) => void;
  settle: () => void;
}
