import type { mongo } from "mongoose";
import { codeOf, isDuplicateKey, wordsOf } from "./mongo-errors.js";

export interface IndexPlan {
  readonly collection: string;
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: true;
  /** Only rows that match are in the index (partialFilterExpression). */
  readonly partial?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Rows leave this many seconds after the date in the indexed field. */
  readonly expireAfterSeconds?: number;
}

/** An index the product cannot do without is not there. Trying again does not help: an operator has to look. */
export class IndexError extends Error {
  override readonly name = "IndexError";
}

/**
 * Builds every index and then reads back what is really there. Uniqueness is what holds "one user per person" and
 * "one lease per account": a worker that starts without would do its damage silently.
 */
export async function buildIndexes(db: mongo.Db, plans: readonly IndexPlan[]): Promise<void> {
  for (const plan of plans) await build(db, plan);
  for (const collection of new Set(plans.map((plan) => plan.collection))) {
    const there = await db.collection(collection).listIndexes().toArray();
    for (const plan of plans) if (plan.collection === collection) check(plan, there);
  }
}

async function build(db: mongo.Db, plan: IndexPlan): Promise<void> {
  try {
    await db.collection(plan.collection).createIndex(
      { ...plan.key },
      {
        name: plan.name,
        ...(plan.unique && { unique: true }),
        ...(plan.partial && { partialFilterExpression: plan.partial }),
        ...(plan.expireAfterSeconds !== undefined && { expireAfterSeconds: plan.expireAfterSeconds }),
      },
    );
  } catch (error) {
    if (isDuplicateKey(error)) throw new IndexError(`${called(plan)} cannot be built: rows with the same key exist`);
    if (isRefusal(error)) throw new IndexError(`${called(plan)} cannot be built: ${wordsOf(error)}`);
    throw error;
  }
}

/** The options or the key of an index of this name differ from what is stored (IndexOptionsConflict and its kin). */
const REFUSALS = new Set([67, 72, 85, 86, 197]);

function isRefusal(error: unknown): boolean {
  return REFUSALS.has(codeOf(error) ?? 0);
}

function check(plan: IndexPlan, there: readonly mongo.IndexDescriptionInfo[]): void {
  const found = there.find((index) => index.name === plan.name);
  if (!found) throw new IndexError(`${called(plan)} is missing after it was built`);
  const asPlanned =
    JSON.stringify(plainKey(found.key)) === JSON.stringify(plan.key) &&
    Boolean(found.unique) === Boolean(plan.unique) &&
    JSON.stringify(found.partialFilterExpression ?? null) === JSON.stringify(plan.partial ?? null);
  if (!asPlanned) throw new IndexError(`${called(plan)} is not what it should be: remove it and start again`);
}

function plainKey(key: object): Record<string, number> {
  return Object.fromEntries(Object.entries(key).map(([field, direction]) => [field, Number(direction)]));
}

function called(plan: IndexPlan): string {
  return `The ${plan.unique ? "unique index" : "index"} ${plan.name} on the collection ${plan.collection}`;
}
