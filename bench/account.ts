import { deserialize, ObjectId, serialize } from "bson";
import type { Person, SyncInput, User } from "../server/core/model.js";
import { profileOf } from "../server/core/person.js";
import { newRow, toUser, type UserRow } from "../server/store/user-row.js";
import { chosenGroup, complete, lastRead, NOW, settings } from "../test/builders.js";
import { newUser } from "../test/store.js";

/** The people of each chosen group. Here nobody is in two. */
export type Groups = ReadonlyMap<string, readonly Person[]>;

/** A prime, so that steps of it meet everybody: a database does not answer in the order of the directory. */
const STRIDE = 7919;

/** What a run decides about when these people are in the groups now, and those were when their users were made. */
export function inputOf(now: Groups, before: Groups): SyncInput {
  return {
    snapshot: { groups: [...now].map(([id, people]) => complete(people, id)), excluded: [] },
    users: usersOf(before),
    settings: settings({ groups: [...now.keys()].map((id) => chosenGroup(id)), settledAt: NOW }),
    lastReads: [...before].map(([id, people]) =>
      lastRead(
        people.map((person) => person.id),
        id,
      ),
    ),
    approved: new Set(),
    now: NOW,
  };
}

/** The users that an import made of these people, as the store makes them of what the database sends. */
export function usersOf(groups: Groups): User[] {
  const members = [...groups].flatMap(([groupId, people]) => people.map((person) => ({ person, groupId })));
  return members.flatMap((_, n) => {
    const member = members[(n * STRIDE) % members.length];
    if (!member) return [];
    const fields = { ...profileOf(member.person), groupIds: [member.groupId] };
    const row = { _id: new ObjectId(), ...newRow("account", newUser(member.person.id, fields), { at: NOW }) };
    return toUser(deserialize(serialize(row)) as UserRow);
  });
}
