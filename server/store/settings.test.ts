import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chosenGroup } from "../../test/builders.js";
import { testStore, type TestStore } from "../../test/store.js";
import { DEFAULT_SETTINGS, type SyncSettings } from "../core/model.js";

let store: TestStore;
const now = new Date("2026-05-04T10:00:00Z");

beforeAll(async () => {
  store = await testStore(() => now);
});

afterAll(() => store.close());

function settings(fields: Partial<SyncSettings> = {}): Omit<SyncSettings, "version"> {
  return {
    ...DEFAULT_SETTINGS,
    enabled: true,
    groups: [chosenGroup("g1")],
    ...fields,
  };
}

describe("settings", () => {
  it("are the defaults until they are saved", async () => {
    expect(await store.settings.get("new")).toEqual(DEFAULT_SETTINGS);
  });

  it("are saved over the version that was read, and raise it", async () => {
    const first = await store.settings.save("a", 0, settings());
    const second = await store.settings.save("a", 1, settings({ disableLeavers: true, brake: { percent: 5, cap: 7 } }));

    expect(first).toEqual({ ...settings(), version: 1 });
    expect(second).toMatchObject({ disableLeavers: true, brake: { percent: 5, cap: 7 }, version: 2 });
    expect(await store.settings.get("a")).toEqual(second);
  });

  it("are not saved over another version", async () => {
    await store.settings.save("b", 0, settings());

    expect(await store.settings.save("b", 0, settings({ enabled: false }))).toBeNull();
    expect(await store.settings.save("b", 2, settings({ enabled: false }))).toBeNull();
    expect(await store.settings.save("never-saved", 3, settings())).toBeNull();
    expect((await store.settings.get("b")).enabled).toBe(true);
  });

  it("are saved by one of two who read the same version", async () => {
    const both = (version: number) =>
      Promise.all([
        store.settings.save("c", version, settings({ includeGuests: true })),
        store.settings.save("c", version, settings({ includeGuests: false })),
      ]);

    for (const version of [0, 1]) {
      const saved = (await both(version)).filter((one) => one !== null);
      expect(saved).toHaveLength(1);
      expect(await store.settings.get("c")).toEqual(saved[0]);
    }
  });

  it("take what a run learned without a new version, unless the version has moved on (F39)", async () => {
    await store.settings.save("d", 0, settings());
    const groups = [chosenGroup("g1", { displayName: "Renamed", shrunk: { since: now, from: 9 }, notFoundSince: now })];
    const rest = { excludedGroups: [], previewId: null };

    await store.settings.noteRun("d", 1, { ...rest, groups, settledAt: now });
    await store.settings.noteRun("d", 2, { ...rest, groups: [], settledAt: null });
    await store.settings.noteRun("d", 0, { ...rest, groups: [], settledAt: null });

    expect(await store.settings.get("d")).toEqual({ ...settings(), groups, settledAt: now, version: 1 });
  });

  it("tell which accounts are enabled", async () => {
    await store.settings.save("on", 0, settings());
    await store.settings.save("off", 0, settings({ enabled: false }));

    const enabled = await store.settings.enabledAccountIds();

    expect(enabled).toContain("on");
    expect(enabled).not.toContain("off");
  });
});
