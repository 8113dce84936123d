/**
 * The cursors of the pages before this one. Our cursors lead forward only, so the way back is the list of those
 * already used; `scope` names search, filters and order: under others, old cursors mean nothing.
 */
export interface CursorStack {
  scope: string;
  cursors: readonly string[];
}

export const firstPage = (scope: string): CursorStack => ({ scope, cursors: [] });

/** The stack as it counts for this scope: the first page if search, filters or order have changed since. */
export const within = (stack: CursorStack, scope: string): CursorStack =>
  stack.scope === scope ? stack : firstPage(scope);

export const cursorOf = (stack: CursorStack): string | null => stack.cursors.at(-1) ?? null;

export const nextPage = ({ scope, cursors }: CursorStack, endCursor: string): CursorStack => ({
  scope,
  cursors: [...cursors, endCursor],
});

export const previousPage = ({ scope, cursors }: CursorStack): CursorStack => ({
  scope,
  cursors: cursors.slice(0, -1),
});
