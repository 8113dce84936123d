/**
 * Drafts wait in sessionStorage while Microsoft's page is shown, and no longer: for whoever left them and comes back,
 * and for nobody else.
 */
const key = "rollcall.drafts";

export function leaveDrafts(userId: string, drafts: Readonly<Record<string, string>>): void {
  if (Object.keys(drafts).length > 0) sessionStorage.setItem(key, JSON.stringify({ userId, drafts }));
}

export function leftDrafts(userId: string): Readonly<Record<string, string>> {
  const left = sessionStorage.getItem(key);
  return left === null ? {} : readDrafts(left, userId);
}

export const forgetDrafts = (): void => sessionStorage.removeItem(key);

export function readDrafts(left: string, userId: string): Readonly<Record<string, string>> {
  try {
    const read = JSON.parse(left) as { userId?: unknown; drafts?: unknown } | null;
    if (read?.userId !== userId || typeof read.drafts !== "object" || read.drafts === null) return {};
    return Object.fromEntries(
      Object.entries(read.drafts).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}
