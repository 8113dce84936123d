import { expect, it } from "vitest";
import { store, thisFileHasItsStore } from "../../test/store.js";

thisFileHasItsStore();

it.each([
  ["consentTrips", "stateHash", async () => (await store.consentTrips.begin("/connect")).state],
  ["invites", "codeHash", async () => (await store.invites.create("contoso", 60_000)).code],
] as const)("whoever reads the database finds no code in %s", async (collection, field, begin) => {
  const code = await begin();

  const rows = JSON.stringify(await store.db.collection(collection).find().toArray());

  expect(rows).toContain(field);
  expect(rows).not.toContain(code);
});
