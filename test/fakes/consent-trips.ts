import { randomBytes } from "node:crypto";
import type { Clock, ConsentTripStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";

const HALF_AN_HOUR_MS = 30 * 60 * 1000;

export function consentTripsInMemory(now: Clock): AtOnce<ConsentTripStore> {
  const trips = new Map<string, { readonly returnTo: string | null; readonly until: number }>();

  return {
    begin(returnTo) {
      const state = randomBytes(32).toString("base64url");
      trips.set(state, { returnTo, until: now().getTime() + HALF_AN_HOUR_MS });
      return { state };
    },

    finish(state) {
      const trip = trips.get(state);
      if (!trip || trip.until <= now().getTime()) return null;
      trips.delete(state);
      return { returnTo: trip.returnTo };
    },
  };
}
