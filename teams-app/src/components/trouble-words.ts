import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";

export interface TroubleWords {
  intent: "error" | "warning" | "info";
  lines: string[];
  /** False where the same attempt would only fail again. */
  retry: boolean;
}

/** What a trouble says to a person. */
export function troubleWords(trouble: Trouble): TroubleWords {
  const words = texts.common.trouble;
  switch (trouble.kind) {
    case "offline":
      return { intent: "warning", lines: [words.offline], retry: true };
    case "ended":
      return { intent: "warning", lines: [words.ended], retry: false };
    case "host":
      return {
        intent: "error",
        lines: [words.host, ...(trouble.detail ? [words.hostDetail(trouble.detail)] : [])],
        retry: true,
      };
    case "refused":
      return { intent: "error", lines: [words.refused], retry: true };
    case "slow-down":
      return { intent: "info", lines: [words.slowDown(trouble.seconds)], retry: true };
    case "bad-input":
      return { intent: "error", lines: [trouble.message], retry: false };
    case "unavailable":
      return { intent: "warning", lines: [words.unavailable, ...referenceLine(trouble.reference)], retry: true };
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
        lines: [trouble.message, ...(trouble.retryAt ? [words.retryAt(trouble.retryAt)] : [])],
        retry: true,
      };
  }
}

const referenceLine = (reference: string | null): string[] =>
  reference ? [texts.common.trouble.reference(reference)] : [];
