import { mongo, type Model } from "mongoose";
import type { NewUser, RunMark, WriteOutcome } from "../use-cases/ports.js";
import { batches } from "./schema.js";
import { newRow, type UserRow } from "./user-row.js";

type Filter = mongo.Filter<UserRow>;

/** A change to one person's row; it happens only while `onlyIf` still holds there. */
export interface PersonChange {
  readonly directoryId: string;
  readonly onlyIf: Filter;
  readonly set: Partial<UserRow>;
}

export const NOTHING_WRITTEN: WriteOutcome = { done: [], untouched: [], failed: [] };

export function together(outcomes: readonly WriteOutcome[]): WriteOutcome {
  return {
    done: outcomes.flatMap((outcome) => outcome.done),
    untouched: outcomes.flatMap((outcome) => outcome.untouched),
    failed: outcomes.flatMap((outcome) => outcome.failed),
  };
}

/** Writes in unordered bulks: one who cannot be written never stops the others (R2). */
export async function changePeople(
  users: Model<UserRow>,
  accountId: string,
  changes: readonly PersonChange[],
  mark: RunMark,
): Promise<WriteOutcome> {
  const outcomes: WriteOutcome[] = [];
  for (const batch of batches(changes)) outcomes.push(await changeBatch(users, accountId, batch, mark));
  return together(outcomes);
}

async function changeBatch(
  users: Model<UserRow>,
  accountId: string,
  batch: readonly PersonChange[],
  { fence, at, writtenBy }: RunMark,
): Promise<WriteOutcome> {
  const { changed, failures } = await bulk(
    users,
    batch.map(({ directoryId, onlyIf, set }) => ({
      updateOne: {
        filter: { $and: [{ accountId, directoryId, fence: { $lte: fence } }, onlyIf] },
        update: { $set: { ...set, updatedAt: at, writtenBy } },
      },
    })),
  );

  const asked = batch.map((change) => change.directoryId);
  const done = await whoWasWritten(users, { accountId, directoryId: { $in: asked }, writtenBy }, asked, changed);
  return outcomeOf(asked, done, failures);
}

/** The read is spared when the count already tells: nobody, or everybody. */
async function whoWasWritten(
  users: Model<UserRow>,
  filter: Filter,
  asked: readonly string[],
  changed: number,
): Promise<ReadonlySet<string>> {
  if (changed === 0) return new Set();
  if (changed === asked.length) return new Set(asked);
  return directoryIdsOf(users, filter);
}

async function directoryIdsOf(users: Model<UserRow>, filter: Filter): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(users)
    .find(filter, { projection: { directoryId: 1 } })
    .toArray();
  return new Set(rows.map((row) => String(row.directoryId)));
}

/** Inserts; a person who exists already (unique index, E11000) is untouched, whoever made them. */
export async function createPeople(
  users: Model<UserRow>,
  accountId: string,
  people: readonly NewUser[],
  mark: Pick<RunMark, "at"> & Partial<Pick<RunMark, "writtenBy">>,
): Promise<WriteOutcome> {
  const outcomes: WriteOutcome[] = [];
  for (const batch of batches(eachOnce(people))) {
    const { failures } = await bulk(
      users,
      batch.map((person) => ({ insertOne: { document: newRow(accountId, person, mark) } })),
    );
    const twice = batch.flatMap(({ directoryId }, n) => (failures.get(n)?.duplicate ? (directoryId ?? []) : []));
    // An index that an operator added refuses people as well, and they are not there
    const there =
      twice.length > 0 ? await directoryIdsOf(users, { accountId, directoryId: { $in: twice } }) : new Set<string>();
    const broken = [...failures].find(([n, failure]) => !failure.duplicate && !batch[n]?.directoryId);
    if (broken) throw new Error(`A user without a directory id could not be created: ${broken[1].because}`);
    const linked = batch.flatMap((person, n) => (person.directoryId ? [{ directoryId: person.directoryId, n }] : []));
    outcomes.push({
      done: linked.filter(({ n }) => !failures.has(n)).map(({ directoryId }) => directoryId),
      untouched: [...there],
      failed: linked.flatMap(({ directoryId, n }) => {
        const failure = failures.get(n);
        return failure && !there.has(directoryId) ? [{ directoryId, because: failure.because }] : [];
      }),
    });
  }
  return together(outcomes);
}

/** Somebody named twice in one list would be both done and untouched. */
function eachOnce(people: readonly NewUser[]): NewUser[] {
  const seen = new Set<string>();
  return people.filter(({ directoryId }) => {
    if (directoryId === null) return true;
    if (seen.has(directoryId)) return false;
    seen.add(directoryId);
    return true;
  });
}

interface Failure {
  readonly because: string;
  readonly duplicate: boolean;
}

type Failures = ReadonlyMap<number, Failure>;

function outcomeOf(asked: readonly string[], done: ReadonlySet<string>, failures: Failures): WriteOutcome {
  return {
    done: asked.filter((id) => done.has(id)),
    untouched: asked.filter((id, n) => !done.has(id) && !failures.has(n)),
    failed: asked.flatMap((directoryId, n) => {
      const failure = failures.get(n);
      return failure ? [{ directoryId, because: failure.because }] : [];
    }),
  };
}

type RowOperation =
  | { readonly insertOne: { readonly document: Omit<UserRow, "_id"> } }
  | { readonly updateOne: { readonly filter: Filter; readonly update: { readonly $set: Partial<UserRow> } } };

/** The driver's own collection: these values are ours, typed, and a bulk of thousands is not cast one by one again. */
export function rowsOf(users: Model<UserRow>) {
  return users.db.collection<UserRow>(users.collection.name);
}

/** Failures of single rows are part of the answer; a failure of the whole command (no primary, no network) is thrown. */
async function bulk(
  users: Model<UserRow>,
  operations: readonly RowOperation[],
): Promise<{ readonly changed: number; readonly failures: Failures }> {
  if (operations.length === 0) return { changed: 0, failures: new Map() };
  try {
    const result = await rowsOf(users).bulkWrite(operations, {
      ordered: false,
    });
    return { changed: result.modifiedCount, failures: new Map() };
  } catch (error) {
    const single = error instanceof mongo.MongoBulkWriteError ? [error.writeErrors].flat() : [];
    if (single.length === 0 || !(error instanceof mongo.MongoBulkWriteError)) throw error;
    const failures = single.map(
      (failure) => [failure.index, { because: failure.errmsg ?? "", duplicate: failure.code === 11000 }] as const,
    );
    return { changed: error.modifiedCount, failures: new Map(failures) };
  }
}
