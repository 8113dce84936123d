/* Put before a program with --import: has it say, as its last words, how much memory it ever held. */
import { writeSync } from "node:fs";

process.once("exit", () => writeSync(1, `\npeak memory ${process.resourceUsage().maxRSS} kB\n`));
