import { randomBytes } from "node:crypto";
import { Schema, type Connection } from "mongoose";
import type { Clock, ConsentTripStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { rowSchema } from "./schema.js";
import { hashed } from "./secret-hash.js";

interface ConsentTripRow {
  /** The state itself is only in the browser's address: who reads the database cannot end somebody's trip. */
  readonly stateHash: string;
  readonly returnTo: string | null;
  readonly expiresAt: Date;
}

const schema = new Schema<ConsentTripRow>(
  {
    stateHash: { type: String, required: true },
    returnTo: { type: String, default: null },
    expiresAt: { type: Date, required: true },
  },
  { ...rowSchema, collection: "consentTrips" },
);

const HALF_AN_HOUR_MS = 30 * 60 * 1000;

export const consentTripIndexes: readonly IndexPlan[] = [
  { collection: "consentTrips", name: "one_trip_per_state", key: { stateHash: 1 }, unique: true },
  { collection: "consentTrips", name: "past_its_time", key: { expiresAt: 1 }, expireAfterSeconds: 0 },
];

export function consentTripStore(connection: Connection, now: Clock): ConsentTripStore {
  const trips = connection.model<ConsentTripRow>("ConsentTrip", schema);

  return {
    async begin(returnTo) {
      const state = randomBytes(32).toString("base64url");
      const expiresAt = new Date(now().getTime() + HALF_AN_HOUR_MS);
      await trips.create({ stateHash: hashed(state), returnTo, expiresAt });
      return { state };
    },

    async finish(state) {
      // MongoDB removes what expired only about once a minute, so the query looks at the time itself.
      const row = await trips
        .findOneAndDelete({ stateHash: hashed(state), expiresAt: { $gt: now() } })
        .lean<ConsentTripRow>();
      return row && { returnTo: row.returnTo };
    },
  };
}
