import type { LastGroupRead } from "../../server/core/model.js";
import type { GroupMemberStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";

export function groupMembersInMemory(): AtOnce<GroupMemberStore> {
  const reads = new Map<string, Map<string, LastGroupRead>>();
  const among = (accountId: string, groupIds: readonly string[]) =>
    [...(reads.get(accountId)?.values() ?? [])].filter((read) => groupIds.includes(read.groupId));

  return {
    lastReads: (accountId, groupIds) => among(accountId, groupIds),

    sizes: (accountId, groupIds) =>
      among(accountId, groupIds).map(({ groupId, personIds, readAt }) => ({
        groupId,
        people: personIds.length,
        readAt,
      })),

    membersAmong(accountId, groupIds, personIds) {
      const groupsOf = (personId: string) =>
        among(accountId, groupIds).flatMap((read) => (read.personIds.includes(personId) ? [read.groupId] : []));
      const found = personIds.map((personId) => [personId, groupsOf(personId)] as const);
      return new Map(found.filter(([, groups]) => groups.length > 0));
    },

    save(accountId, latest) {
      const ofAccount = reads.get(accountId) ?? new Map<string, LastGroupRead>();
      reads.set(accountId, ofAccount);
      for (const read of latest) {
        const before = ofAccount.get(read.groupId);
        if (!before || before.readAt <= read.readAt) ofAccount.set(read.groupId, read);
      }
    },
  };
}
