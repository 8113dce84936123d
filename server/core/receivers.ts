import type { Receivers } from "./model.js";
import type { Problem } from "./problems.js";
import { ok, problem, type Result } from "./result.js";
import { say, type Sentence } from "./sentences.js";

export const MOST_EMAILS = 10;
const LONGEST_EMAIL = 254;
const LONGEST_WEBHOOK = 2000;

/** One address and nothing else: what separates, quotes or names addresses would make one of many. */
const EMAIL = /^[^\s\p{C}@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}[\p{L}\d-]*$/u;

/** Names that lead into a network and not out of it. */
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/;

/** Receivers as they are kept, or which of them cannot be one. `loopback`: a trial may post to its own machine. */
export function checkReceivers(given: Receivers, { loopback }: { loopback: boolean }): Result<Receivers, Problem> {
  const emails = eachOnce(given.emails.map((email) => email.trim()));
  const webhook = given.webhook?.trim() || null;

  if (emails.length > MOST_EMAILS) return invalid(say("TOO_MANY_RECEIVERS", { limit: MOST_EMAILS }));
  const bad = emails.findIndex((email) => email.length > LONGEST_EMAIL || !EMAIL.test(email));
  if (bad >= 0) return invalid(say("RECEIVER_NO_EMAIL", { names: [emails[bad] ?? ""] }));
  const trouble = webhook === null ? null : webhookTrouble(webhook, { loopback });
  if (trouble) return invalid(trouble);
  return ok({ emails, webhook });
}

/**
 * Why nothing may be posted to this address; null when it may be. Whom its name leads to is known only when
 * something is sent, and looked at then.
 */
export function webhookTrouble(text: string, { loopback }: { loopback: boolean }): Sentence | null {
  if (text.length > LONGEST_WEBHOOK || !URL.canParse(text)) return say("WEBHOOK_NO_ADDRESS");
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return say("WEBHOOK_HOLDS_CREDENTIALS");
  if (loopback && url.protocol === "http:" && isLoopback(url)) return null;
  if (url.protocol !== "https:") return say("WEBHOOK_NOT_HTTPS");
  return isPublicName(url.hostname) ? null : say("WEBHOOK_NOT_PUBLIC");
}

const isLoopback = ({ hostname }: URL): boolean => /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname);

/** URL writes every form of an IPv4 address (hexadecimal, one number, short) as four numbers. */
function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  const isAddress = name.startsWith("[") || /(^|\.)\d+$/.test(name);
  return name.includes(".") && !isAddress && !INSIDE.test(name);
}

function eachOnce(emails: readonly string[]): readonly string[] {
  return [...new Map(emails.filter((email) => email !== "").map((email) => [email.toLowerCase(), email])).values()];
}

const invalid = (because: Sentence) => problem<Problem>({ code: "INVALID_INPUT", because });
