import type { Db } from "@agendajs/mongo-backend";

export const JOBS = "jobs";

const ONE_PER_ACCOUNT = "one_repeating_job_per_account";

/** A job as Agenda stores it, in the fields this folder reads itself. */
export interface JobRow {
  readonly name: string;
  readonly data: { readonly accountId: string };
  readonly repeatInterval: string | null;
  readonly repeatTimezone: string | null;
  readonly nextRunAt: Date | null;
  readonly lockedAt?: Date | null;
  /** The name of the Agenda instance that last wrote the row: who holds the lock while there is one. */
  readonly lastModifiedBy: string | null;
}

export function jobCollection(db: Db) {
  return db.collection<JobRow>(JOBS);
}

/** Named like the store's error of the same kind: trying again does not help, an operator has to look. */
class IndexError extends Error {
  override readonly name = "IndexError";
}

/**
 * Agenda's own index is not unique, and two upserts at the same moment make two jobs, which then both run every hour.
 * So one of our own holds them apart, and it is read back: without it no work may be taken.
 */
export async function buildJobIndexes(db: Db): Promise<void> {
  const jobs = jobCollection(db);
  await jobs.createIndex(
    { name: 1, nextRunAt: 1, priority: -1, lockedAt: 1, disabled: 1 },
    { name: "findAndLockNextJobIndex" },
  );
  try {
    await jobs.createIndex(
      { name: 1, "data.accountId": 1 },
      // Repeating jobs only: a requested run is a job of its own each time.
      { name: ONE_PER_ACCOUNT, unique: true, partialFilterExpression: { repeatInterval: { $type: "string" } } },
    );
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new IndexError(
      `The unique index ${ONE_PER_ACCOUNT} on ${JOBS} cannot be built: rows with the same key exist`,
      {
        cause: error,
      },
    );
  }
  const there: readonly { name?: string; unique?: boolean }[] = await jobs.listIndexes().toArray();
  if (!there.some((index) => index.name === ONE_PER_ACCOUNT && index.unique === true)) {
    throw new IndexError(`The unique index ${ONE_PER_ACCOUNT} on ${JOBS} is missing after it was built`);
  }
}

export function isDuplicateKey(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === 11000;
}
