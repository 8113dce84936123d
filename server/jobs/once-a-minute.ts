import type { Clock } from "../use-cases/ports.js";

const MINUTE_MS = 60_000;

interface Trouble {
  readonly level?: string;
  readonly msg: string;
  readonly because?: string;
}

/**
 * Tells of the same trouble once a minute at most: a database that is away would otherwise be told of at every scan.
 * The same is what has the same `msg`; the driver's own words hold a connection's number and are never twice the same.
 */
export function onceAMinute(log: (event: object) => void, now: Clock): (event: Trouble) => void {
  const toldAt = new Map<string, number>();
  return (event) => {
    const time = now().getTime();
    if (time - (toldAt.get(event.msg) ?? -Infinity) < MINUTE_MS) return;
    toldAt.set(event.msg, time);
    log(event);
  };
}
