import { changesOf } from "../core/audit.js";
import type { Account, Receivers, ShownEmail } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import { checkReceivers } from "../core/receivers.js";
import { problem, ok, type Result } from "../core/result.js";
import { say } from "../core/sentences.js";
import { audited, deedOf, type AuditDeps } from "./audit.js";
import type { Caller } from "./sign-in.js";
import type { AccountStore, NoticeStore } from "./ports.js";

const LONGEST_HELP_CONTACT = 200;

/** What an admin can change about the account; what is left out stays as it is. */
export interface AccountChange {
  /** Whom people who are refused should ask. Shown to people outside the account, so it is kept to a line of text. */
  readonly helpContact?: string | null | undefined;
  readonly receivers?: Receivers | undefined;
  readonly shownEmail?: ShownEmail | undefined;
  /** Of the settings that the admin was looking at. */
  readonly version?: number | undefined;
}

export interface ChangeAccountDeps extends AuditDeps {
  readonly accounts: AccountStore;
  readonly notices: NoticeStore;
  /** Whether webhooks may lead to this machine: in a trial. */
  readonly loopbackWebhooks: boolean;
}

/** Changes all of it or, when a part cannot be right, nothing. */
export async function changeAccount(
  deps: ChangeAccountDeps,
  caller: Caller,
  change: AccountChange,
): Promise<Result<Account, Problem>> {
  const { account } = caller;
  const helpContact = checkHelpContact(change.helpContact);
  const receivers = change.receivers && checkReceivers(change.receivers, { loopback: deps.loopbackWebhooks });
  if (!helpContact.ok) return helpContact;
  if (receivers && !receivers.ok) return receivers;

  const fields = {
    ...(change.helpContact !== undefined && { helpContact: helpContact.value }),
    ...(receivers && { receivers: receivers.value }),
    ...(change.shownEmail && { shownEmail: change.shownEmail }),
  };
  if (Object.keys(fields).length === 0) return ok(account);
  return audited<Result<Account, Problem>>(deps, deedOf(caller, "ACCOUNT_SETTINGS_CHANGED"), async () => {
    const changed = await deps.accounts.changeSettings(account.id, change.version ?? account.settingsVersion, fields);
    if (!changed) return [problem({ code: "SETTINGS_CHANGED" }), []];
    if (JSON.stringify(changed.receivers) !== JSON.stringify(account.receivers)) await tellAnew(deps, account.id);
    const { id, name } = account;
    return [ok(changed), changesOf({ type: "ACCOUNT", id, name }, told(account), told(changed))];
  });
}

/** What of the account an event of the trail shows. */
function told({ helpContact, receivers, shownEmail }: Account): Readonly<Record<string, string | null>> {
  return { helpContact, emails: receivers.emails.join(", ") || null, webhook: receivers.webhook, shownEmail };
}

function checkHelpContact(helpContact: string | null | undefined): Result<string | null, Problem> {
  const text = helpContact?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim() ?? "";
  if (text.length > LONGEST_HELP_CONTACT)
    return problem({ code: "INVALID_INPUT", because: say("HELP_CONTACT_TOO_LONG", { limit: LONGEST_HELP_CONTACT }) });
  return ok(text === "" ? null : text);
}

/** Whoever has just become a receiver is told at once of what lasts, instead of at the next round. */
async function tellAnew({ notices }: ChangeAccountDeps, accountId: string): Promise<void> {
  await notices.forget(accountId, await notices.told(accountId));
}
