import { DEFAULT_SETTINGS, type SyncSettings } from "../../server/core/model.js";
import type { SettingsStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";

export function settingsInMemory(): AtOnce<SettingsStore> {
  const settings = new Map<string, SyncSettings>();
  const of = (accountId: string) => settings.get(accountId) ?? DEFAULT_SETTINGS;

  return {
    get: (accountId) => of(accountId),

    save(accountId, expectedVersion, next) {
      if (of(accountId).version !== expectedVersion) return null;
      settings.set(accountId, { ...next, version: expectedVersion + 1 });
      return of(accountId);
    },

    noteRun(accountId, version, { excludedGroups, ...learned }) {
      const before = settings.get(accountId);
      if (before?.version !== version) return;
      const exclusions = { ...before.exclusions, groups: excludedGroups };
      settings.set(accountId, { ...before, ...learned, exclusions });
    },

    enabledAccountIds: () => [...settings].filter(([, { enabled }]) => enabled).map(([accountId]) => accountId),
  };
}
