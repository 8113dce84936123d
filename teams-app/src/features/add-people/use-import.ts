import { useAnnounce } from "../../components/announcer.js";
import type { FollowedRun } from "../../components/follow-run.js";
import { useKept } from "../../components/kept.js";
import { useRequest } from "../../graphql/api-context.js";
import type { ImportMatchingUsersInput } from "../../graphql/generated/graphql.js";
import type { Trouble } from "../../graphql/trouble.js";
import { importMatching } from "./import-matching.js";
import { importPeople, mergeImports, resultsOf, summary, type Imported, type Person } from "./import-people.js";
import { progressOf, type ImportProgress } from "./import-progress.js";
import { undoImport, type UndoState } from "./undo-import.js";

export type ImportState =
  | { step: "idle" }
  | ({ step: "importing" } & ImportProgress)
  /** It did not begin. */
  | { step: "failed"; trouble: Trouble }
  | { step: "done"; imported: Imported; keepWhenLeaving: boolean; undo: UndoState | null };

const idle: ImportState = { step: "idle" };

/** Runs an import with its progress, a second one for those who failed, and its undo. Goes on when the screen is left. */
export function useImport(onChanged: () => void) {
  const request = useRequest();
  const announce = useAnnounce();
  const [state, setState] = useKept<ImportState>("add-people.import", idle);

  const ended = (imported: Imported, keepWhenLeaving: boolean) => {
    setState({ step: "done", imported, keepWhenLeaving, undo: null });
    announce(summary(imported));
    onChanged();
  };
  const run = async (people: readonly Person[], keepWhenLeaving: boolean, before: Imported | null) => {
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    const total = people.length;
    const imported = await importPeople(request, people, keepWhenLeaving, {
      onProgress: (done) =>
        setState({
          step: "importing",
          stage: "ADDING",
          done,
          total,
          waitingUntil: null,
          trouble: null,
          run: null,
          stop,
        }),
      stopping: stopping.signal,
    });
    ended(before ? mergeImports(before, imported) : imported, keepWhenLeaving);
  };
  const runMatching = async (input: ImportMatchingUsersInput, matching: number, onTaken: () => void) => {
    setState({ step: "importing", ...progressOf({ run: null, trouble: null }, matching) });
    const outcome = await importMatching(request, input, (news) =>
      setState({ step: "importing", ...progressOf(news, matching) }),
    );
    if (outcome.ok) {
      onTaken();
      return ended(outcome.value, input.keepWhenLeaving ?? false);
    }
    setState({ step: "failed", trouble: outcome.trouble });
  };
  const undo = async (done: Extract<ImportState, { step: "done" }>) => {
    const going = (run: FollowedRun | null) => setState({ ...done, undo: { step: "undoing", run } });
    going(null);
    const undone = await undoImport(request, done.imported.runIds, ({ run }) => going(run));
    setState({ ...done, undo: { step: "undone", ...undone } });
    onChanged();
  };

  return {
    state,
    start: (people: readonly Person[], keepWhenLeaving: boolean) => void run(people, keepWhenLeaving, null),
    /** `onTaken`: everybody who matches was taken on, and nothing is left to ask for once more. */
    startMatching: (input: ImportMatchingUsersInput, matching: number, onTaken: () => void) =>
      void runMatching(input, matching, onTaken),
    retryFailed: () => {
      if (state.step === "done")
        void run(resultsOf(state.imported.results, "FAILED"), state.keepWhenLeaving, state.imported);
    },
    undo: () => {
      if (state.step === "done") void undo(state);
    },
    dismiss: () => setState(idle),
  };
}
