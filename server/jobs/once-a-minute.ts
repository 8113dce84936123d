import type { Clock } from "../use-cases/ports.js";

const MINUTE_MS = 60_000;

/** Tells the same event once a minute at most: a database that is away would otherwise be told of at every scan. */
export function onceAMinute(log: (event: object) => void, now: Clock): (event: object) => void {
  let last = "";
  let at = -Infinity;
  return (event) => {
    const text = JSON.stringify(event);
    const time = now().getTime();
    if (text === last && time - at < MINUTE_MS) return;
    last = text;
    at = time;
    log(event);
  };
}
