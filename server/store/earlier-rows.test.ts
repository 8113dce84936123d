import { Types } from "mongoose";
import { expect, it } from "vitest";
import { store, thisFileHasItsStore } from "../../test/store.js";

/* A trial goes on where the last start ended, also after an update: rows lack what was not known when they were written. */

thisFileHasItsStore();

const consent = { state: "UNKNOWN", checkedAt: null, grantedAt: null } as const;

it("an account from before its settings had a version is read, and its settings can be changed", async () => {
  const { id = "" } = (await store.accounts.create({ tenantId: "earlier", name: "E", consent })) ?? {};
  await store.db
    .collection("accounts")
    .updateOne({ _id: new Types.ObjectId(id) }, { $unset: { settingsVersion: 1, shownEmail: 1, trouble: 1 } });

  expect(await store.accounts.byId(id)).toMatchObject({ settingsVersion: 0, shownEmail: "MAIL", trouble: null });
  const changed = await store.accounts.changeSettings(id, 0, { helpContact: "IT desk" });
  expect(changed).toMatchObject({ settingsVersion: 1, helpContact: "IT desk" });
  expect(await store.accounts.changeSettings(id, 0, { helpContact: "late" })).toBeNull();
});

it("a run from before reasons were codes is read without them", async () => {
  const { id } = await store.runs.start("earlier", { trigger: "SCHEDULE", startedBy: null });
  const row = { _id: new Types.ObjectId(id) };
  await store.db
    .collection("runs")
    .updateOne(row, { $unset: { reasons: 1, stopAskedBy: 1 }, $set: { reason: "Words" } });

  expect(await store.runs.byId("earlier", id)).toMatchObject({ id, reasons: [], stopAskedBy: null });
});
