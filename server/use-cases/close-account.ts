import type { Account } from "../core/model.js";
import type { AccountStore, Clock, SettingsStore } from "./ports.js";

/**
 * Keeps everybody out and stops the sync; people and history stay as they are. The door first: after it no admin can
 * turn the sync on again.
 */
export async function closeAccount(
  deps: { readonly accounts: AccountStore; readonly settings: SettingsStore; readonly now: Clock },
  account: Account,
): Promise<Account> {
  const closed = await deps.accounts.update(account.id, { closedAt: deps.now() });
  for (let settings = await deps.settings.get(account.id); settings.enabled;) {
    await deps.settings.save(account.id, settings.version, { ...settings, enabled: false });
    settings = await deps.settings.get(account.id);
  }
  return closed;
}
