import type { Trouble } from "../graphql/trouble.js";
import type { ProblemCode } from "../graphql/generated/graphql.js";
import { texts } from "../texts/texts.js";
import { meaningOf } from "./meaning-of.js";

export interface TroubleWords {
  intent: "error" | "warning" | "info";
  lines: string[];
  /** False where the same attempt would only fail again. */
  retry: boolean;
  /** The screen on which it is mended. */
  fixedAt?: "/settings";
}

/** What an approval of the permissions mends, or a look whether they are there by now. */
const FIXED_IN_SETTINGS: ReadonlySet<ProblemCode> = new Set(["CONSENT_MISSING", "CONSENT_LOST", "ACCESS_BLOCKED"]);

/** What a trouble says to a person. */
export function troubleWords(trouble: Trouble): TroubleWords {
  const words = texts.common.trouble;
  switch (trouble.kind) {
    case "offline":
      return { intent: "warning", lines: [words.offline], retry: true };
    case "ended":
      // In a browser the button signs in again; Teams may well give a token the next time.
      return { intent: "warning", lines: [words.ended], retry: true };
    case "host":
      return {
        intent: "error",
        lines: [words.host, meaningOf(trouble.detail), trouble.detail && words.hostDetail(trouble.detail)].filter(
          (line) => line !== null,
        ),
        retry: true,
      };
    case "refused":
      return { intent: "error", lines: [words.refused], retry: true };
    case "slow-down":
      return { intent: "info", lines: [words.slowDown(trouble.seconds)], retry: true };
    case "bad-input":
      return { intent: "error", lines: [words.badInput(trouble.message)], retry: false };
    case "unavailable":
      return { intent: "warning", lines: [words.unavailable, ...referenceLine(trouble.reference)], retry: true };
    case "timeout":
      return { intent: "warning", lines: [words.timeout, ...referenceLine(trouble.reference)], retry: true };
    case "server":
      return {
        intent: "error",
        lines: [words.server, ...referenceLine(trouble.reference)],
        retry: true,
      };
    case "problem":
      return {
        // Microsoft asking us to slow down is nobody's fault and mends itself.
        intent: trouble.code === "THROTTLED" ? "info" : "warning",
        lines: [
          texts.server.sentences(trouble.sentences),
          ...(trouble.retryAt ? [words.retryAt(trouble.retryAt)] : []),
        ],
        // A stale cursor stays stale; the list itself offers its first page.
        retry: trouble.code !== "CURSOR_INVALID",
        ...(FIXED_IN_SETTINGS.has(trouble.code) ? { fixedAt: "/settings" } : {}),
      };
  }
}

/** Equal for troubles that say the same to a person: each failed request has a reference of its own. */
export function sameTrouble(trouble: Trouble): string {
  const said = trouble.kind === "problem" || trouble.kind === "bad-input" ? troubleWords(trouble).lines : [];
  return [trouble.kind, ...said].join(" ");
}

const referenceLine = (reference: string | null): string[] =>
  reference ? [texts.common.trouble.reference(reference)] : [];
