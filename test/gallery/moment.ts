/** When every state is: the clock of the gallery stands still, so that a picture changes only when the tab does. */
export const NOW = new Date("2026-05-12T14:05:00Z");

export const minutesAgo = (minutes: number): string => new Date(NOW.getTime() - minutes * 60_000).toISOString();
export const daysAgo = (days: number): string => minutesAgo(days * 24 * 60);
export const inMinutes = (minutes: number): string => minutesAgo(-minutes);
