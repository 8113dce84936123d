import { expect, it } from "vitest";
import type { Consent } from "../../server/core/model.js";
import { contract, now, store, winners } from "./contract.js";

const unknown: Consent = { state: "UNKNOWN", checkedAt: null, grantedAt: null };

export const accountsContract = contract("accounts", () => {
  it("are found by tenant and by id, and by nothing else", async () => {
    const account = await store.accounts.create({ tenantId: "TENANT-A", name: "Contoso", consent: unknown });

    expect(account).toMatchObject({ tenantId: "tenant-a", name: "Contoso", helpContact: null, createdAt: now });
    expect(await store.accounts.byTenant("Tenant-A")).toEqual(account);
    expect(await store.accounts.byId(account?.id ?? "")).toEqual(account);
    expect(await store.accounts.byTenant("tenant-z")).toBeNull();
    expect(await store.accounts.byId("nonsense")).toBeNull();
    expect(await store.accounts.byId("0".repeat(24))).toBeNull();
    expect(await store.accounts.list()).toContainEqual(account);
  });

  it("are one per tenant, also when several ask at the same moment (F67)", async () => {
    const create = () => store.accounts.create({ tenantId: "tenant-b", name: "B", consent: unknown });

    const created = await Promise.all([create(), create(), create()]);

    expect(winners(created)).toBe(1);
    expect(await create()).toBeNull();
  });

  it("keep what a check of the consent said, and the tenant's name when it was told", async () => {
    const { id } = (await store.accounts.create({ tenantId: "tenant-c", name: "C", consent: unknown })) ?? { id: "" };
    const granted: Consent = { state: "GRANTED", checkedAt: now, grantedAt: now };

    await store.accounts.update(id, { consent: granted, name: "Fabrikam" });
    await store.accounts.update(id, { consent: { ...granted, state: "LOST" } });
    const account = await store.accounts.update(id, { helpContact: "helpdesk@fabrikam.com" });

    expect(account).toMatchObject({
      name: "Fabrikam",
      consent: { ...granted, state: "LOST" },
      helpContact: "helpdesk@fabrikam.com",
    });
    expect(await store.accounts.byId(id)).toEqual(account);
  });

  it("tell which of them have somebody to tell: in use, and with a receiver", async () => {
    const ids = await Promise.all(
      ["d", "e", "f", "g"].map(
        async (name) => (await store.accounts.create({ tenantId: `tenant-${name}`, name, consent: unknown }))?.id ?? "",
      ),
    );
    const [byMail = "", byWebhook = "", closed = "", nobody = ""] = ids;
    const webhook = "https://hooks.contoso.example/";
    await store.accounts.update(byMail, { receivers: { emails: ["it@contoso.com"], webhook: null } });
    const account = await store.accounts.update(byWebhook, { receivers: { emails: [], webhook } });
    await store.accounts.update(closed, { receivers: { emails: [], webhook }, closedAt: now });
    await store.accounts.update(nobody, { receivers: { emails: [], webhook } });
    await store.accounts.update(nobody, { receivers: { emails: [], webhook: null } });
    await store.accounts.update(byMail, { helpContact: "it" });

    expect(account.receivers).toEqual({ emails: [], webhook });
    expect(await store.accounts.byId(nobody)).toMatchObject({ receivers: { emails: [], webhook: null } });
    expect(await store.accounts.idsWithReceivers()).toEqual([byMail, byWebhook]);
  });

  it("can be closed and opened again, and are listed in the order in which they came", async () => {
    const { id } = (await store.accounts.create({ tenantId: "tenant-x", name: "X", consent: unknown })) ?? { id: "" };
    const next = await store.accounts.create({ tenantId: "tenant-y", name: "Y", consent: unknown });

    const closed = await store.accounts.update(id, { closedAt: now });
    const listed = await store.accounts.list();

    expect(closed.closedAt).toEqual(now);
    expect(listed.slice(-2)).toEqual([closed, next]);
    expect((await store.accounts.update(id, { closedAt: null })).closedAt).toBeNull();
  });

  it("take a change of their settings from whoever saw them as they are, and no other", async () => {
    const { id } = (await store.accounts.create({ tenantId: "tenant-v", name: "V", consent: unknown })) ?? { id: "" };

    const first = await store.accounts.changeSettings(id, 0, { helpContact: "first" });
    const late = await store.accounts.changeSettings(id, 0, { helpContact: "late" });
    await store.accounts.update(id, { name: "Renamed" });
    const second = await store.accounts.changeSettings(id, 1, { shownEmail: "SIGN_IN_NAME" });

    expect([first?.settingsVersion, late]).toEqual([1, null]);
    expect(second).toMatchObject({ helpContact: "first", shownEmail: "SIGN_IN_NAME", settingsVersion: 2 });
    expect(await store.accounts.byId(id)).toEqual(second);
    expect(await store.accounts.changeSettings("nonsense", 0, { helpContact: "x" })).toBeNull();
  });

  it("that do not exist cannot be changed", async () => {
    await expect(store.accounts.update("0".repeat(24), { helpContact: "x" })).rejects.toThrow("does not exist");
    await expect(store.accounts.update("nonsense", { consent: unknown })).rejects.toThrow("does not exist");
  });
});
