import { changesOf } from "../core/audit.js";
import type { Account } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { problem, ok, type Result } from "../core/result.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import type { Caller } from "./sign-in.js";
import type { AccountStore } from "./ports.js";

const LONGEST_HELP_CONTACT = 200;

/** Whom people who are refused should ask. Shown to people outside the account, so it is kept to a line of text. */
export async function changeHelpContact(
  deps: AuditDeps & { readonly accounts: AccountStore },
  caller: Caller,
  helpContact: string | null | undefined,
): Promise<Result<Account, Problem>> {
  const { account } = caller;
  if (helpContact === undefined) return ok(account);
  const text = helpContact?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim() ?? "";
  if (text.length > LONGEST_HELP_CONTACT)
    return problem({ code: "INVALID_INPUT", detail: `At most ${LONGEST_HELP_CONTACT} characters, please.` });
  return audited(deps, deedOf(caller, "ACCOUNT_SETTINGS_CHANGED"), async () => {
    const after = await deps.accounts.update(account.id, { helpContact: text === "" ? null : text });
    const { id, name, helpContact } = account;
    return [ok(after), changesOf({ type: "ACCOUNT", id, name }, { helpContact }, { helpContact: after.helpContact })];
  });
}
