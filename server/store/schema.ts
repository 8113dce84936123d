import { Types, type SchemaOptions } from "mongoose";

/**
 * Every schema of the store. Indexes are built explicitly before the process takes work (indexes.ts), never in the
 * background; commands fail at once while MongoDB is away instead of waiting in a queue; an unknown field is an error.
 */
export const rowSchema = {
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
  versionKey: false,
  minimize: false,
  id: false,
  strict: "throw",
  strictQuery: "throw",
} as const satisfies SchemaOptions;

/** The ObjectId this text stands for, or null: an id of another shape belongs to nothing and is simply not found. */
export function objectId(id: string): Types.ObjectId | null {
  return typeof id === "string" && /^[0-9a-f]{24}$/i.test(id) ? new Types.ObjectId(id) : null;
}

/**
 * The text of an id. ObjectId's own toHexString joins it of pieces, and V8 keeps the pieces until somebody reads the
 * text: 224 bytes for 24 digits.
 */
export const hexOf = (id: Types.ObjectId): string => Buffer.from(id.id).toString("hex");

export function objectIds(ids: readonly string[]): Types.ObjectId[] {
  return ids.flatMap((id) => objectId(id) ?? []);
}

/** Most rows in one command: far below MongoDB's limits, and a bounded step for the event loop. */
const BATCH = 1000;

export function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, n) => items.slice(n * BATCH, (n + 1) * BATCH));
}
