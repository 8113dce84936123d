import { buildTab } from "../../demo/build-tab.js";

/** Before all browser tests, once: files that build it at the same time would empty each other's folder. */
export default buildTab;
