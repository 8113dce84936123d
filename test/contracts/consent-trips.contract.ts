import { expect, it } from "vitest";
import { contract, later, store, winners } from "./contract.js";

export const consentTripsContract = contract("a consent trip", () => {
  it("leads back once", async () => {
    const { state } = await store.consentTrips.begin("/connect");

    expect(await store.consentTrips.finish(state)).toEqual({ returnTo: "/connect" });
    expect(await store.consentTrips.finish(state)).toBeNull();
  });

  it("may end in words alone", async () => {
    const { state } = await store.consentTrips.begin(null);

    expect(await store.consentTrips.finish(state)).toEqual({ returnTo: null });
  });

  it("leads back for one of two who come with the same state", async () => {
    const { state } = await store.consentTrips.begin("/connect");

    const answers = await Promise.all([store.consentTrips.finish(state), store.consentTrips.finish(state)]);

    expect(winners(answers)).toBe(1);
  });

  it("is over after half an hour", async () => {
    const { state } = await store.consentTrips.begin("/connect");
    const { state: other } = await store.consentTrips.begin("/connect");

    later(29);
    const inTime = await store.consentTrips.finish(other);
    later(1);

    expect([inTime, await store.consentTrips.finish(state)]).toEqual([{ returnTo: "/connect" }, null]);
  });

  it("is not known under other states", async () => {
    await store.consentTrips.begin("/connect");

    for (const state of ["", "nonsense", "x".repeat(100_000)])
      expect(await store.consentTrips.finish(state)).toBeNull();
  });

  it("has a state of 256 random bits", async () => {
    const { state } = await store.consentTrips.begin("/connect");
    const { state: other } = await store.consentTrips.begin("/connect");

    expect(Buffer.from(state, "base64url")).toHaveLength(32);
    expect(state).not.toBe(other);
  });
});
