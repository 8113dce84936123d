import { addPeople } from "./add-people.js";
import { automaticImport } from "./automatic-import.js";
import { common } from "./common.js";
import { history } from "./history.js";
import { myPage } from "./my-page.js";
import { settings } from "./settings.js";
import { sync } from "./sync.js";
import { users } from "./users.js";
import { welcome } from "./welcome.js";
import { why } from "./why.js";

/** Every word the tab shows, by area, in the language the others are measured by. */
export const english = {
  common,
  welcome,
  users,
  addPeople,
  automaticImport,
  history,
  settings,
  sync,
  myPage,
  why,
};

export type Texts = typeof english;
