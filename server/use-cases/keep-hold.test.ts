import { expect, it } from "vitest";
import { approvalOf, held, NOW } from "../../test/builders.js";
import { storesInMemory } from "../../test/fakes/stores.js";
import type { HoldReason, Verdict } from "../core/guard.js";
import type { HeldChange } from "../core/hold.js";
import { keepHold } from "./keep-hold.js";

const ACCOUNT = "contoso";

const verdict = (because: readonly HoldReason[], ...people: readonly HeldChange[]): Verdict => ({
  disable: [],
  create: [],
  reenable: [],
  held: people,
  because,
  limit: 5,
});

/** A hold that was raised for those who left, when a group collapsed. */
async function aHold() {
  const { holds } = storesInMemory(() => NOW);
  const because = ["TOO_MANY_LEAVERS", "GROUP_COLLAPSED"] as const;
  await holds.raise(ACCOUNT, { because, limit: 1, settingsVersion: 0, people: [held("ada"), held("bob")] });
  const open = async () => (await holds.open(ACCOUNT)) ?? Promise.reject(new Error("no hold is open"));
  const keep = async (found: Verdict, carriedOut = false) =>
    keepHold(holds, ACCOUNT, await open(), { verdict: found, settingsVersion: 0, carriedOut });
  return { holds, open, keep };
}

it("a hold keeps why it was raised, and adds what comes to it; that it is open is no reason", async () => {
  const { open, keep } = await aHold();

  await keep(verdict(["HOLD_OPEN", "NOBODY_LEFT"], held("ada"), held("bob"), held("cyd")));

  expect((await open()).because).toEqual(["TOO_MANY_LEAVERS", "GROUP_COLLAPSED", "NOBODY_LEFT"]);
});

it("a hold that goes on after its approval was carried out has the reasons of those who are left on it alone", async () => {
  const { holds, open, keep } = await aHold();
  await holds.approve(ACCOUNT, (await open()).id, approvalOf(1));

  await keep(verdict(["HOLD_OPEN"], held("cyd")), true);

  expect(await open()).toMatchObject({ because: [], approval: null, people: [{ directoryId: "cyd", since: 2 }] });
});
