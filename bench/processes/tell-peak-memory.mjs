/* Put before a program with --import: has it say, as its last words, how much memory it ever held. */
import { readFileSync, writeSync } from "node:fs";

process.once("exit", () => writeSync(1, `\npeak memory ${peakKilobytes()} kB\n`));

/**
 * On Linux the process's own high-water mark: what getrusage tells there begins with the size of whoever started the
 * process, and that is a bench with a whole company in its memory.
 */
function peakKilobytes() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
}
