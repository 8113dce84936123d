import { describe, expect, it } from "vitest";
import { eachTestHasItsAccount, account, later, now, store } from "../../test/user-store.js";
import type { AuditKind, AuditSubject } from "../core/audit.js";

eachTestHasItsAccount();

const by = { userId: "66f000000000000000000000", name: "Adele Vance" };
const subject: AuditSubject = {
  type: "USER",
  id: "66f000000000000000000001",
  name: "Alex Wilber",
  fields: [{ name: "status", before: "ACTIVE", after: "DISABLED" }],
};
const begin = (kind: AuditKind) => store.audit.begin(account, { kind, by });
const page = (query: Partial<Parameters<typeof store.audit.page>[1]> = {}) =>
  store.audit.page(account, { kinds: null, first: 10, after: null, ...query });

describe("an event of the audit trail", () => {
  it("stands there before anything is done, and is complete when it was", async () => {
    const id = await begin("USERS_DISABLED");
    const before = await page();
    await store.audit.finish(account, id, [subject]);

    expect(before.events).toEqual([{ id, at: now, kind: "USERS_DISABLED", by, complete: false, subjects: [] }]);
    expect((await page()).events).toEqual([{ ...before.events[0], complete: true, subjects: [subject] }]);
  });

  it("goes when nothing was changed, and only while it is not complete", async () => {
    const [idle, done] = [await begin("USERS_DISABLED"), await begin("USERS_ENABLED")];
    await store.audit.finish(account, done, [subject]);

    await store.audit.forget(account, idle);
    await store.audit.forget(account, done);

    expect((await page()).events.map((event) => event.id)).toEqual([done]);
  });

  it("belongs to its account", async () => {
    const id = await begin("USERS_DISABLED");

    await expect(store.audit.finish("elsewhere", id, [subject])).rejects.toThrow("not there");
    await store.audit.forget("elsewhere", id);

    expect((await page()).events).toMatchObject([{ id, complete: false }]);
    expect((await store.audit.page("elsewhere", { kinds: null, first: 10, after: null })).events).toEqual([]);
  });

  it("leaves after the days that history is kept", async () => {
    await begin("USERS_DISABLED");

    const row = await store.db.collection("auditEvents").findOne({ accountId: account });

    expect(row?.expiresAt).toEqual(new Date(now.getTime() + 400 * 24 * 3_600_000));
  });
});

describe("the list of events", () => {
  it("is told newest first, page by page, nobody twice where many share a moment, and by kind", async () => {
    const ids = [];
    for (const kind of ["USERS_DISABLED", "USERS_ENABLED", "USERS_DISABLED", "EXCLUDED"] as const)
      ids.unshift(await begin(kind));
    later(1);
    ids.unshift(await begin("USERS_DISABLED"));

    const first = await page({ first: 2 });
    const second = await page({ first: 2, after: first.next });
    const third = await page({ first: 2, after: second.next });
    const disabled = await page({ kinds: ["USERS_DISABLED"] });

    const seen = [first, second, third].flatMap(({ events }) => events.map((event) => event.id));
    expect([seen, third.next]).toEqual([ids, null]);
    expect(disabled.events).toHaveLength(3);
  });
});
