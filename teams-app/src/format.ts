/** Whose habits of writing times and numbers are followed; undefined are the browser's. */
let readersLocale: string | undefined;

export function setLocale(locale: string | undefined): void {
  readersLocale = locale;
}

/** Words for times and numbers in the reader's locale and zone; both can be named, so that tests stand still. */
export interface FormatOptions {
  now?: Date;
  locale?: string;
  timeZone?: string;
}

/** "14:00" today, "22 Nov, 14:00" on another day of this year, with the year before that. */
export function formatMoment(
  iso: string,
  { now = new Date(), locale = readersLocale, timeZone }: FormatOptions = {},
): string {
  const moment = new Date(iso);
  const day = (date: Date) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(date);
  const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", timeZone };
  if (day(moment) === day(now)) return new Intl.DateTimeFormat(locale, time).format(moment);

  const sameYear = day(moment).slice(0, 4) === day(now).slice(0, 4);
  const date: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) };
  return new Intl.DateTimeFormat(locale, { ...date, ...time }).format(moment);
}

/** "3 May 2026" */
export function formatDay(iso: string, { locale = readersLocale, timeZone }: FormatOptions = {}): string {
  const parts: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric", timeZone };
  return new Intl.DateTimeFormat(locale, parts).format(new Date(iso));
}

/** Grouped as the reader groups: 1,240 or 1 240. */
export function formatNumber(value: number, locale = readersLocale): string {
  return new Intl.NumberFormat(locale).format(value);
}

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "12 sec", "2 min 5 sec": the two largest units, and never nothing. */
export function formatDuration(ms: number, { locale = readersLocale }: FormatOptions = {}): string {
  let left = Math.max(1, Math.round(ms / 1000));
  const parts = units.flatMap(([unit, seconds]) => {
    const count = Math.floor(left / seconds);
    left -= count * seconds;
    return count > 0 ? [{ unit, count }] : [];
  });
  return parts
    .slice(0, 2)
    .map(({ unit, count }) =>
      new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(count),
    )
    .join(" ");
}

/** "in 23 minutes", "in 90 minutes": never in the past, since what is due comes in a moment. */
export function formatUntil(iso: string, { now = new Date(), locale = readersLocale }: FormatOptions = {}): string {
  const seconds = Math.max(1, Math.round((new Date(iso).getTime() - now.getTime()) / 1000));
  // Of a unit there must be two at least: "in 1 hour" would be said of 45 minutes and of 85
  const [unit, size] = units.find(([, size]) => seconds >= 2 * size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(Math.round(seconds / size), unit);
}
