import { describe, expect, it } from "vitest";
import { switchOn } from "../../demo/microsoft/faults/switches.js";
import { CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import {
  accountId,
  activeNames,
  eachTestFindsAFreshAccount,
  enable,
  newGroup,
  runNow,
  status,
  world,
} from "../contoso.js";
import { CONNECTION, SETTINGS } from "../operations.js";

/* Tokens that die, credentials that are refused, consent that is withdrawn. */

eachTestFindsAFreshAccount();

const tokenRequests = () => world.microsoft.counters.requests.filter(({ path }) => path.includes("/oauth2/v2.0/token"));

/** Automatic import of a team of twelve, of whom one has left since its last run. */
async function teamWithALeaver() {
  const team = newGroup("Team", 12);
  await enable(team);
  team.leave(0);
  world.microsoft.counters.clear();
  return team;
}

async function expectNobodyIsLost(): Promise<void> {
  expect((await activeNames("Team Person")).length).toBe(12);
  expect((await world.adele(SETTINGS)).data?.syncSettings).toMatchObject({ enabled: true, disableLeavers: true });
}

async function expectTheNextRunHeals(): Promise<void> {
  world.microsoft.faults.clear();
  expect(await runNow()).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
  expect(await status()).toMatchObject({ health: { state: "OK" } });
}

describe("a token", () => {
  it("F7: that dies in the middle of a list is replaced once, and the run succeeds", async () => {
    const team = await teamWithALeaver();
    const fault = switchOn(world.microsoft.faults, "token-dies", team.id);

    const run = await runNow();

    expect(fault.hits).toBe(1);
    expect(run).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 1 } });
    expect(tokenRequests().length).toBeLessThanOrEqual(2);
  });

  it("F7: that is refused however new it is ends the run after few tries", async () => {
    await teamWithALeaver();
    const fault = switchOn(world.microsoft.faults, "tokens-refused");

    const run = await runNow();

    expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
    expect(fault.hits).toBeGreaterThan(1);
    expect(fault.hits).toBeLessThanOrEqual(6);
    await expectNobodyIsLost();
    await expectTheNextRunHeals();
  });
});

describe("the consent", () => {
  it.each(["PERMISSION_REMOVED", "REMOVED", "DISABLED"] as const)(
    "F8: that is withdrawn (%s) while a list is read ends the run as lost, and heals when it is given again",
    async (how) => {
      const { directory, faults } = world.microsoft;
      const team = await teamWithALeaver();
      // The token of before still opens page 1; page 2 is where the run meets it
      directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how, oldTokensKeepRoles: true });
      const fault = switchOn(faults, "forbidden", team.id);

      const run = await runNow();

      expect(fault.hits).toBeGreaterThan(0);
      expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
      expect((await status())?.health).toMatchObject({ state: "CONSENT_LOST" });
      expect((await world.adele(CONNECTION)).data?.tenantConnection).toMatchObject({ state: "LOST" });
      await expectNobodyIsLost();

      directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
      await expectTheNextRunHeals();
    },
  );

  it("F8: that stands although one list is forbidden is not called lost, and nobody is disabled", async () => {
    const team = await teamWithALeaver();
    const fault = switchOn(world.microsoft.faults, "forbidden", team.id);

    const run = await runNow();

    expect(fault.hits).toBeGreaterThan(0);
    expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
    expect((await world.store.accounts.byId(accountId))?.consent.state).toBe("GRANTED");
    await expectNobodyIsLost();
    await expectTheNextRunHeals();
  });
});

describe("the token endpoint", () => {
  it.each([
    ["sign-in-down", /did not answer/],
    ["secret-expired", /operator of Rollcall/],
    ["secret-wrong", /operator of Rollcall/],
    ["tenant-unknown", /./],
    ["blocked-by-policy", /./],
  ])(
    "F9: with %s fails the run in words, keeps settings and people, and the log tells the operator",
    async (name, words) => {
      await teamWithALeaver();
      const fault = switchOn(world.microsoft.faults, name);

      const run = await runNow();

      expect(fault.hits).toBeGreaterThan(0);
      expect(fault.hits).toBeLessThanOrEqual(6);
      expect(run).toMatchObject({ status: "FAILED", counts: { disabled: 0 } });
      expect(run.reason).toMatch(words);
      const told = world.logged.join("\n");
      if (name.startsWith("secret")) expect(told).toMatch(/AADSTS70002/);
      await expectNobodyIsLost();
      world.passMinutes(5);
      await expectTheNextRunHeals();
    },
  );
});
