const below = "/history/run/";

export const runAddress = (id: string): string => `${below}${encodeURIComponent(id)}`;

/** The run an address names; null for the list alone. */
export function runIdOf(path: string): string | null {
  if (!path.startsWith(below)) return null;
  const id = path.slice(below.length);
  return /^[\w-]+$/.test(id) ? id : null;
}
