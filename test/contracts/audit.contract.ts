import { expect, it } from "vitest";
import type { AuditKind, AuditSubject } from "../../server/core/audit.js";
import { account, contract, later, now, store } from "./contract.js";

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

export const auditContract = contract("the audit trail", () => {
  it("holds an event before anything is done, and is complete when it was", async () => {
    const id = await begin("USERS_DISABLED");
    const before = await page();
    await store.audit.finish(account, id, [subject]);

    expect(before.events).toEqual([{ id, at: now, kind: "USERS_DISABLED", by, complete: false, subjects: [] }]);
    expect((await page()).events).toEqual([{ ...before.events[0], complete: true, subjects: [subject] }]);
  });

  it("lets an event go when nothing was changed, and only while it is not complete", async () => {
    const [idle, done] = [await begin("USERS_DISABLED"), await begin("USERS_ENABLED")];
    await store.audit.finish(account, done, [subject]);

    await store.audit.forget(account, idle);
    await store.audit.forget(account, done);

    expect((await page()).events.map((event) => event.id)).toEqual([done]);
  });

  it("is of its account", async () => {
    const id = await begin("USERS_DISABLED");

    await expect(store.audit.finish("elsewhere", id, [subject])).rejects.toThrow("not there");
    await store.audit.forget("elsewhere", id);

    expect((await page()).events).toMatchObject([{ id, complete: false }]);
    expect((await store.audit.page("elsewhere", { kinds: null, first: 10, after: null })).events).toEqual([]);
  });

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
