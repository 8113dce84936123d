import type { Request } from "../graphql/client.js";
import type { UserStatus } from "../graphql/generated/graphql.js";
import { SetUserStatusDocument } from "../graphql/operations.js";
import { outcomeOf } from "../graphql/outcome.js";
import type { Trouble } from "../graphql/trouble.js";
import { chunksOf, idsPerRequest } from "./selection.js";

export interface StatusesSet {
  changed: number;
  /** Those who stayed as they were, with the server's reason. */
  refused: { userId: string; why: string }[];
  /** What stopped it half way; the rest was not tried. */
  trouble: Trouble | null;
}

/** Enables or disables any number of users, at most 200 to a request; stops at the first request that fails. */
export async function setUserStatuses(
  request: Request,
  userIds: readonly string[],
  status: UserStatus,
): Promise<StatusesSet> {
  const done: StatusesSet = { changed: 0, refused: [], trouble: null };
  for (const chunk of chunksOf(userIds, idsPerRequest)) {
    const answer = await request(SetUserStatusDocument, { input: { userIds: chunk, status } });
    const outcome = outcomeOf(answer, (data) => data.setUserStatus);
    if (!outcome.ok) return { ...done, trouble: outcome.trouble };
    for (const { userId, changed, message } of outcome.value.results) {
      if (changed) done.changed += 1;
      else if (message !== null) done.refused.push({ userId, why: message });
    }
  }
  return done;
}
