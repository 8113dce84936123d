import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../demo/paths.js";

/** A clock that several processes look at, each with an error of its own. */
export interface SharedClock {
  /** What puts a server's clock this many milliseconds ahead of the shared one. */
  ahead(ms: number): Promise<{ readonly args: readonly string[]; readonly env: Record<string, string> }>;
  /** Sets it; returns when every process may have seen it. */
  set(moment: Date): Promise<void>;
  close(): Promise<void>;
}

const SEEN_AFTER_MS = 100;

export async function sharedClock(): Promise<SharedClock> {
  const folder = await mkdtemp(join(tmpdir(), "clock-"));
  const errors = new Map<string, number>();
  let aheadMs = 0;

  /** In one step, so that no process reads half a number. */
  async function write(file: string, errorMs: number): Promise<void> {
    await writeFile(`${file}.new`, String(aheadMs + errorMs));
    await rename(`${file}.new`, file);
  }

  return {
    async ahead(ms) {
      const file = join(folder, String(errors.size));
      errors.set(file, ms);
      await write(file, ms);
      return { args: ["--import", join(ROOT, "test/processes/set-clock.mjs")], env: { CLOCK_FILE: file } };
    },
    async set(moment) {
      aheadMs = moment.getTime() - Date.now();
      for (const [file, errorMs] of errors) await write(file, errorMs);
      await new Promise((resolve) => setTimeout(resolve, SEEN_AFTER_MS));
    },
    close: () => rm(folder, { recursive: true }),
  };
}
