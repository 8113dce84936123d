import { Schema, type Connection, type Types } from "mongoose";
import type { HeldChange, HeldPerson, Hold, HoldApproval } from "../core/hold.js";
import type { Clock, HoldHead, HoldStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { isDuplicateKey } from "./mongo-errors.js";
import { batches, objectId, rowSchema } from "./schema.js";
import { fold } from "./user-keys.js";

interface HoldRow extends Omit<Hold, "id" | "people"> {
  readonly _id: Types.ObjectId;
  readonly accountId: string;
}

/** One row a person: the people of a large company do not fit one document. */
interface HeldRow extends HeldPerson {
  readonly _id: Types.ObjectId;
  readonly accountId: string;
  readonly holdId: string;
  readonly nameKey: string;
}

const part = { ...rowSchema, _id: false } as const;
const required = { type: String, required: true };

const holdSchema = new Schema<HoldRow>(
  {
    accountId: required,
    status: required,
    because: [String],
    limit: { type: Number, required: true },
    version: { type: Number, required: true },
    settingsVersion: { type: Number, required: true },
    approval: { type: new Schema<HoldApproval>({ version: Number, by: String, at: Date }, part), default: null },
    openedAt: { type: Date, required: true },
    decidedBy: { type: String, default: null },
    decidedAt: { type: Date, default: null },
  },
  { ...rowSchema, collection: "holds" },
);

const heldSchema = new Schema<HeldRow>(
  {
    accountId: required,
    holdId: required,
    directoryId: required,
    displayName: { type: String, default: "" },
    nameKey: { type: String, default: "" },
    action: required,
    reason: required,
    groupIds: [String],
    since: { type: Number, required: true },
  },
  { ...rowSchema, collection: "heldPeople" },
);

export const holdIndexes: readonly IndexPlan[] = [
  {
    collection: "holds",
    name: "one_open_hold_per_account",
    key: { accountId: 1 },
    unique: true,
    partial: { status: { $eq: "OPEN" } },
  },
  { collection: "holds", name: "by_account", key: { accountId: 1, openedAt: -1 } },
  {
    collection: "heldPeople",
    name: "one_row_per_held_change",
    key: { accountId: 1, holdId: 1, directoryId: 1, action: 1 },
    unique: true,
  },
  { collection: "heldPeople", name: "by_name", key: { accountId: 1, holdId: 1, nameKey: 1, _id: 1 } },
];

export function holdStore(connection: Connection, now: Clock): HoldStore {
  const holds = connection.model<HoldRow>("Hold", holdSchema);
  const held = connection.model<HeldRow>("HeldPerson", heldSchema);
  const rows = () => connection.collection<Omit<HeldRow, "_id">>("heldPeople");
  const openOne = (accountId: string, holdId: string) => ({
    _id: objectId(holdId),
    accountId,
    status: "OPEN" as const,
  });

  async function openRow(accountId: string): Promise<HoldRow | null> {
    return holds.findOne({ accountId, status: "OPEN" }).lean<HoldRow>();
  }

  async function everybodyOn(accountId: string, holdId: string): Promise<HeldPerson[]> {
    const found: HeldPerson[] = [];
    for await (const row of held.find({ accountId, holdId }).lean<HeldRow[]>().cursor({ batchSize: 2000 }))
      found.push(toHeld(row));
    return found;
  }

  /** Makes the stored list that one: who is not on it any more goes, who is new comes, who stays keeps their row. */
  async function write(accountId: string, holdId: string, people: readonly HeldPerson[]): Promise<void> {
    const before = new Map((await everybodyOn(accountId, holdId)).map((person) => [keyOf(person), person]));
    const wanted = new Set(people.map(keyOf));
    const gone = [...before.values()].filter((person) => !wanted.has(keyOf(person)));
    for (const some of batches(gone))
      await rows().bulkWrite(
        some.map(({ directoryId, action }) => ({
          deleteOne: { filter: { accountId, holdId, directoryId, action } },
        })),
      );
    for (const some of batches(people.filter((person) => before.get(keyOf(person))?.since !== person.since)))
      await rows().bulkWrite(
        some.map((person) => ({
          updateOne: {
            filter: { accountId, holdId, directoryId: person.directoryId, action: person.action },
            update: { $set: heldFields(person) },
            upsert: true,
          },
        })),
        { ordered: false },
      );
  }

  return {
    async open(accountId) {
      const row = await openRow(accountId);
      return row && { ...toHead(row), people: await everybodyOn(accountId, row._id.toHexString()) };
    },

    async head(accountId) {
      const row = await openRow(accountId);
      if (!row) return null;
      const counted = await held.aggregate<{ readonly _id: HeldChange["action"]; readonly count: number }>([
        { $match: { accountId, holdId: row._id.toHexString() } },
        { $group: { _id: "$action", count: { $sum: 1 } } },
      ]);
      const counts = Object.fromEntries(counted.map(({ _id, count }) => [_id, count]));
      return { ...toHead(row), counts: { DISABLE: 0, CREATE: 0, REENABLE: 0, ...counts } };
    },

    async people(accountId, holdId, { first, after }) {
      const [nameKey = "", id = ""] = after === null ? [] : (JSON.parse(after) as string[]);
      const behind = { $or: [{ nameKey: { $gt: nameKey } }, { nameKey, _id: { $gt: objectId(id) } }] };
      const found = await held
        .find({ accountId, holdId, ...(after !== null && behind) })
        .sort({ nameKey: 1, _id: 1 })
        .limit(first + 1)
        .lean<HeldRow[]>();
      const shown = found.slice(0, first);
      const last = found.length > first ? shown.at(-1) : undefined;
      return { people: shown.map(toHeld), next: last ? JSON.stringify([last.nameKey, last._id.toHexString()]) : null };
    },

    async raise(accountId, { people, ...hold }) {
      try {
        const fields = { ...hold, accountId, status: "OPEN" as const, version: 1, openedAt: now() };
        const row = (await holds.create(fields)).toObject<HoldRow>();
        await write(accountId, row._id.toHexString(), people);
        return { ...toHead(row), people };
      } catch (error) {
        if (isDuplicateKey(error)) return null;
        throw error;
      }
    },

    async refresh(accountId, holdId, { people, ...hold }) {
      await write(accountId, holdId, people);
      await holds.updateOne(openOne(accountId, holdId), { $set: hold });
    },

    async approve(accountId, holdId, approval) {
      const written = await holds.updateOne({ ...openOne(accountId, holdId), approval: null }, { $set: { approval } });
      return written.matchedCount === 1;
    },

    async close(accountId, holdId, { status, by }) {
      const set = { status, decidedBy: by, decidedAt: now() };
      return (await holds.updateOne(openOne(accountId, holdId), { $set: set })).matchedCount === 1;
    },

    async takeOff(accountId, holdId, directoryIds) {
      for (const some of batches(directoryIds))
        await held.deleteMany({ accountId, holdId, directoryId: { $in: [...some] } });
    },
  };
}

const keyOf = ({ action, directoryId }: HeldPerson): string => `${action} ${directoryId}`;

function heldFields({ displayName, reason, groupIds, since }: HeldPerson) {
  return { displayName, nameKey: fold(displayName), reason, groupIds: [...groupIds], since };
}

function toHead({ _id, accountId: _, ...row }: HoldRow): Omit<HoldHead, "counts"> {
  const approval = row.approval && { version: row.approval.version, by: row.approval.by, at: row.approval.at };
  return { ...row, id: _id.toHexString(), approval };
}

function toHeld({ directoryId, displayName, action, reason, groupIds, since }: HeldRow): HeldPerson {
  return { directoryId, displayName, action, reason, groupIds, since };
}
