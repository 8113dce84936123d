import { PERMISSIONS } from "./model.js";
import type { Problem, TroubleKind } from "./problems.js";
import { inEnglish, say, type Sentence } from "./sentences.js";

/** What happened, and what to do next: what is the customer's to mend, what is ours, and who does it. */
export interface Advice {
  readonly message: Sentence;
  readonly nextStep: Sentence;
}

const NEXT = {
  PERMISSION_REMOVED: "NEXT_REVIEW",
  APP_REMOVED: "NEXT_REVIEW",
  APP_DISABLED: "NEXT_ENABLE_APP",
  BLOCKED_BY_POLICY: "NEXT_POLICY",
  CREDENTIALS_REFUSED: "NEXT_OPERATOR_MENDS",
  TENANT_UNKNOWN: "NEXT_TENANT",
} as const satisfies Record<TroubleKind, unknown>;

export function troubleAdvice(kind: TroubleKind, detail: string | null = null): Advice {
  const missing = PERMISSIONS.filter((permission) => detail?.includes(permission));
  const message =
    kind === "PERMISSION_REMOVED"
      ? say("TROUBLE_PERMISSION_REMOVED", { names: missing })
      : say(`TROUBLE_${kind}` as const);
  return { message, nextStep: say(NEXT[kind]) };
}

export function problemSentences({ code, because, trouble }: Problem): readonly Sentence[] {
  // Consenting anew would not help here, which is what the words of the code would send people to
  if (trouble === "APP_DISABLED") {
    const { message, nextStep } = troubleAdvice(trouble);
    return [message, nextStep];
  }
  return [because ?? say(code)];
}

export const problemWords = (problem: Problem): string => inEnglish(problemSentences(problem));

/** The same for a run that could read nothing. It had consent before, so the words may say what has ended. */
export function unreadSentences(problem: Problem): readonly Sentence[] {
  const { trouble, detail } = problem;
  if (!trouble || trouble === "CREDENTIALS_REFUSED") return problemSentences(problem);
  const { message, nextStep } = troubleAdvice(trouble, detail);
  return [message, say("NOBODY_WAS_DISABLED"), nextStep];
}
