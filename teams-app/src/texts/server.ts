import type {
  ChangeReason,
  GroupHealthCode,
  HealthState,
  NextStep,
  ProblemCode,
  WhyRule,
} from "../graphql/generated/graphql.js";

interface Health {
  message: string;
  nextStep: string | null;
}

/**
 * The server's own sentences, which are English: here as they come. Another language says by the code what a code
 * tells, without the names and numbers in the sentence, and leaves the others as they are.
 */
export const server = {
  problem: (_code: ProblemCode, message: string): string => message,
  health: (_state: HealthState, said: Health): Health => said,
  groupHealth: (_code: GroupHealthCode, message: string): string => message,
  changeReason: (_reason: ChangeReason, text: string): string => text,
  whyRule: (_rule: WhyRule, text: string): string => text,
  permission: (_name: string, purpose: string): string => purpose,
  nextStep: (_next: NextStep, text: string): string => text,
};
