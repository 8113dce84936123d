import type { Sealer } from "./ports.js";

/** Cursors that belong to one account and one question; `open` answers undefined for one that does not. */
export function sealedFor(sealer: Sealer, accountId: string, question: readonly unknown[]) {
  const binding = { purpose: JSON.stringify(question), accountId };
  return {
    open: (cursor: string | null) => (cursor === null ? null : (sealer.open(cursor, binding) ?? undefined)),
    seal: (place: string | null) => (place === null ? null : sealer.seal(place, binding)),
  };
}
