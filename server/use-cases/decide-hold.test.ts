import { expect, it } from "vitest";
import { heldNewcomer, ids, NOW, settings, user } from "../../test/builders.js";
import { storesInMemory } from "../../test/fakes/stores.js";
import { MOST_EXCLUDED, rejectHold, type DecideHoldDeps } from "./decide-hold.js";

it("a flood of more people than can be excluded by name is not rejected: the words say what to do instead", async () => {
  const stores = storesInMemory(() => NOW);
  const account = await stores.accounts.create({
    tenantId: "contoso",
    name: "Contoso",
    consent: { state: "GRANTED", checkedAt: NOW, grantedAt: NOW },
  });
  if (!account) throw new Error("no account");
  await stores.settings.save(account.id, 0, settings());
  const people = ids(MOST_EXCLUDED + 1).map((id) => heldNewcomer(id));
  const hold = { because: ["TOO_MANY_ADDITIONS"], limit: 1, settingsVersion: 1, people } as const;
  await stores.holds.raise(account.id, hold);
  const caller = { account, user: user("eve", { role: "ADMIN" }) } as unknown as Parameters<typeof rejectHold>[1];

  const answer = await rejectHold({ ...stores, now: () => NOW } as unknown as DecideHoldDeps, caller, 1);

  expect(answer).toEqual({
    ok: false,
    problem: { code: "NOT_ALLOWED", detail: expect.stringContaining("No more than 20,000 people") as string },
  });
  expect([
    (await stores.holds.head(account.id))?.counts.CREATE,
    (await stores.settings.get(account.id)).version,
  ]).toEqual([people.length, 1]);
});
