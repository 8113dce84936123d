import { Schema, type Connection } from "mongoose";
import type { LastGroupRead } from "../core/model.js";
import type { GroupMemberStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { isDuplicateKey } from "./mongo-errors.js";
import { rowSchema } from "./schema.js";

/** One row per chosen group; 16 MB hold the ids of about 300,000 people. */
interface GroupMembersRow extends LastGroupRead {
  readonly accountId: string;
  /** How many ids there are, so that a size can be had without loading them. */
  readonly people: number;
}

const schema = new Schema<GroupMembersRow>(
  {
    accountId: { type: String, required: true },
    groupId: { type: String, required: true },
    personIds: [String],
    people: { type: Number, required: true },
    readAt: { type: Date, required: true },
  },
  { ...rowSchema, collection: "groupMembers" },
);

export const groupMemberIndexes: readonly IndexPlan[] = [
  { collection: "groupMembers", name: "one_row_per_group", key: { accountId: 1, groupId: 1 }, unique: true },
];

export function groupMemberStore(connection: Connection): GroupMemberStore {
  const rows = connection.model<GroupMembersRow>("GroupMembers", schema);
  const ofGroups = (accountId: string, groupIds: readonly string[]) => ({ accountId, groupId: { $in: [...groupIds] } });

  /** A read that was overtaken by a later one is dropped, so that a slow process cannot bring back the past. */
  async function saveRead(accountId: string, { groupId, personIds, readAt }: LastGroupRead): Promise<void> {
    const olderRow = { accountId, groupId, readAt: { $lte: readAt } };
    const change = { $set: { personIds: [...personIds], people: personIds.length, readAt } };
    try {
      await rows.updateOne(olderRow, change, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await rows.updateOne(olderRow, change);
    }
  }

  return {
    async lastReads(accountId, groupIds) {
      const found = await rows.find(ofGroups(accountId, groupIds)).lean<GroupMembersRow[]>();
      return found.map(({ groupId, personIds, readAt }) => ({ groupId, personIds, readAt }));
    },

    async sizes(accountId, groupIds) {
      const found = await rows.find(ofGroups(accountId, groupIds), { personIds: 0 }).lean<GroupMembersRow[]>();
      return found.map(({ groupId, people, readAt }) => ({ groupId, people, readAt }));
    },

    async membersAmong(accountId, groupIds, personIds) {
      const asked = new Set(personIds);
      const groupsOf = new Map<string, string[]>();
      // One group at a time: several groups of 60,000 ids need not lie in memory together.
      for await (const row of rows
        .find(ofGroups(accountId, groupIds))
        .lean<GroupMembersRow[]>()
        .cursor({ batchSize: 1 })) {
        for (const personId of new Set(row.personIds)) {
          if (asked.has(personId)) groupsOf.set(personId, [...(groupsOf.get(personId) ?? []), row.groupId]);
        }
      }
      return groupsOf;
    },

    async save(accountId, reads) {
      for (const read of reads) await saveRead(accountId, read);
    },
  };
}
