import type { Faults } from "./faults/script.js";
import type { Counters } from "./http/counters.js";
import type { Directory } from "./state/directory.js";
import type { State } from "./state/model.js";

/** What every endpoint works with. */
export interface World {
  state: State;
  directory: Directory;
  counters: Counters;
  faults: Faults;
  /** Where the tab is, for the page that plays Teams around it. */
  tabUrl: string;
  now: () => Date;
  changed: () => void;
}
