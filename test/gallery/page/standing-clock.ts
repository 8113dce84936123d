import { NOW } from "../moment.js";

/** Dates stand still; timers run, since lists wait for typing to end. */
export function stopClock(): void {
  const RealDate = Date;
  class StandingDate extends RealDate {
    constructor(...given: [] | [number | string | Date]) {
      super(...((given.length === 0 ? [NOW] : given) as [Date]));
    }
    static override now(): number {
      return NOW.getTime();
    }
  }
  globalThis.Date = StandingDate as DateConstructor;
}
