/** The notices on screen, in the order they came. */
export type Queue = readonly Member[];

interface Member {
  /** Equal for troubles that say the same. */
  key: string;
  /** The notice. */
  id: string;
}

export const withMember = (queue: Queue, member: Member): Queue => [...without(queue, member.id), member];

export const without = (queue: Queue, id: string): Queue => queue.filter((member) => member.id !== id);

/** The notice that speaks for this trouble: the one that came first, so that it does not jump about. */
export const firstOf = (queue: Queue, key: string): string | null =>
  queue.find((member) => member.key === key)?.id ?? null;
