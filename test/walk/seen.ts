import type { State } from "../gallery/state.js";
import { loosened } from "./loosened.js";
import type { Surface } from "./tab.js";

/** What a state says in the trial, where that is not what the gallery has, but for its numbers. */
const SEEN: Partial<Record<State["name"], readonly (string | RegExp)[]>> = {
  "welcome/signed-out-failed": ["Signing in did not work.", "Conditional Access"],
  "welcome/not-allowed": ["Megan Bowen"],
  "welcome/not-allowed-disabled": ["it is switched off"],
  "users/ready": [/Automatic import is on\. Last run/, /\d+ users/],
  "users/ready-norwegian": [/\d+ brukere/],
  "users/partial-run": ["could not be read to the end, so nobody was disabled"],
  "users/syncing": ["A run is going on"],
  "add-people/ready-search": [/here, disabled \(by the sync/, "Enable"],
  "add-people/syncing-stopping": [/Stopping …|stopped the import/],
  "automatic-import/ready-set-up": ["No group is chosen yet."],
  "automatic-import/ready-by-hand": ["added by hand"],
  "automatic-import/ready-rules": ["Step 2 of 3: Rules", "The brake cannot be switched off.", "by hand"],
  "automatic-import/ready-preview": [/exactly (this|these \d+) disable/],
  "automatic-import/held": ["Waiting for your decision", "No longer in any of the chosen groups."],
  "automatic-import/syncing": ["A run is going on"],
  "automatic-import/no-groups-missing": ["“Legal” cannot be found in your directory.", "press Edit and remove it"],
  "history/ready-run": ["What happened when", "No longer in any of the chosen groups."],
  "history/syncing": ["A run is going on", "Goes on"],
  "history/held": ["Waits for a decision", "Look at the list that waits"],
  "history/empty-run": ["Failed", "Nobody was changed by this run."],
  "history/ready-undo": ["Undo this run?", "Will enable 1 person"],
  "history/ready": ["Run now, Adele Vance", "Done"],
  "settings/not-consented": [/Permissions (missing|withdrawn)/],
  "my-page/ready": [/You came in by a group/],
  "why/consent-withdrawn": ["Microsoft does not let Rollcall read this directory.", "Go to Settings"],
  "why/ready-search": ["1 person found", "Megan Bowen"],
};

/** Waits until the tab says what the state has to say, as far as the trial's people and groups are the gallery's. */
export async function showsItself(tab: Surface, { name, says }: State): Promise<void> {
  const wanted = (SEEN[name] ?? says).map((words) => tab.getByText(words instanceof RegExp ? words : loosened(words)));
  if (name.includes("/loading")) wanted.push(tab.locator("[aria-busy=true]"));
  for (const words of wanted) await words.first().waitFor();
}
