import { expect, it } from "vitest";
import type { State } from "../gallery/state.js";
import { STATES } from "../gallery/states.js";
import { goWays } from "../walk/go-ways.js";

/*
 * The ways that docs/screens.md tells are gone as they are told, by the pages of the pretend tenant and the tab: each
 * switch, each button and each choice that a way names, in one state. All states: `npm run test:walk`.
 */
const WALKED: readonly State["name"][] = [
  "welcome/outside-teams-no-token",
  "welcome/outside-teams",
  "welcome/popup-blocked",
  "welcome/signed-out-failed",
  "welcome/not-allowed-unassigned",
  "users/ready-norwegian",
  "users/failed-run",
  "users/failed-secret",
  "users/throttled-run",
  "users/partial-run",
  "users/consent-withdrawn-policy",
  "users/wrong-tenant",
  "users/no-groups-missing",
  "users/syncing",
  "why/ready-disabled",
  "why/retrying",
  "add-people/consent-pending",
  "automatic-import/held-unreadable",
  // The last one, because the quiet that Microsoft asks for goes on for half a minute
  "add-people/throttled",
];
const states = WALKED.map((name) => STATES.find((state) => state.name === name)).filter((state) => state !== undefined);

goWays({ "the way to": states.map((state) => [state.name, state] as const) }, {});

it("of each switch, button and choice that a way names, one was gone here", () => {
  const legs = (some: readonly State[]) =>
    new Set(
      some.flatMap(({ way }) =>
        way.flatMap((leg) => {
          if ("fault" in leg) return leg.fault;
          if ("act" in leg) return leg.act;
          return "teams" in leg ? leg.teams.join(": ") : [];
        }),
      ),
    );

  expect([...legs(STATES)].filter((leg) => !legs(states).has(leg))).toEqual([
    // Of the server's look at Microsoft's keys, which is every five minutes, a test of its own: test/api/signing-keys
    "withdraw-key",
  ]);
});
