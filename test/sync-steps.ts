import { CHANGES, ENABLE, PREVIEW, SETTINGS, START_RUN, STATUS, UPDATE } from "./operations.js";
import { runScheduled } from "../server/use-cases/run-sync.js";
import { workerOf } from "./worker.js";
import { eventually, type Answer, type Ask, type World } from "./world.js";

/* What an admin does with automatic import, step by step, as the tab does it. */

export interface RunView {
  readonly id: string;
  readonly status: string;
  readonly trigger: string;
  readonly reason: string | null;
  readonly counts: Readonly<Record<string, number>>;
}

export const statusOf = async (ask: Ask) => (await ask(STATUS)).data?.syncStatus;
export const lastRunOf = async (ask: Ask) => ((await statusOf(ask))?.lastRun ?? null) as RunView | null;

/** Does what starts a run, and answers with that run when it has ended and no other follows. */
export async function runAfter(ask: Ask, start: () => Promise<unknown>): Promise<RunView> {
  const before = (await lastRunOf(ask))?.id;
  await start();
  const ended = await eventually(
    () => lastRunOf(ask),
    (run) => run !== null && run.id !== before,
  );
  await eventually(
    () => statusOf(ask),
    (now) => now?.currentRun === null,
  );
  return ended ?? Promise.reject(new Error("no run"));
}

/** What a run said when it had ended, with everything it did. */
export async function endOf(ask: Ask, runId: string): Promise<RunView & { readonly changes: readonly ChangeView[] }> {
  const view = async () => (await ask(CHANGES, { id: runId, first: 200 })).data?.run as EndedView | undefined;
  const ended = await eventually(view, (run) => run !== undefined && run.status !== "RUNNING");
  if (!ended) throw new Error("There is no such run");
  return { ...ended, changes: ended.changes.nodes };
}

type EndedView = RunView & { readonly changes: { readonly nodes: readonly ChangeView[] } };

export interface ChangeView {
  readonly directoryId: string;
  readonly displayName: string;
  readonly action: string;
  readonly reason: string;
  readonly outcome: string;
  readonly message: string | null;
}

/** Begins a run as soon as it can: one that another change set off may still be going on. */
async function begin(ask: Ask, query: string, variables?: object) {
  const answerOf = async () => Object.values((await ask(query, variables)).data ?? {})[0];
  return eventually(answerOf, (begun) => begun?.code !== "RUN_IN_PROGRESS");
}

export const startRun = (ask: Ask) => begin(ask, START_RUN);

/** Does what answers with a run that has begun, and waits until it has ended. */
export async function runBy(ask: Ask, query: string, variables: object) {
  const begun = await begin(ask, query, variables);
  if (!begun || !("run" in begun)) throw new Error(`No run began: ${JSON.stringify(begun)}`);
  return endOf(ask, (begun.run as { id: string }).id);
}

export const runNow = (ask: Ask) => runAfter(ask, () => startRun(ask));

/** The preview of a choice, and its token. */
export async function preview(ask: Ask, choice: object): Promise<Record<string, unknown> & { readonly token: string }> {
  const answer = (await ask(PREVIEW, { choice })).data?.syncPreview;
  if (answer?.__typename !== "SyncPreview") throw new Error(`No preview: ${JSON.stringify(answer)}`);
  return answer as Record<string, unknown> & { readonly token: string };
}

const decides = ["groupIds", "excludedGroupIds", "disableLeavers", "includeNested", "includeGuests"];

/** Looks at the preview of this choice and sends it with its token. */
export async function enable(ask: Ask, input: object): Promise<Answer> {
  const choice = { disableLeavers: false, includeNested: true, includeGuests: false, ...input };
  return ask(ENABLE, { input: { ...input, previewToken: (await preview(ask, decisive(choice))).token } });
}

/** The same for a change of what is on. */
export async function update(ask: Ask, input: object): Promise<Answer> {
  const { version } = (await ask(SETTINGS)).data?.syncSettings as { readonly version: number };
  return ask(UPDATE, { input: { version, ...input, previewToken: (await preview(ask, decisive(input))).token } });
}

const decisive = (choice: object): object =>
  Object.fromEntries(Object.entries(choice).filter(([field]) => decides.includes(field)));

/** The hours after now in which the schedule left a row or asked Microsoft anything. No wait in them is a real one. */
export async function hoursTried(world: World, accountId: string, hours: number): Promise<readonly number[]> {
  const { store, microsoft } = world;
  const latest = async () => (await store.runs.page(accountId, { filter: {}, first: 1, after: null })).runs[0]?.id;
  const worker = workerOf(world, { sleep: () => Promise.resolve() });
  const tried: number[] = [];
  for (let hour = 1; hour <= hours; hour += 1) {
    world.passMinutes(60);
    const before = await latest();
    microsoft.counters.clear();
    await runScheduled(worker, accountId);
    const [isNewRow, isAsked] = [(await latest()) !== before, microsoft.counters.total > 0];
    if (isNewRow !== isAsked) throw new Error(`Hour ${hour} left a row (${isNewRow}) or asked (${isAsked}), not both`);
    if (isNewRow) tried.push(hour);
  }
  return tried;
}
