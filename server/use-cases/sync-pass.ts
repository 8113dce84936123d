import { afterLooks } from "../core/group-health.js";
import { readsWorthKeeping } from "../core/group-reads.js";
import { guard, type Verdict } from "../core/guard.js";
import { approvedOf, type Hold } from "../core/hold.js";
import type { Account, LastGroupRead, Snapshot, SyncInput, SyncSettings } from "../core/model.js";
import type { Setback } from "../core/run.js";
import type { SyncPlan } from "../core/plan.js";
import type { DirectoryProblem } from "../core/problems.js";
import { heldSentences } from "../core/hold-words.js";
import { problemSentences, unreadSentences } from "../core/problem-words.js";
import { partialSentences } from "../core/run-words.js";
import { say, type Sentence } from "../core/sentences.js";
import { sampleOf } from "../core/second-look.js";
import { applyPlan, confirmedDisable, type Applied, type ToApply } from "./apply-plan.js";
import { consentEnded, noteReadable, provenReadable, whyUnreadable } from "./check-consent.js";
import { keepHold } from "./keep-hold.js";
import { secondLook, type LookDeps, type Looked, type LookedAt, type SecondLook } from "./look-again.js";
import { planSurely } from "./plan-surely.js";
import { peopleExpected, readSnapshot } from "./read-snapshot.js";
import { recordDropped } from "./record-dropped.js";
import { noteConflicts } from "./note-conflicts.js";
import { nothing, type BegunRun, type Ending, type LeaseKeeper } from "./run-lease.js";
import type { RunSyncDeps } from "./run-deps.js";
import type { AgreedPreview, DirectoryGroup } from "./ports.js";

/** Read everything, decide once, look again at whom it would hurt, then write. */
export async function syncPass(
  deps: RunSyncDeps,
  { account: known, settings }: { readonly account: Account; readonly settings: SyncSettings },
  begun: BegunRun,
  keeper: LeaseKeeper,
): Promise<Ending> {
  const proven = await provenReadable(deps, known);
  if (!proven.ok) return unread(proven.problem);
  const account = proven.value;
  const accountId = account.id;
  const mayGoOn = () => whyStop(deps, accountId, settings, keeper);

  const directory = deps.directories(account.tenantId);
  const preview = settings.previewId === null ? null : await deps.previews.byId(accountId, settings.previewId);
  const expected = await peopleExpected(deps.groupMembers, accountId, settings, preview);
  let pages = 0;
  const read = await readSnapshot(directory, settings, {
    onPage: (done) => {
      const total = expected !== null && done <= expected ? expected : null;
      keeper.show({ stage: "READING", done, total, pages: ++pages });
    },
    signal: deps.stopping,
  });
  const stopped = await mayGoOn();
  if (stopped) return nothing("STOPPED", stopped);
  if (!read.ok) return endUnread(deps, account, settings, read.problem);
  const snapshot = read.value;
  if (snapshot.groups.some((group) => group.outcome === "COMPLETE")) await noteReadable(deps, account);
  else if (snapshot.groups.some((group) => group.outcome === "INCOMPLETE")) {
    const ended = await consentEnded(deps, account);
    if (ended) return unread(ended);
  }

  // The hold before the users: whoever is taken off it in between must not be raised again by what was read before
  const hold = await deps.holds.open(accountId);
  const asRead = await inputOf(deps, accountId, settings, snapshot, preview);
  const { input, plan, groups } = await planSurely(directory, asRead, deps.stopping);
  const verdict = guard(plan, input, hold);
  const look: LookDeps = {
    directory,
    settings,
    now: deps.now,
    signal: deps.stopping,
    onPeople: (done) => keeper.show({ stage: "LOOKING_AGAIN", done, total: verdict.disable.length }),
  };
  const looks = await lookWhereItHurts(look, plan, verdict, hold);
  const agreed = approvedOf(hold).filter(({ action }) => action === "DISABLE");
  const byName = new Set([...input.approved, ...agreed.map(({ directoryId }) => directoryId)]);

  const written = await applyPlan(
    {
      ...deps,
      accountId,
      runId: begun.run.id,
      fence: begun.lease.token,
      checkpoint: async (done, total) => {
        keeper.show({ stage: "APPLYING", done, total });
        return mayGoOn();
      },
      confirmed: async (rows) => disablesOf(await looks.confirmed(rows.map(({ user }) => user.directoryId)), byName),
    },
    toApply(plan, verdict, looks.result(), byName, input.now),
  );
  const looked = looks.result();
  // Also where there was nothing to write: what is remembered must not be of settings that changed meanwhile
  const applied = { ...written, stopped: written.stopped ?? (await mayGoOn()) };
  const outcome = { plan, groups, verdict, looked, applied, hold };
  if (!applied.stopped) await remember(deps, begun, account, input, outcome);
  return endingOf(outcome, input);
}

async function inputOf(
  deps: RunSyncDeps,
  accountId: string,
  settings: SyncSettings,
  snapshot: Snapshot,
  preview: AgreedPreview | null,
): Promise<SyncInput> {
  const groupIds = [...settings.groups, ...settings.exclusions.groups].map((group) => group.id);
  return {
    snapshot,
    settings,
    users: await deps.users.all(accountId),
    lastReads: await deps.groupMembers.lastReads(accountId, groupIds),
    approved: new Set(preview?.leaverIds),
    now: deps.now(),
  };
}

/** All who would be disabled now; of a hold that is being raised, a sample. */
async function lookWhereItHurts(
  look: LookDeps,
  plan: SyncPlan,
  verdict: Verdict,
  hold: Hold | null,
): Promise<SecondLook> {
  const goesOn = new Set(verdict.disable);
  const raised = hold ? [] : sampleOf(plan.disable.filter((row) => !goesOn.has(row)));
  return secondLook(look, verdict.disable, raised);
}

function toApply(plan: SyncPlan, verdict: Verdict, looked: LookedAt, byName: ReadonlySet<string>, now: Date): ToApply {
  const rows = looked.kind === "CLEAR" ? looked.rows : [];
  const goneAtFirst = rows.flatMap(({ row: { user }, verdict: said }) =>
    said.kind === "GONE_AT_FIRST" && user.goneSince === null ? [{ user, goneSince: now }] : [],
  );
  const update = [...plan.update, ...goneAtFirst];
  return { disable: disablesOf(rows, byName), update, reenable: verdict.reenable, create: verdict.create };
}

/** Those whom the look confirmed, as it found them. */
function disablesOf(looked: readonly Looked[], byName: ReadonlySet<string>): ToApply["disable"] {
  return looked.flatMap(({ row: { user }, verdict: said }) => {
    if (said.kind !== "CONFIRMED") return [];
    return [confirmedDisable(user, said.reason, byName.has(user.directoryId))];
  });
}

/** Asked before each write. What has been written by then stays: every step is whole in itself. */
async function whyStop(
  deps: RunSyncDeps,
  accountId: string,
  settings: SyncSettings,
  keeper: LeaseKeeper,
): Promise<Sentence | null> {
  if (deps.stopping.aborted) return say("RUN_SHUTDOWN");
  if (!(await keeper.held())) return say("RUN_LEASE_LOST");
  const now = await deps.settings.get(accountId);
  if (!now.enabled) return say("RUN_DISABLED");
  return now.version === settings.version ? null : say("RUN_SETTINGS_CHANGED");
}

interface Outcome {
  readonly plan: SyncPlan;
  /** The groups as the directory describes them, where that was asked. */
  readonly groups: readonly DirectoryGroup[];
  readonly verdict: Verdict;
  readonly looked: LookedAt;
  readonly applied: Applied;
  readonly hold: Hold | null;
}

/** Keeps what the next run and the admin need to know of this one; an hour in which nothing changed writes nothing. */
async function remember(
  deps: RunSyncDeps,
  begun: BegunRun,
  account: Account,
  input: SyncInput,
  { plan, groups: looks, verdict, looked, applied, hold }: Outcome,
): Promise<void> {
  const { settings, now } = input;
  const knewAll = plan.unknownGroups.length === 0 && looked.kind === "CLEAR";

  // In doubt about a list, the hold stays as it is: it would be made of that very list
  if (looked.kind === "CLEAR") {
    const carriedOut = hold?.approval != null && knewAll;
    if (carriedOut) await recordDropped(deps, begun, hold, looked.rows, input.users);
    await keepHold(deps.holds, account.id, hold, { verdict, settingsVersion: settings.version, carriedOut });
  }

  if (knewAll) await noteConflicts(deps.conflicts, account.id, plan, input);

  const unsure = unsureAmong(looked);
  // A collapse must still show against the last good read while somebody who left is active
  const leaversWait =
    looked.kind !== "CLEAR" || unsure > 0 || verdict.held.some((change) => change.action === "DISABLE");
  const reads: readonly LastGroupRead[] = readsWorthKeeping(input, plan, leaversWait);
  if (reads.length > 0) await deps.groupMembers.save(account.id, reads);

  const clean = knewAll && applied.counts.failed === 0 && verdict.held.length === 0;
  const settledAt = settings.settledAt ?? (clean ? now : null);
  // Whom an admin agreed to is asked about again until there is an answer, or the preview is past its day
  const previewId = knewAll && unsure === 0 ? null : settings.previewId;
  const groups = afterLooks(plan.groups, looks, now);
  const excludedGroups = afterLooks(plan.excludedGroups, looks, now);
  const isNews =
    settledAt !== settings.settledAt ||
    previewId !== settings.previewId ||
    JSON.stringify([groups, excludedGroups]) !== JSON.stringify([settings.groups, settings.exclusions.groups]);
  if (isNews)
    await deps.settings.noteRun(account.id, settings.version, { groups, excludedGroups, settledAt, previewId });
}

/** How many seem to have left and stay for now, because nothing definite was said about them. */
function unsureAmong(looked: LookedAt): number {
  const rows = looked.kind === "CLEAR" ? looked.rows : [];
  return rows.filter(({ verdict: { kind } }) => kind === "UNKNOWN" || kind === "GONE_AT_FIRST").length;
}

function endingOf({ plan, verdict, looked, applied }: Outcome, { settings, snapshot }: SyncInput): Ending {
  const waiting =
    looked.kind === "CLEAR" ? looked.rows.filter(({ verdict: { kind } }) => kind !== "CONFIRMED").length : 0;
  const counts = { ...applied.counts, skipped: plan.skip.length + waiting, held: verdict.held.length };
  if (applied.stopped) return { status: "STOPPED", counts, reasons: [applied.stopped] };
  if (looked.kind === "DOUBTFUL")
    return {
      status: "PARTIAL",
      counts: { ...counts, held: 0 },
      reasons: [say("LIST_DOUBTFUL", { names: [looked.who], count: counts.disabled })],
      setback: { kind: "READ_DOUBTFUL", retryAt: null },
    };
  if (looked.kind === "FAILED")
    return {
      status: "PARTIAL",
      counts,
      reasons: [say("NOT_LOOKED_AGAIN", { count: counts.disabled }), ...problemSentences(looked.problem)],
      setback: setbackOf(looked.problem),
    };

  const { unknownGroups } = plan;
  if (unknownGroups.length > 0 || counts.failed > 0) {
    const names = new Map(
      [...settings.groups, ...settings.exclusions.groups].map((group) => [group.id, group.displayName]),
    );
    const unreadNames = unknownGroups.map(({ groupId }) => names.get(groupId) ?? groupId);
    const anyComplete = snapshot.groups.some((group) => group.outcome === "COMPLETE");
    return {
      status: unreadNames.length > 0 && !anyComplete ? "FAILED" : "PARTIAL",
      counts,
      reasons: partialSentences(unreadNames, counts.failed),
      setback: unreadNames.length > 0 ? READ_INCOMPLETE : null,
    };
  }
  if (verdict.held.length > 0) return { status: "HELD", counts, reasons: heldSentences(verdict) };
  const unsure = unsureAmong(looked);
  if (unsure > 0) return { status: "PARTIAL", counts, reasons: [say("NO_CLEAR_ANSWER", { count: unsure })] };
  return { status: "SUCCEEDED", counts, reasons: [] };
}

/** Nothing could be read. "Forbidden" may concern the one chosen group alone: then the consent still stands. */
async function endUnread(
  deps: RunSyncDeps,
  account: Account,
  settings: SyncSettings,
  problem: DirectoryProblem,
): Promise<Ending> {
  const why = await whyUnreadable(deps, account, problem);
  if (why) return unread(why);
  const names = settings.groups.map((group) => group.displayName);
  return { ...nothing("FAILED", ...partialSentences(names, 0)), setback: READ_INCOMPLETE };
}

const READ_INCOMPLETE: Setback = { kind: "READ_INCOMPLETE", retryAt: null };

const unread = (problem: DirectoryProblem): Ending => ({
  ...nothing("FAILED", ...unreadSentences(problem)),
  setback: setbackOf(problem),
});

const setbackOf = ({ code, retryAt }: DirectoryProblem): Setback | null =>
  code === "THROTTLED" ? { kind: "THROTTLED", retryAt: retryAt ?? null } : null;
