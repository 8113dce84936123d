import type { Texts } from "../english.js";
import { addPeople } from "./add-people.js";
import { automaticImport } from "./automatic-import.js";
import { common } from "./common.js";
import { history } from "./history.js";
import { myPage } from "./my-page.js";
import { server } from "./server/server.js";
import { settings } from "./settings.js";
import { sync } from "./sync.js";
import { users } from "./users.js";
import { welcome } from "./welcome.js";
import { why } from "./why.js";

/** Norwegian Bokmål. */
export const norwegian: Texts = {
  common,
  welcome,
  users,
  addPeople,
  automaticImport,
  history,
  server,
  settings,
  sync,
  myPage,
  why,
};
