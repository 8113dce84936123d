import { changesOf } from "../core/audit.js";
import type { Account } from "../core/model.js";
import { audited, OPERATOR, type AuditDeps } from "./audit.js";
import type { AccountStore, Clock, SettingsStore } from "./ports.js";

/**
 * Keeps everybody out and stops the sync; people and history stay as they are. The door first: after it no admin can
 * turn the sync on again.
 */
export async function closeAccount(
  deps: AuditDeps & { readonly accounts: AccountStore; readonly settings: SettingsStore; readonly now: Clock },
  account: Account,
): Promise<Account> {
  const { id, name } = account;
  return audited(deps, { accountId: id, kind: "ACCOUNT_CLOSED", by: OPERATOR }, async () => {
    const closed = await deps.accounts.update(id, { closedAt: deps.now() });
    for (let settings = await deps.settings.get(id); settings.enabled;) {
      await deps.settings.save(id, settings.version, { ...settings, enabled: false });
      settings = await deps.settings.get(id);
    }
    return [closed, changesOf({ type: "ACCOUNT", id, name }, { state: "open" }, { state: "closed" })];
  });
}
