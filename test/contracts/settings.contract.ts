import { expect, it } from "vitest";
import { chosenGroup } from "../builders.js";
import { DEFAULT_SETTINGS, type SyncSettings } from "../../server/core/model.js";
import { account, contract, now, store, winners } from "./contract.js";

function settings(fields: Partial<SyncSettings> = {}): Omit<SyncSettings, "version"> {
  return {
    ...DEFAULT_SETTINGS,
    enabled: true,
    groups: [chosenGroup("g1")],
    exclusions: {
      people: [{ id: "boss", displayName: "Boss" }],
      groups: [chosenGroup("g9")],
    },
    ...fields,
  };
}

export const settingsContract = contract("settings", () => {
  it("are the defaults until they are saved", async () => {
    expect(await store.settings.get(account)).toEqual(DEFAULT_SETTINGS);
  });

  it("are saved over the version that was read, and raise it", async () => {
    const first = await store.settings.save(account, 0, settings());
    const changed = settings({ disableLeavers: true, brake: { percent: 5, cap: 7 }, previewId: "p1" });
    const second = await store.settings.save(account, 1, changed);

    expect(first).toEqual({ ...settings(), version: 1 });
    expect(second).toEqual({ ...changed, version: 2 });
    expect(await store.settings.get(account)).toEqual(second);
  });

  it("are not saved over another version", async () => {
    await store.settings.save(account, 0, settings());

    expect(await store.settings.save(account, 0, settings({ enabled: false }))).toBeNull();
    expect(await store.settings.save(account, 2, settings({ enabled: false }))).toBeNull();
    expect(await store.settings.save("never-saved", 3, settings())).toBeNull();
    expect((await store.settings.get(account)).enabled).toBe(true);
  });

  it("are saved by one of two who read the same version", async () => {
    for (const version of [0, 1]) {
      const answers = await Promise.all([
        store.settings.save(account, version, settings({ includeGuests: true })),
        store.settings.save(account, version, settings({ includeGuests: false })),
      ]);

      expect(winners(answers)).toBe(1);
      expect(answers).toContainEqual(await store.settings.get(account));
    }
  });

  it("take what a run learned without a new version, unless the version has moved on (F39)", async () => {
    await store.settings.save(account, 0, settings({ previewId: "p1" }));
    const groups = [chosenGroup("g1", { displayName: "Renamed", shrunk: { since: now, from: 9 }, notFoundSince: now })];
    const excludedGroups = [chosenGroup("g9", { displayName: "Machines", notFoundSince: now })];
    const nothing = { groups: [], excludedGroups: [], settledAt: null, previewId: "other" };

    await store.settings.noteRun(account, 1, { groups, excludedGroups, settledAt: now, previewId: null });
    await store.settings.noteRun(account, 2, nothing);
    await store.settings.noteRun(account, 0, nothing);
    await store.settings.noteRun("never-saved", 0, nothing);

    const exclusions = { ...settings().exclusions, groups: excludedGroups };
    expect(await store.settings.get(account)).toEqual({
      ...settings(),
      groups,
      exclusions,
      settledAt: now,
      version: 1,
    });
    expect(await store.settings.get("never-saved")).toEqual(DEFAULT_SETTINGS);
  });

  it("tell which accounts are enabled", async () => {
    await store.settings.save(account, 0, settings());
    await store.settings.save("off", 0, settings({ enabled: false }));

    const enabled = await store.settings.enabledAccountIds();

    expect(enabled).toContain(account);
    expect(enabled).not.toContain("off");
  });
});
