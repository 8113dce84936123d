import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testStore, type TestStore } from "../../test/store.js";

let store: TestStore;
// The real time, because the database removes expired trips by its own clock.
let now = new Date();

beforeAll(async () => {
  store = await testStore(() => now);
});

afterAll(() => store.close());

describe("a consent trip", () => {
  it("leads back once", async () => {
    const { state } = await store.consentTrips.begin("/connect");

    expect(await store.consentTrips.finish(state)).toEqual({ returnTo: "/connect" });
    expect(await store.consentTrips.finish(state)).toBeNull();
  });

  it("leads back for one of two who come with the same state", async () => {
    const { state } = await store.consentTrips.begin("/connect");

    const answers = await Promise.all([store.consentTrips.finish(state), store.consentTrips.finish(state)]);

    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });

  it("is over after half an hour", async () => {
    const { state } = await store.consentTrips.begin("/connect");
    now = new Date(now.getTime() + 30 * 60_000);

    expect(await store.consentTrips.finish(state)).toBeNull();
  });

  it("is not known under other states", async () => {
    await store.consentTrips.begin("/connect");

    for (const state of ["", "nonsense", "x".repeat(100_000)])
      expect(await store.consentTrips.finish(state)).toBeNull();
  });

  it("has a state of 256 random bits that is not in the database", async () => {
    const { state } = await store.consentTrips.begin("/connect");

    const rows = JSON.stringify(await store.db.collection("consentTrips").find().toArray());

    expect(Buffer.from(state, "base64url")).toHaveLength(32);
    expect(rows).not.toContain(state);
  });
});
