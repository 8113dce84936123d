import type { State } from "./state.js";
import { ADD_PEOPLE } from "./states/add-people.js";
import { AUTOMATIC_IMPORT } from "./states/automatic-import.js";
import { HISTORY } from "./states/history.js";
import { MY_PAGE } from "./states/my-page.js";
import { SET_UP } from "./states/set-up.js";
import { SETTINGS } from "./states/settings.js";
import { USERS } from "./states/users.js";
import { WELCOME } from "./states/welcome.js";
import { WHY } from "./states/why.js";

/** Every state of every screen, in the order of the screens. */
export const STATES: readonly State[] = [
  ...WELCOME,
  ...USERS,
  ...WHY,
  ...ADD_PEOPLE,
  ...AUTOMATIC_IMPORT,
  ...SET_UP,
  ...HISTORY,
  ...SETTINGS,
  ...MY_PAGE,
];
