import { Schema, type Connection, type Types } from "mongoose";
import type { AuditActor, AuditEvent, AuditedField, AuditSubject } from "../core/audit.js";
import type { AuditStore, Clock } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { afterCursor, cursorOf } from "./newest-first.js";
import { objectId, rowSchema } from "./schema.js";

interface AuditRow extends Omit<AuditEvent, "id"> {
  readonly _id: Types.ObjectId;
  readonly accountId: string;
  readonly expiresAt: Date;
}

const part = { ...rowSchema, _id: false } as const;
const required = { type: String, required: true };
const text = { type: String, default: null };

const field = new Schema<AuditedField>({ name: required, before: text, after: text }, part);
const subject = new Schema<AuditSubject>({ type: required, id: required, name: text, fields: [field] }, part);

const schema = new Schema<AuditRow>(
  {
    accountId: required,
    at: { type: Date, required: true },
    kind: required,
    by: { type: new Schema<AuditActor>({ userId: text, name: { type: String, default: "" } }, part), required: true },
    complete: { type: Boolean, required: true },
    subjects: [subject],
    expiresAt: { type: Date, required: true },
  },
  { ...rowSchema, collection: "auditEvents" },
);

export const auditIndexes: readonly IndexPlan[] = [
  { collection: "auditEvents", name: "latest", key: { accountId: 1, at: -1, _id: -1 } },
  { collection: "auditEvents", name: "past_its_time", key: { expiresAt: 1 }, expireAfterSeconds: 0 },
];

const DAY_MS = 24 * 3_600_000;

export function auditStore(connection: Connection, now: Clock, historyDays: number): AuditStore {
  const events = connection.model<AuditRow>("AuditEvent", schema);
  const begun = (accountId: string, eventId: string) => ({ _id: objectId(eventId), accountId, complete: false });

  return {
    async begin(accountId, { kind, by }) {
      const at = now();
      const expiresAt = new Date(at.getTime() + historyDays * DAY_MS);
      const row = await events.create({ accountId, at, kind, by, complete: false, subjects: [], expiresAt });
      return row._id.toHexString();
    },

    async finish(accountId, eventId, subjects) {
      const set = { complete: true, subjects: [...subjects] };
      const { matchedCount } = await events.updateOne(begun(accountId, eventId), { $set: set });
      if (matchedCount !== 1) throw new Error("The event of the audit trail is not there (any more)");
    },

    async forget(accountId, eventId) {
      await events.deleteOne(begun(accountId, eventId));
    },

    async page(accountId, { kinds, first, after }) {
      const found = await events
        .find({
          accountId,
          ...(kinds && { kind: { $in: [...kinds] } }),
          ...(after !== null && afterCursor("at", after)),
        })
        .sort({ at: -1, _id: -1 })
        .limit(first + 1)
        .lean<AuditRow[]>();
      const shown = found.slice(0, first);
      const last = found.length > first ? shown.at(-1) : undefined;
      return { events: shown.map(toEvent), next: last ? cursorOf(last.at, last._id) : null };
    },
  };
}

function toEvent({ _id, at, kind, by, complete, subjects }: AuditRow): AuditEvent {
  return {
    id: _id.toHexString(),
    at,
    kind,
    by: { userId: by.userId, name: by.name },
    complete,
    subjects: subjects.map(({ type, id, name, fields }) => ({
      type,
      id,
      name,
      fields: fields.map(({ name, before, after }) => ({ name, before, after })),
    })),
  };
}
