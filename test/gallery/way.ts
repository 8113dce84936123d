import type { Act } from "../../demo/microsoft/control/acts.js";
import type { SwitchName } from "../../demo/microsoft/faults/switches.js";
import type { Chosen } from "../../demo/microsoft/teams/choices.js";
import type { Step } from "./step.js";

/*
 * How a person comes to a state in the trial (`npm start`): what the pages of the pretend Microsoft, the browser and the
 * tab are told, one leg after the other. Then they go to the state's screen and take its own steps. docs/screens.md says
 * it in words (./way-words.ts), test/browser/walk.ts plays it.
 */
export type Way = readonly [Leg, ...Leg[]];

export type Leg =
  | { readonly given: Given }
  | { readonly as: Somebody }
  /** A switch of the faults page, turned on for every group or for one. */
  | ({ readonly fault: SwitchName; readonly group?: string } & When)
  /** A button of the control page, beside a group or a person. */
  | ({ readonly act: Act; readonly group?: string; readonly person?: string } & When)
  | { readonly teams: Chosen }
  | ({ readonly browser: BrowserWay } & When)
  /** On a screen of the tab. */
  | { readonly at: Place; readonly steps: readonly Step[] }
  /** Behind the tab's own address. */
  | { readonly address: string }
  /** Nothing but a person goes this way. */
  | { readonly words: string };

export interface When {
  /** In the middle of the state's own steps: just before this is pressed. */
  readonly before?: string;
}

/** How the account stands. */
export type Given = "new" | "off" | "on" | "by-hand";
export type Somebody = "adele" | "alex" | "megan" | "nestor" | "priya";
export type BrowserWay = "offline" | "slow" | "broken" | "flooded" | "no-config" | "no-answers" | "reload";
export type Place =
  "users" | "add-people" | "automatic-import" | "history" | "newest-run" | "settings" | "me" | "anywhere";
