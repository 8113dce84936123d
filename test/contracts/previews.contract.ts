import { expect, it } from "vitest";
import { account, contract, later, store } from "./contract.js";

const preview = { choice: '{"groups":["g1"]}', settingsVersion: 3, leaverIds: ["ada", "bob"], read: 40 };

export const previewsContract = contract("a preview that an admin agreed to", () => {
  it("is kept as they saw it, and only for their account", async () => {
    const saved = await store.previews.save(account, preview);
    const other = await store.previews.save(account, { ...preview, leaverIds: [] });

    expect(saved).toEqual({ ...preview, id: saved.id });
    expect(await store.previews.byId(account, saved.id)).toEqual(saved);
    expect(await store.previews.byId(account, other.id)).toEqual({ ...preview, leaverIds: [], id: other.id });
    expect(await store.previews.byId("elsewhere", saved.id)).toBeNull();
  });

  it("is not found under ids that are none", async () => {
    for (const id of ["", "nonsense", "0".repeat(24)]) expect(await store.previews.byId(account, id)).toBeNull();
  });

  it("is over after a day, also before anybody has removed it", async () => {
    const { id } = await store.previews.save(account, preview);
    later(24 * 60 - 1);
    const inTime = await store.previews.byId(account, id);
    later(1);

    expect(inTime).not.toBeNull();
    expect(await store.previews.byId(account, id)).toBeNull();
  });
});
