import { english, type Texts } from "../english.js";
import { myPage } from "./my-page.js";

/** Norwegian Bokmål. */
export const norwegian: Texts = { ...english, myPage };
