import { createHash } from "node:crypto";

/**
 * What is kept of a code whose possession is all it takes to use it. SHA-256 without salt or stretching is enough for
 * 32 random bytes: there is nothing to guess.
 */
export function hashed(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
