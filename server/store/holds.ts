import { Types, type Connection } from "mongoose";
import type { HeldChange, HeldPerson } from "../core/hold.js";
import type { Clock, HoldStore } from "../use-cases/ports.js";
import { heldFields, heldSchema, holdSchema, toHead, toHeld, type HeldRow, type HoldRow } from "./hold-row.js";
import { isDuplicateKey } from "./mongo-errors.js";
import { batches, objectId } from "./schema.js";

const DAY_MS = 24 * 3_600_000;

/** Longer than a rejection takes; one that was killed in the middle of it must not shut the approval out for good. */
const REJECTING_MS = 60_000;

/** Holds that were closed, with their lists, are kept as long as the runs that raised them. */
export function holdStore(connection: Connection, now: Clock, historyDays: number): HoldStore {
  const holds = connection.model<HoldRow>("Hold", holdSchema);
  const held = connection.model<HeldRow>("HeldPerson", heldSchema);
  const rows = () => connection.collection<Omit<HeldRow, "_id">>("heldPeople");
  const openOne = (accountId: string, holdId: string) => ({
    _id: objectId(holdId),
    accountId,
    status: "OPEN" as const,
  });
  const undecided = (accountId: string, holdId: string) => ({ ...openOne(accountId, holdId), approval: null });

  async function openRow(accountId: string): Promise<HoldRow | null> {
    return holds.findOne({ accountId, status: "OPEN" }).lean<HoldRow>();
  }

  /** The list of a hold that was closed says what was decided about: it stays. */
  async function isOpen(accountId: string, holdId: string): Promise<boolean> {
    return (await holds.exists(openOne(accountId, holdId))) !== null;
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

    async people(accountId, holdId, { first, after, groupId = null }) {
      const [nameKey = "", id = ""] = after === null ? [] : (JSON.parse(after) as string[]);
      const behind = { $or: [{ nameKey: { $gt: nameKey } }, { nameKey, _id: { $gt: objectId(id) } }] };
      const found = await held
        .find({ accountId, holdId, ...(groupId !== null && { groupIds: groupId }), ...(after !== null && behind) })
        .sort({ nameKey: 1, _id: 1 })
        .limit(first + 1)
        .lean<HeldRow[]>();
      const shown = found.slice(0, first);
      const last = found.length > first ? shown.at(-1) : undefined;
      return { people: shown.map(toHeld), next: last ? JSON.stringify([last.nameKey, last._id.toHexString()]) : null };
    },

    async raise(accountId, { because, limit, settingsVersion, people }) {
      const _id = new Types.ObjectId();
      const holdId = _id.toHexString();
      // The list first: whoever approved one that is still growing would approve people they never saw
      await write(accountId, holdId, people);
      const begun = { _id, accountId, status: "OPEN" as const, version: 1, openedAt: now() };
      try {
        const row = await holds.create({ ...begun, because, limit, settingsVersion });
        return { ...toHead(row.toObject<HoldRow>()), people };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        await held.deleteMany({ accountId, holdId });
        return null;
      }
    },

    async refresh(accountId, holdId, { because, limit, version, settingsVersion, people, decided }) {
      if (!(await isOpen(accountId, holdId))) return;
      await write(accountId, holdId, people);
      const set = {
        because,
        limit,
        version,
        settingsVersion,
        ...(decided && { approval: null, rejectingUntil: null }),
      };
      await holds.updateOne(openOne(accountId, holdId), { $set: set });
    },

    async approve(accountId, holdId, approval) {
      const free = { ...undecided(accountId, holdId), rejectingUntil: { $not: { $gt: now() } } };
      return (await holds.updateOne(free, { $set: { approval } })).matchedCount === 1;
    },

    async beginRejecting(accountId, holdId) {
      const rejectingUntil = new Date(now().getTime() + REJECTING_MS);
      return (await holds.updateOne(undecided(accountId, holdId), { $set: { rejectingUntil } })).matchedCount === 1;
    },

    async close(accountId, holdId, { status, by }) {
      const decidedAt = now();
      const expiresAt = new Date(decidedAt.getTime() + historyDays * DAY_MS);
      const set = { status, decidedBy: by, decidedAt, expiresAt };
      // What an admin approved a moment ago is not another's to reject
      const open = status === "REJECTED" ? undecided(accountId, holdId) : openOne(accountId, holdId);
      if ((await holds.updateOne(open, { $set: set })).matchedCount === 0) return false;
      await held.updateMany({ accountId, holdId }, { $set: { expiresAt } });
      return true;
    },
  };
}

const keyOf = ({ action, directoryId }: HeldPerson): string => `${action} ${directoryId}`;
