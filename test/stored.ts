import type { Store } from "../server/store/connection.js";

/** Every row of the named collections as its bytes, so that nothing can change unnoticed. */
export async function storedBytes(
  store: Store,
  keep: (collection: string) => boolean,
): Promise<Record<string, string[]>> {
  const names = (await store.db.listCollections().toArray())
    .map(({ name }) => name)
    .filter(keep)
    .sort();
  const rows = await Promise.all(names.map((name) => store.db.collection(name).find({}, { raw: true }).toArray()));
  const hex = (row: object) => Buffer.from(row as Uint8Array).toString("hex");
  return Object.fromEntries(names.map((name, n) => [name, (rows[n] ?? []).map(hex)]));
}
