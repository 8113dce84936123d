import type { Account } from "../../server/core/model.js";
import type { AccountStore, Clock } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";
import { newId } from "./ids.js";

export function accountsInMemory(now: Clock): AtOnce<AccountStore> {
  const accounts = new Map<string, Account>();
  const ofTenant = (tenantId: string) =>
    [...accounts.values()].find((account) => account.tenantId === tenantId.toLowerCase()) ?? null;

  return {
    byTenant: (tenantId) => ofTenant(tenantId),
    byId: (accountId) => accounts.get(accountId) ?? null,
    list: () => [...accounts.values()],
    idsWithReceivers: () =>
      [...accounts.values()].flatMap(({ id, closedAt, receivers: { emails, webhook } }) =>
        closedAt === null && (emails.length > 0 || webhook !== null) ? [id] : [],
      ),

    create({ tenantId, name, consent }) {
      if (ofTenant(tenantId)) return null;
      const id = newId();
      const receivers = { emails: [], webhook: null };
      const opened = {
        createdAt: now(),
        closedAt: null,
        trouble: null,
        helpContact: null,
        receivers,
        shownEmail: "MAIL" as const,
        settingsVersion: 0,
      };
      accounts.set(id, { id, tenantId: tenantId.toLowerCase(), name, consent, ...opened });
      return accounts.get(id) ?? null;
    },

    update(accountId, fields) {
      const account = accounts.get(accountId);
      if (!account) throw new Error("The account does not exist (any more)");
      const changed = { ...account, ...fields };
      accounts.set(accountId, changed);
      return changed;
    },

    changeSettings(accountId, version, fields) {
      const account = accounts.get(accountId);
      if (account?.settingsVersion !== version) return null;
      const changed = { ...account, ...fields, settingsVersion: version + 1 };
      accounts.set(accountId, changed);
      return changed;
    },
  };
}
