import { expect, it } from "vitest";
import { held, heldNewcomer, ids, NOW, settings, user } from "../../test/builders.js";
import { storesInMemory } from "../../test/fakes/stores.js";
import { say } from "../core/sentences.js";
import type { HeldPerson } from "../core/hold.js";
import { rejectHold, type DecideHoldDeps } from "./decide-hold.js";
import { MOST_EXCLUDED } from "./exclude-people.js";

async function accountWith(...people: readonly HeldPerson[]) {
  const stores = storesInMemory(() => NOW);
  const consent = { state: "GRANTED", checkedAt: NOW, grantedAt: NOW } as const;
  const account = await stores.accounts.create({ tenantId: "contoso", name: "Contoso", consent });
  if (!account) throw new Error("no account");
  await stores.settings.save(account.id, 0, settings());
  await stores.holds.raise(account.id, { because: ["TOO_MANY_ADDITIONS"], limit: 1, settingsVersion: 1, people });
  const caller = { account, user: user("eve", { role: "ADMIN" }) } as unknown as Parameters<typeof rejectHold>[1];
  return { stores, account, caller };
}

const depsOf = (stores: object) => ({ ...stores, now: () => NOW }) as unknown as DecideHoldDeps;

it("a rejection leaves no moment in which those who joined too late for it wait for nobody", async () => {
  const { stores, account, caller } = await accountWith(held("ada"), held("bob", { since: 2 }));
  const { id = "" } = (await stores.holds.open(account.id)) ?? {};
  const hold = { because: ["TOO_MANY_LEAVERS"], limit: 1, version: 2, settingsVersion: 1 } as const;
  await stores.holds.refresh(account.id, id, { ...hold, people: [held("ada"), held("bob", { since: 2 })] });
  const killed = { ...stores.holds, raise: () => Promise.reject(new Error("killed")) };
  const audit = { begin: () => Promise.resolve("event"), finish: () => Promise.resolve() };

  await rejectHold(depsOf({ ...stores, holds: killed, audit }), caller, 1).catch(() => undefined);

  expect(await stores.holds.open(account.id)).toMatchObject({
    because: [],
    approval: null,
    version: 3,
    people: [{ directoryId: "bob", since: 3 }],
  });
});

it("a flood of more people than can be excluded by name is not rejected: the words say what to do instead", async () => {
  const people = ids(MOST_EXCLUDED + 1).map((id) => heldNewcomer(id));
  const { stores, account, caller } = await accountWith(...people);

  const answer = await rejectHold(depsOf(stores), caller, 1);

  expect(answer).toEqual({
    ok: false,
    problem: { code: "NOT_ALLOWED", because: say("TOO_MANY_EXCLUDED", { limit: 20_000 }) },
  });
  expect([
    (await stores.holds.head(account.id))?.counts.CREATE,
    (await stores.settings.get(account.id)).version,
  ]).toEqual([people.length, 1]);
});
