import { useState } from "react";
import type { UsersSet } from "../../components/set-user-status.js";
import { useRequest } from "../../graphql/api-context.js";
import { texts } from "../../texts/texts.js";
import { applyAct, inverseOf, whoInWords, type Act } from "./acts.js";
import type { UserRow } from "./users-query.js";

export interface ActDone {
  act: Act;
  set: UsersSet;
  users: readonly UserRow[];
  /** An undo itself: it offers no further one. */
  undid: boolean;
}

/** Asks before an act on users, does it, keeps what came of it, and can undo it. */
export function useActs(onChanged: () => void) {
  const request = useRequest();
  const [asking, setAsking] = useState<{ act: Act; users: readonly UserRow[] } | null>(null);
  const [pending, setPending] = useState(false);
  const [done, setDone] = useState<ActDone | null>(null);

  const run = async (act: Act, users: readonly UserRow[], undid: boolean) => {
    setPending(true);
    const set = await applyAct(
      request,
      act,
      users.map((user) => user.id),
    );
    setPending(false);
    setAsking(null);
    setDone({ act, set, users, undid });
    onChanged();
  };

  return {
    asking,
    pending,
    done,
    ask: (act: Act, users: readonly UserRow[]) => {
      setDone(null);
      setAsking({ act, users });
    },
    cancel: () => setAsking(null),
    confirm: () => void (asking && run(asking.act, asking.users, false)),
    undo: () => void (done && run(inverseOf(done.act), changedOf(done), true)),
    dismiss: () => setDone(null),
  };
}

export type Acts = ReturnType<typeof useActs>;

export const changedOf = ({ set, users }: Pick<ActDone, "set" | "users">): UserRow[] =>
  users.filter((user) => set.changed.includes(user.id));

export const doneInWords = (done: Pick<ActDone, "act" | "set" | "users">): string =>
  texts.users.acts[done.act].done(whoInWords(changedOf(done)));
