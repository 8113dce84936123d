import { expect, it } from "vitest";
import { account, eachTestHasItsAccount, now, store } from "../../test/user-store.js";

eachTestHasItsAccount();

it("an event of the audit trail leaves after the days that history is kept", async () => {
  await store.audit.begin(account, { kind: "USERS_DISABLED", by: { userId: null, name: "the operator" } });

  const row = await store.db.collection("auditEvents").findOne({ accountId: account });

  expect(row?.expiresAt).toEqual(new Date(now.getTime() + 400 * 24 * 3_600_000));
});
