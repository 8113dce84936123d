import { addPeople } from "./add-people.js";
import { automaticImport } from "./automatic-import.js";
import { common } from "./common.js";
import { myPage } from "./my-page.js";
import { settings } from "./settings.js";
import { sync } from "./sync.js";
import { users } from "./users.js";
import { welcome } from "./welcome.js";

/** Every word the tab shows, by area. English is the measure another language has to match. */
export const texts = { common, welcome, users, addPeople, automaticImport, settings, sync, myPage };
