import { ObjectId, type Collection, type Db, type Document } from "mongodb";

/**
 * One line of the table: what is done to a collection, and what MongoDB answers by its manual. `notHere` names what the
 * embedded server may refuse to do instead; it has to say that name.
 */
export interface Row {
  readonly what: string;
  readonly given?: readonly Document[];
  readonly run: (people: Collection<Document>, db: Db) => Promise<unknown>;
  readonly answer: unknown;
  readonly notHere?: string;
}

export const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
export const oid = (n: number): ObjectId => new ObjectId(n.toString(16).padStart(24, "0"));

/** What a client sees of a refusal. */
export async function refusal(work: Promise<unknown>): Promise<Document> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error("it was not refused");
  return error;
}

export const codeOf = async (work: Promise<unknown>): Promise<unknown> => (await refusal(work)).code as unknown;

export const plain = (people: Collection<Document>): Promise<Document[]> =>
  people.find({}, { projection: { _id: 0 }, sort: { _id: 1 } }).toArray();
