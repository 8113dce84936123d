import { addPeople } from "./add-people.js";
import { automaticImport } from "./automatic-import.js";
import { common } from "./common.js";
import { history } from "./history.js";
import { myPage } from "./my-page.js";
import { server } from "./server.js";
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
  server,
  settings,
  sync,
  myPage,
  why,
};

/** The same words in any language: each text a text, whatever it says. */
type AnyWords<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => AnyWords<Said>
    : { [Name in keyof T]: AnyWords<T[Name]> };

/** What another language has to have: the compiler names every text that is missing, or is none of ours. */
export type Texts = AnyWords<typeof english>;
