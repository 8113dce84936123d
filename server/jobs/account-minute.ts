import { createHash } from "node:crypto";

/**
 * The minute of the hour (0 to 59) at which an account's run starts. A hash, so that the load is even over the hour
 * and every process finds the same minute without asking.
 */
export function accountMinute(accountId: string): number {
  return hash(accountId).readUInt32BE(0) % 60;
}

/** The hour of the day (0 to 23, UTC) of an account's daily refresh. */
export function accountHour(accountId: string): number {
  return hash(accountId).readUInt32BE(4) % 24;
}

function hash(accountId: string): Buffer {
  return createHash("sha256").update(accountId).digest();
}
