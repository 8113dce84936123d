/** The addresses in what somebody typed: one a line, or with commas or semicolons between, as mail programs copy them. */
export function addressesIn(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((address) => address !== "");
}

/** NOBODY: no receiver is set. NO_MAIL: only mail addresses are, and this installation sends no mail. */
export type WhoIsTold = "NOBODY" | "NO_MAIL" | "SOME" | "ALL";

export function whoIsTold(
  receivers: { readonly emails: readonly string[]; readonly webhook: string | null },
  mailAvailable: boolean,
): WhoIsTold {
  const { emails, webhook } = receivers;
  if (emails.length === 0 && webhook === null) return "NOBODY";
  if (emails.length === 0 || mailAvailable) return "ALL";
  return webhook === null ? "NO_MAIL" : "SOME";
}
