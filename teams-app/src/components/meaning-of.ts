import { texts } from "../texts/texts.js";

/**
 * What Microsoft's number in a refused sign-in means, where its own sentence does not tell people whom to ask. 50105: the
 * enterprise application wants an assignment, and this person has none.
 */
export const meaningOf = (said: string | null): string | null =>
  /\bAADSTS50105\b/.test(said ?? "") ? texts.common.trouble.notAssigned : null;
