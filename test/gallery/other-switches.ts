import type { SwitchName } from "../../demo/microsoft/faults/switches.js";
import type { State } from "./state.js";

/**
 * The switches of the faults page that no state's way names: turned on before **Run now**, they lead to a state that has
 * another way too, or to NOTHING that a screen shows, since the run makes up for it.
 */
export const OTHER_SWITCHES: Partial<Record<SwitchName, State["name"] | "NOTHING">> = {
  hiccup: "NOTHING",
  proxy: "users/partial-run",
  "throttled-in-words": "users/retrying",
  "throttled-briefly": "users/retrying",
  "throttled-for-a-day": "users/throttled-run",
  hangs: "users/failed-run",
  drips: "users/failed-run",
  "breaks-twice": "NOTHING",
  breaks: "users/failed-run",
  "sign-in-down": "users/failed-run",
  "page-two-malformed": "users/partial-run",
  "page-two-html": "users/partial-run",
  "page-two-empty": "users/partial-run",
  "page-two-cut-off": "users/partial-run",
  "page-two-without-value": "users/partial-run",
  "page-two-value-null": "users/partial-run",
  "ends-early": "users/held",
  "lacks-three": "users/partial-run",
  loop: "users/partial-run",
  "other-host": "users/partial-run",
  "other-port": "users/partial-run",
  redirect: "users/partial-run",
  "empty-page": "NOTHING",
  duplicates: "NOTHING",
  "page-expires-once": "NOTHING",
  "page-expires": "users/partial-run",
  "secret-wrong": "users/failed-secret",
  "token-dies": "NOTHING",
  "tokens-refused": "users/failed-run",
  forbidden: "users/consent-withdrawn",
  "group-gone": "users/no-groups-missing",
  "group-lags": "users/partial-run",
  "group-empty": "users/held",
  "ids-only": "users/partial-run",
  "enabled-unreadable": "NOTHING",
  "people-not-found": "NOTHING",
  "people-unreadable": "NOTHING",
};
