import { expect, it } from "vitest";
import type { HeldPerson, Hold } from "../../server/core/hold.js";
import { held } from "../store.js";
import { account, contract, later, now, store, winners } from "./contract.js";

const list = (people: readonly HeldPerson[]) =>
  ({ because: ["TOO_MANY_LEAVERS"], limit: 5, settingsVersion: 3, people }) as const;

const byAda = (version: number) => ({ version, by: "Ada", at: now });

async function raised(...people: HeldPerson[]): Promise<Hold> {
  const hold = await store.holds.raise(account, list(people));
  if (!hold) throw new Error("A hold was open already");
  return hold;
}

/** Who is on the open hold, and since which version. */
async function onIt(): Promise<string[]> {
  const hold = await store.holds.open(account);
  return (hold?.people ?? []).map((person) => `${person.directoryId} ${person.since}`).sort();
}

export const holdsContract = contract("the hold of an account", () => {
  it("is not there until it is raised, and then told with everybody on it", async () => {
    expect([await store.holds.open(account), await store.holds.head(account)]).toEqual([null, null]);

    const hold = await raised(held("ada"), held("bob", { action: "CREATE", reason: "IN_CHOSEN_GROUP" }));

    expect(hold).toEqual({
      id: hold.id,
      status: "OPEN",
      version: 1,
      ...list([held("ada"), held("bob", { action: "CREATE", reason: "IN_CHOSEN_GROUP" })]),
      approval: null,
      openedAt: now,
      decidedBy: null,
      decidedAt: null,
    });
    expect(await store.holds.open(account)).toEqual(hold);
    expect(await store.holds.open("elsewhere")).toBeNull();
  });

  it("tells how many are on it by action, without naming them", async () => {
    const { people: _, ...hold } = await raised(
      held("ada"),
      held("bob"),
      held("cyd", { action: "REENABLE", reason: "BACK_IN_CHOSEN_GROUP" }),
    );

    expect(await store.holds.head(account)).toEqual({ ...hold, counts: { DISABLE: 2, CREATE: 0, REENABLE: 1 } });
  });

  it("is one, also when several raise it at once, and another one once it was closed", async () => {
    const answers = await Promise.all(["ada", "bob", "cyd"].map((id) => store.holds.raise(account, list([held(id)]))));
    const [hold] = answers.filter((answer) => answer !== null);

    expect(winners(answers)).toBe(1);
    expect(await store.holds.open(account)).toEqual(hold);
    expect(await store.holds.raise(account, list([held("dan")]))).toBeNull();

    await store.holds.close(account, hold?.id ?? "", { status: "DISSOLVED", by: null });
    expect((await raised(held("dan"))).id).not.toBe(hold?.id);
    expect(await onIt()).toEqual(["dan 1"]);
  });

  it("takes the list of a run: who left it is gone, who stays keeps since when, who is new has the new version", async () => {
    const hold = await raised(held("ada"), held("bob"), held("cyd"));

    const people = [held("ada"), held("cyd"), held("cyd", { action: "CREATE", since: 2 }), held("dan", { since: 2 })];
    const change = { because: ["GROUP_COLLAPSED", "NOBODY_LEFT"], limit: 7, version: 2, settingsVersion: 4 } as const;
    await store.holds.refresh(account, hold.id, { ...change, people });

    expect(await onIt()).toEqual(["ada 1", "cyd 1", "cyd 2", "dan 2"]);
    expect(await store.holds.open(account)).toMatchObject({ ...change, status: "OPEN", openedAt: hold.openedAt });
  });

  it("takes of a whole hold that is handed in nothing but the list: not who decided, and not since when it is open", async () => {
    const asRead = await raised(held("ada"));
    const approval = byAda(1);
    await store.holds.approve(account, asRead.id, approval);

    await store.holds.refresh(account, asRead.id, { ...asRead, settingsVersion: 4 });
    const refreshed = await store.holds.open(account);
    await store.holds.close(account, asRead.id, { status: "APPROVED", by: "Ada" });
    later(5);
    const next = await store.holds.raise(account, asRead);

    expect(refreshed).toEqual({ ...asRead, settingsVersion: 4, approval });
    expect(next).toEqual({ ...asRead, id: next?.id, openedAt: now });
    expect(next?.id).not.toBe(asRead.id);
  });

  it("is approved by one of two, once", async () => {
    const { id } = await raised(held("ada"));

    const approve = (by: string) => store.holds.approve(account, id, { ...byAda(1), by });
    const both = await Promise.all([approve("Ada"), approve("Bob")]);

    expect(winners(both)).toBe(1);
    expect((await store.holds.open(account))?.approval).toEqual({ ...byAda(1), by: both[0] ? "Ada" : "Bob" });
    expect(await approve("Cyd")).toBe(false);
  });

  it("is closed by one of two, with who decided and when, and cannot be approved any more", async () => {
    const { id } = await raised(held("ada"));
    later(5);

    const close = (status: "APPROVED" | "REJECTED", by: string) => store.holds.close(account, id, { status, by });
    const both = await Promise.all([close("APPROVED", "Ada"), close("REJECTED", "Bob")]);

    expect(winners(both)).toBe(1);
    expect([await store.holds.open(account), await store.holds.head(account)]).toEqual([null, null]);
    expect(await store.holds.approve(account, id, byAda(1))).toBe(false);
  });

  it("cannot be rejected any more once it is approved: it can only be carried out or dissolve", async () => {
    const { id } = await raised(held("ada"));
    await store.holds.approve(account, id, byAda(1));

    const rejected = await store.holds.close(account, id, { status: "REJECTED", by: "Bob" });
    const after = await store.holds.open(account);

    expect([rejected, after?.status, after?.approval]).toEqual([false, "OPEN", byAda(1)]);
    expect(await store.holds.close(account, id, { status: "APPROVED", by: "Ada" })).toBe(true);
  });

  it("cannot be approved while it is being rejected, nor be rejected once it is approved", async () => {
    const { id } = await raised(held("ada"));

    const begun = await store.holds.beginRejecting(account, id);
    const meanwhile = await store.holds.approve(account, id, byAda(1));
    // As after a rejection that was killed before its end
    later(2);
    const afterwards = await store.holds.approve(account, id, byAda(1));

    expect([begun, meanwhile, afterwards]).toEqual([true, false, true]);
    expect(await store.holds.beginRejecting(account, id)).toBe(false);
    expect(await store.holds.beginRejecting("elsewhere", id)).toBe(false);
  });

  it("that goes on after its approval was carried out waits for another one", async () => {
    const hold = await raised(held("ada"));
    await store.holds.approve(account, hold.id, byAda(1));

    const people = [held("bob", { since: 2 })];
    await store.holds.refresh(account, hold.id, { ...hold, version: 2, people, decided: true });

    expect(await store.holds.open(account)).toEqual({ ...hold, version: 2, people });
    expect(await store.holds.approve(account, hold.id, byAda(2))).toBe(true);
  });

  it("that goes on after its rejection can be approved at once", async () => {
    const hold = await raised(held("ada"), held("bob", { since: 2 }));
    await store.holds.beginRejecting(account, hold.id);

    const people = [held("bob", { since: 3 })];
    await store.holds.refresh(account, hold.id, { ...hold, version: 3, people, decided: true });

    expect(await store.holds.open(account)).toEqual({ ...hold, version: 3, people });
    expect(await store.holds.approve(account, hold.id, byAda(3))).toBe(true);
  });

  it("keeps its list once it is closed: it says what was decided about", async () => {
    const { id, ...hold } = await raised(held("ada"));
    await store.holds.close(account, id, { status: "REJECTED", by: "Ada" });

    await store.holds.refresh(account, id, { ...hold, people: [held("bob")] });

    expect((await store.holds.people(account, id, { first: 9, after: null })).people).toEqual([held("ada")]);
  });

  it("is of its account", async () => {
    const { id, ...hold } = await raised(held("ada"));

    await store.holds.refresh("elsewhere", id, { ...hold, people: [] });

    expect(await store.holds.approve("elsewhere", id, byAda(1))).toBe(false);
    expect(await store.holds.close("elsewhere", id, { status: "REJECTED", by: null })).toBe(false);
    expect((await store.holds.people("elsewhere", id, { first: 9, after: null })).people).toEqual([]);
    expect(await onIt()).toEqual(["ada 1"]);
  });

  it("shows the people of one group, page by page", async () => {
    const both = held("cyd", { groupIds: ["sales", "legal"] });
    const { id } = await raised(held("ada", { groupIds: ["sales"] }), held("bob", { groupIds: ["legal"] }), both);
    const ofGroup = async (groupId: string, after: string | null = null) => {
      const page = await store.holds.people(account, id, { first: 1, after, groupId });
      return { names: page.people.map((person) => person.directoryId), next: page.next };
    };

    const first = await ofGroup("sales");
    const second = await ofGroup("sales", first.next);

    expect([first.names, second]).toEqual([["ada"], { names: ["cyd"], next: null }]);
    expect((await ofGroup("elsewhere")).names).toEqual([]);
  });

  it("is paged by name without regard to case and accents, each once, also people of one name", async () => {
    const names = ["adam", "Bea", "Bea", "bea", "Émile", "zoe"];
    const { id } = await raised(...[...names].reverse().map((displayName, n) => held(`p${n}`, { displayName })));

    for (const first of [1, 2, 4, 6, 7]) {
      const seen: HeldPerson[] = [];
      for (let after: string | null = null; ;) {
        const page = await store.holds.people(account, id, { first, after });
        expect(page.people.length).toBeLessThanOrEqual(first);
        seen.push(...page.people);
        if (page.next === null) break;
        after = page.next;
      }

      expect(seen.map((person) => person.displayName.toLowerCase())).toEqual(names.map((name) => name.toLowerCase()));
      expect(new Set(seen.map((person) => person.directoryId)).size).toBe(names.length);
    }
  });
});
