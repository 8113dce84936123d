import type { Request } from "../graphql/client.js";
import type { SentenceCode, UserStatus } from "../graphql/generated/graphql.js";
import { SetUserStatusDocument } from "../graphql/operations.js";
import { outcomeOf, type Outcome } from "../graphql/outcome.js";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
import { chunksOf, idsPerRequest } from "./selection.js";

export interface UsersSet {
  /** Ids of those it was done to. */
  changed: string[];
  /** Those who stayed as they were, with the server's reason. */
  refused: { userId: string; why: string }[];
  /** What stopped it half way; the rest was not tried. */
  trouble: Trouble | null;
}

/** Enables or disables any number of users. */
export function setUserStatuses(request: Request, userIds: readonly string[], status: UserStatus): Promise<UsersSet> {
  return setInChunks(userIds, async (chunk) =>
    outcomeOf(
      await request(SetUserStatusDocument, { input: { userIds: chunk, status } }),
      (data) => data.setUserStatus,
    ),
  );
}

interface Answers {
  results: { userId: string; changed: boolean; because: SentenceCode | null; message: string | null }[];
}

/** At most 200 to a request; stops at the first one that fails. */
export async function setInChunks(
  userIds: readonly string[],
  set: (chunk: string[]) => Promise<Outcome<Answers>>,
): Promise<UsersSet> {
  const done: UsersSet = { changed: [], refused: [], trouble: null };
  for (const chunk of chunksOf(userIds, idsPerRequest)) {
    const outcome = await set(chunk);
    if (!outcome.ok) return { ...done, trouble: outcome.trouble };
    for (const { userId, changed, because, message } of outcome.value.results) {
      if (changed) done.changed.push(userId);
      else done.refused.push({ userId, why: texts.server.because(because, message) ?? "" });
    }
  }
  return done;
}
