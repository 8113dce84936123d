/*
 * Put before a program with --import: its clock is as far ahead of the machine's as the file CLOCK_FILE says, in
 * milliseconds. Timers go on as ever; a test that sets the clock waits for a scan of the queue and not for an hour.
 */
import { readFileSync } from "node:fs";

const RealDate = Date;
const READ_EVERY_MS = 20;

let aheadMs = 0;
const read = () => (aheadMs = Number(readFileSync(process.env.CLOCK_FILE ?? "", "utf8")));
read();
setInterval(read, READ_EVERY_MS).unref();

const now = () => RealDate.now() + aheadMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (date, given, as) => Reflect.construct(date, given.length === 0 ? [now()] : given, as),
  get: (date, name, as) => (name === "now" ? now : Reflect.get(date, name, as)),
});
