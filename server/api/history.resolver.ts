import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { ChangeAction as Action } from "../core/changes.js";
import { inEnglishOrNull, say } from "../core/sentences.js";
import { listChanges, listRuns } from "../use-cases/list-runs.js";
import { previewUndo } from "../use-cases/preview-undo.js";
import { stopImport } from "../use-cases/stop-import.js";
import { undoRun } from "../use-cases/undo-run.js";
import { callerOf } from "./access.js";
import type { ApiContext } from "./context.js";
import { badInput, given, pageSize } from "./input.js";
import { undoView } from "./preview-view.js";
import { ChangeAction } from "./types/enums/runs.js";
import { pageInfo } from "./types/page-info.js";
import { make, toProblem } from "./types/problem.js";
import {
  ChangeConnection,
  RunConnection,
  RunFilter,
  RunUndone,
  StopAsked,
  StopImportResult,
  toChange,
  UndoPreview,
  UndoRunResult,
} from "./types/history.js";
import { Run } from "./types/run.js";

const MOST_RUNS_PER_PAGE = 100;
const MOST_CHANGES_PER_PAGE = 200;

@Resolver(() => Run)
export class HistoryResolver {
  @Query(() => RunConnection, { description: "What ran, newest first; at most 100 a page." })
  async runs(
    @Arg("first", () => Int, { defaultValue: 25 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("filter", () => RunFilter, { nullable: true }) filter: RunFilter | null,
    @Ctx() context: ApiContext,
  ): Promise<RunConnection> {
    const page = await listRuns(context.deps, callerOf(context), {
      filter: given(filter ?? {}),
      first: pageSize(first, MOST_RUNS_PER_PAGE),
      after: after ?? null,
    });
    if (!page.ok) throw badInput(toProblem(page.problem).message);
    return make(RunConnection, { nodes: [...page.value.runs], pageInfo: pageInfo(page.value.endCursor) });
  }

  @Query(() => Run, { nullable: true, description: "One run; null for an id there is not." })
  run(@Arg("id", () => ID) id: string, @Ctx() context: ApiContext): Promise<Run | null> {
    return context.deps.runs.byId(callerOf(context).account.id, id);
  }

  @FieldResolver(() => String, { nullable: true, description: "Why it did not succeed, in words." })
  reason(@Root() { reasons }: Run): string | null {
    return inEnglishOrNull(reasons);
  }

  @FieldResolver(() => ChangeConnection, { description: "What it did, person by person; at most 200 a page." })
  async changes(
    @Root() run: Run,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("actions", () => [ChangeAction], { nullable: true }) actions: Action[] | null,
    @Ctx() context: ApiContext,
  ): Promise<ChangeConnection> {
    const page = await listChanges(context.deps, callerOf(context), run.id, {
      actions: actions ?? null,
      first: pageSize(first, MOST_CHANGES_PER_PAGE),
      after: after ?? null,
    });
    if (!page.ok) throw badInput(toProblem(page.problem).message);
    return make(ChangeConnection, {
      nodes: page.value.changes.map((change) => toChange(change, run.status === "RUNNING")),
      pageInfo: pageInfo(page.value.endCursor),
    });
  }

  @FieldResolver(() => UndoPreview, { description: "What an undo would do now. Reads this run's whole history." })
  async undoPreview(@Root() run: Run, @Ctx() context: ApiContext): Promise<UndoPreview> {
    const { account } = callerOf(context);
    const stored = await context.deps.runs.byId(account.id, run.id);
    if (!stored) throw badInput(toProblem({ code: "NOT_FOUND", because: say("RUN_NOT_FOUND") }).message);
    return undoView(await previewUndo(context.deps, account.id, stored));
  }

  @Mutation(() => UndoRunResult, {
    description:
      "Undoes what a run did, person by person: who came in is disabled, who was disabled comes back. Whoever was changed since is left alone and named.",
  })
  async undoRun(@Arg("runId", () => ID) runId: string, @Ctx() context: ApiContext): Promise<typeof UndoRunResult> {
    const undone = await undoRun(context.deps, callerOf(context), runId);
    return undone.ok ? make(RunUndone, { run: undone.value }) : toProblem(undone.problem);
  }

  @Mutation(() => StopImportResult, {
    description:
      "Asks an import of everybody whom a search finds to stop. It does within the next 200 people, as STOPPED; who was added stays, and an undo takes it back.",
  })
  async stopImport(
    @Arg("runId", () => ID) runId: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof StopImportResult> {
    const asked = await stopImport(context.deps, callerOf(context), runId);
    return asked.ok ? make(StopAsked, { run: asked.value }) : toProblem(asked.problem);
  }
}
