/**
 * Drafts wait in sessionStorage while Microsoft's page is shown, and no longer: for whoever left them and comes back,
 * and for nobody else. Whoever signs in next ends that, also somebody else.
 */
const key = "rollcall.drafts";

/** Text, or what else JSON can say. */
export type Drafts = Readonly<Record<string, unknown>>;

export interface LeftDrafts {
  readonly userId: string;
  readonly drafts: Drafts;
}

export function leaveDrafts(userId: string, drafts: Drafts): void {
  if (Object.keys(drafts).length > 0) sessionStorage.setItem(key, JSON.stringify({ userId, drafts }));
}

export function leftDrafts(): LeftDrafts | null {
  const left = sessionStorage.getItem(key);
  return left === null ? null : readDrafts(left);
}

export const forgetDrafts = (): void => sessionStorage.removeItem(key);

export const draftsFor = (userId: string, left: LeftDrafts | null): Drafts =>
  left?.userId === userId ? left.drafts : {};

export function readDrafts(left: string): LeftDrafts | null {
  try {
    const read = JSON.parse(left) as { userId?: unknown; drafts?: unknown } | null;
    if (typeof read?.userId !== "string" || typeof read.drafts !== "object" || read.drafts === null) return null;
    return { userId: read.userId, drafts: read.drafts as Drafts };
  } catch {
    return null;
  }
}
