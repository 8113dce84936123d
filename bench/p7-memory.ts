import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { buildTab } from "../demo/build-tab.js";
import { ROOT } from "../demo/paths.js";
import type { Bench } from "./bench.js";
import { startHelper } from "./helper.js";
import { largeAccount } from "./large-account.js";
import { bytes, compare } from "./measure.js";

/** P7: the most that a built server ever holds when an hour in which nothing changed is over, by a hundredth of the people. */
export const memory: Bench = {
  id: "P7",
  async run(scaled) {
    await buildTab();
    await promisify(execFile)("npx", ["tsc", "-p", "tsconfig.build.json"], { cwd: ROOT });
    const database = await startHelper("database.ts");
    const { uri } = z.object({ uri: z.string() }).parse(database.hello);
    const many = await largeAccount(`${uri}/many`, scaled(100_000));
    const few = await largeAccount(`${uri}/few`, scaled(1000));

    const row = await compare(
      `peak memory in an unchanged hour of ${many.people} people, by ${few.people}`,
      1.7,
      bytes,
      {
        ours: () => many.peakMemoryOfAnHour(),
        reference: () => few.peakMemoryOfAnHour(),
      },
    );
    await Promise.all([many.close(), few.close()]);
    database.stop();
    return [row];
  },
};
