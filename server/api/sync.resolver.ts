import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { SyncSettings as CoreSettings } from "../core/model.js";
import type { Problem } from "../core/problems.js";
import type { Result } from "../core/result.js";
import { disableAutomaticImport, enableAutomaticImport, updateSyncSettings } from "../use-cases/change-sync.js";
import { excludePeople } from "../use-cases/exclude-people.js";
import { membersByHand } from "../use-cases/hand-over.js";
import { previewSync } from "../use-cases/preview-sync.js";
import { startRun } from "../use-cases/request-run.js";
import { viewChosenGroups } from "../use-cases/sync-status.js";
import { callerOf } from "./access.js";
import type { ApiContext } from "./context.js";
import { given } from "./input.js";
import { previewView } from "./preview-view.js";
import { SyncChoiceInput, SyncPreviewResult } from "./types/preview.js";
import { make, toProblem } from "./types/problem.js";
import {
  EnableAutomaticImportInput,
  ExcludedPerson,
  ExcludePeopleInput,
  SyncSettings,
  SyncSettingsChanged,
  SyncSettingsResult,
  SyncStatus,
  UpdateSyncSettingsInput,
} from "./types/sync.js";
import { RunStarted, StartRunResult } from "./types/run.js";
import { groupView, statusView } from "./views.js";

@Resolver(() => SyncSettings)
export class SyncResolver {
  @Query(() => SyncSettings, { description: "What automatic import does: groups, rules, exclusions, the brake." })
  async syncSettings(@Ctx() context: ApiContext): Promise<SyncSettings> {
    const { account } = callerOf(context);
    return settingsView(context, await context.deps.settings.get(account.id));
  }

  @FieldResolver(() => Int, {
    description:
      "Active users managed by admins whom a chosen group would keep by the last run: they stay when they leave. setManagedBy hands them over. Looks at every user.",
  })
  async byHand(@Root() _settings: SyncSettings, @Ctx() context: ApiContext): Promise<number> {
    const members = await membersByHand(context.deps, callerOf(context).account.id);
    return members === "NO_GROUPS" ? 0 : members.filter((user) => user.directoryId !== null).length;
  }

  @Query(() => SyncPreviewResult, {
    description: "What a run would do: now, or under a proposed choice. Reads the groups; writes nothing.",
  })
  async syncPreview(
    @Arg("choice", () => SyncChoiceInput, { nullable: true }) choice: SyncChoiceInput | null,
    @Ctx() context: ApiContext,
  ): Promise<typeof SyncPreviewResult> {
    const preview = await previewSync(context.deps, callerOf(context), choice && given(choice));
    return preview.ok ? previewView(preview.value) : toProblem(preview.problem);
  }

  @Query(() => SyncStatus, { description: "What automatic import is doing, did last, and will do next." })
  syncStatus(@Ctx() context: ApiContext): Promise<SyncStatus> {
    return statusView(context, callerOf(context).account);
  }

  @Mutation(() => SyncSettingsResult, { description: "Turns automatic import on: a run at once, then one every hour." })
  async enableAutomaticImport(
    @Arg("input", () => EnableAutomaticImportInput) { previewToken, ...input }: EnableAutomaticImportInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof SyncSettingsResult> {
    const choice = { groupIds: input.groupIds, ...given(input) };
    const enabled = await enableAutomaticImport(context.deps, callerOf(context), choice, previewToken ?? null);
    return changedView(context, enabled);
  }

  @Mutation(() => SyncSettingsResult, { description: "Changes groups or rules; fields left out stay as they are." })
  async updateSyncSettings(
    @Arg("input", () => UpdateSyncSettingsInput) { version, previewToken, ...input }: UpdateSyncSettingsInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof SyncSettingsResult> {
    const [caller, choice] = [callerOf(context), given(input)];
    return changedView(context, await updateSyncSettings(context.deps, caller, version, choice, previewToken ?? null));
  }

  @Mutation(() => SyncSettingsResult, { description: "Turns automatic import off. Users stay as they are." })
  async disableAutomaticImport(@Ctx() context: ApiContext): Promise<typeof SyncSettingsResult> {
    return changedView(context, await disableAutomaticImport(context.deps, callerOf(context)));
  }

  @Mutation(() => SyncSettingsResult, {
    description: "Excludes people and groups from the sync, or takes that back: all that are named, or none.",
  })
  async excludePeople(
    @Arg("input", () => ExcludePeopleInput) input: ExcludePeopleInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof SyncSettingsResult> {
    return changedView(context, await excludePeople(context.deps, callerOf(context), input));
  }

  @Mutation(() => StartRunResult, {
    description: "Runs now. Answers with the run at once; syncStatus tells how it goes.",
  })
  async startRun(@Ctx() context: ApiContext): Promise<typeof StartRunResult> {
    const started = await startRun(context.deps, callerOf(context));
    return started.ok ? make(RunStarted, { run: started.value }) : toProblem(started.problem);
  }
}

async function changedView(
  context: ApiContext,
  changed: Result<CoreSettings, Problem>,
): Promise<typeof SyncSettingsResult> {
  if (!changed.ok) return toProblem(changed.problem);
  return make(SyncSettingsChanged, {
    settings: await settingsView(context, changed.value),
    status: await statusView(context, callerOf(context).account),
  });
}

async function settingsView({ deps, ...context }: ApiContext, settings: CoreSettings): Promise<SyncSettings> {
  const { account } = callerOf({ deps, ...context });
  const { enabled, disableLeavers, includeNested, includeGuests, disableGone, brake, version } = settings;
  return make(SyncSettings, {
    enabled,
    groups: (await viewChosenGroups(deps, account.id, settings.groups)).map(groupView),
    disableLeavers,
    includeNested,
    includeGuests,
    disableGone,
    excludedGroups: (await viewChosenGroups(deps, account.id, settings.exclusions.groups)).map(groupView),
    excludedPeople: settings.exclusions.people.map(({ id, displayName, because }) =>
      make(ExcludedPerson, { id, displayName, because: because ?? null }),
    ),
    brake,
    version,
  });
}
