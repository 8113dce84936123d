import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { useRequest } from "../../graphql/api-context.js";
import { importPeople, mergeResults, resultsOf, summary, type Person, type PersonResult } from "./import-people.js";

export type ImportState =
  | { step: "idle" }
  | { step: "importing"; done: number; total: number }
  | { step: "done"; results: PersonResult[]; keepWhenLeaving: boolean };

/** Runs an import with its progress, and a second one for those who failed. */
export function useImport(onImported: () => void) {
  const request = useRequest();
  const announce = useAnnounce();
  const [state, setState] = useState<ImportState>({ step: "idle" });

  const run = async (people: readonly Person[], keepWhenLeaving: boolean, before: readonly PersonResult[] | null) => {
    setState({ step: "importing", done: 0, total: people.length });
    const fresh = await importPeople(request, people, keepWhenLeaving, (done) =>
      setState({ step: "importing", done, total: people.length }),
    );
    const results = before ? mergeResults(before, fresh) : fresh;
    setState({ step: "done", results, keepWhenLeaving });
    announce(summary(results));
    onImported();
  };

  return {
    state,
    start: (people: readonly Person[], keepWhenLeaving: boolean) => void run(people, keepWhenLeaving, null),
    retryFailed: () => {
      if (state.step === "done") void run(resultsOf(state.results, "FAILED"), state.keepWhenLeaving, state.results);
    },
    dismiss: () => setState({ step: "idle" }),
  };
}
