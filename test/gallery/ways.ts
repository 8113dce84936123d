import type { Act } from "../../demo/microsoft/control/acts.js";
import type { SwitchName } from "../../demo/microsoft/faults/switches.js";
import type { Chosen } from "../../demo/microsoft/teams/choices.js";
import type { Step } from "./step.js";
import type { BrowserWay, Leg, Place, Somebody, Way, When } from "./way.js";

/* The legs that ways are made of, and the ways that several states share. */

export const NEW: Leg = { given: "new" };
export const OFF: Leg = { given: "off" };
export const ON: Leg = { given: "on" };
export const BY_HAND: Leg = { given: "by-hand" };

export const OFFLINE: Leg = { browser: "offline" };
export const SLOW: Leg = { browser: "slow" };
export const BROKEN: Leg = { browser: "broken" };
export const FLOODED: Leg = { browser: "flooded" };
export const NO_CONFIG: Leg = { browser: "no-config" };
export const NO_ANSWERS: Leg = { browser: "no-answers" };
export const inBrowser = (browser: BrowserWay, when: When): Leg => ({ browser, ...when });
export const RELOAD: Leg = { browser: "reload" };

export const as = (somebody: Somebody): Leg => ({ as: somebody });
export const fault = (name: SwitchName, more: When & { readonly group?: string } = {}): Leg => ({
  fault: name,
  ...more,
});
export const act = (name: Act, more: When & { readonly group?: string; readonly person?: string } = {}): Leg => ({
  act: name,
  ...more,
});
export const teams = (...chosen: Chosen): Leg => ({ teams: chosen });
export const at = (place: Place, ...steps: Step[]): Leg => ({ at: place, steps });
export const words = (text: string): Leg => ({ words: text });

export const DISABLE_ALEX = at(
  "users",
  { click: ["checkbox", "Select Alex Wilber"] },
  { click: ["button", "Disable"] },
  { confirm: "Disable" },
);
export const UNDO = at("newest-run", { click: ["button", "Undo this run"] }, { confirm: "Enable 1" });
export const IN_TEAMS = teams("app", "Teams");
export const NO_POPUPS = teams("popups", "blocked");
export const IN_NORWEGIAN = teams("locale", "nb-no");
export const RUN_NOW = at("automatic-import", { click: ["button", "Run now"] });
export const TRY_AGAIN = at("anywhere", { click: ["button", "Try again"] });

export const SIGN_OUT = at("anywhere", { click: ["button", /^Account menu of/] }, { click: ["menuitem", "Sign out"] });
export const SIGN_IN = at(
  "anywhere",
  { click: ["button", "Sign in with Microsoft"] },
  { click: ["button", /Adele Vance/] },
);

/** What Rollcall learns of an account that cannot be read, it learns by looking. */
export const CHECK_AGAIN = at(
  "settings",
  { click: ["button", "Check again"] },
  { read: "Microsoft has not given the permissions yet." },
);
export const WITHDRAWN_GROUPS: Way = [ON, act("withdraw-GroupMember.Read.All"), RUN_NOW];
export const HELD: Way = [
  ON,
  act("half-leave", { group: "Sales" }),
  at("automatic-import", { click: ["button", "Run now"] }, { read: "6 held back" }),
];
export const THROTTLED: Way = [ON, fault("throttled"), RUN_NOW];
export const RETRYING: Way = [ON, fault("throttled-for-a-while"), RUN_NOW];
export const RUNNING: Way = [ON, fault("slow"), RUN_NOW];
export const FAILED_RUN: Way = [ON, fault("down"), RUN_NOW];
export const PARTIAL_RUN: Way = [ON, fault("page-two-fails", { group: "Sales" }), RUN_NOW];
export const UNKNOWN_TENANT: Way = [ON, fault("tenant-unknown"), RUN_NOW];
export const GROUP_MISSING: Way = [ON, act("delete-group", { group: "Legal" }), RUN_NOW];
/** The last run disabled him. */
export const ALEX_LEFT: Way = [
  ON,
  act("leave", { person: "Alex Wilber", group: "Sales" }),
  at("automatic-import", { click: ["button", "Run now"] }, { read: "1 disabled" }),
];
export const NO_GROUPS: Way = [
  ON,
  at(
    "automatic-import",
    { click: ["button", "Edit"] },
    { click: ["button", "Remove Legal"] },
    { click: ["button", "Remove Sales"] },
    { click: ["button", "Next"] },
    { click: ["button", "Next"] },
    { click: ["button", "Save"] },
  ),
];

/** Of whom the trial has none: it has no application around it. */
export const LOCAL_USER = words(
  "An application’s own user, whom the trial has none of: in its database (port 4200), set the `directoryId` of somebody in `users` to null and their `origin` to `LOCAL`; then press “Run now”.",
);
/** Who opens an account from the tab has consented before. */
export const OPERATOR = words(
  "An operator opened the account before anybody consented: `npm run account -- create`, as docs/deployment.md has it.",
);
