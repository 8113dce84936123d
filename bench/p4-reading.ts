import { directoryOf } from "../test/large-tenant.js";
import { inputOf } from "./account.js";
import type { Bench } from "./bench.js";
import { compare, cpuTime } from "./measure.js";
import { decide } from "./p8-planner.js";
import { readAll, readBarely, startTenant } from "./tenant-process.js";

/** P4: reading and decoding a large company, against the least anybody has to do to get at the same rows. */
export const reading: Bench = {
  id: "P4",
  async run(scaled) {
    const tenant = await startTenant(scaled(100_000), 20);
    const directory = directoryOf(tenant.url);
    const groups = new Map((await readAll(directory, tenant)).map((group) => [group.groupId, group.people]));
    const unchanged = inputOf(groups, groups);
    const reference = () => readBarely(tenant);

    const rows = [
      await compare(`${tenant.people} people read and decoded, by fetch + JSON.parse`, 1.4, cpuTime, {
        ours: () => readAll(directory, tenant),
        reference,
      }),
      await compare("read, planSync and guard, by fetch + JSON.parse", 1.9, cpuTime, {
        ours: async () =>
          decide({ ...unchanged, snapshot: { groups: await readAll(directory, tenant), excluded: [] } }),
        reference,
      }),
    ];
    tenant.stop();
    return rows;
  },
};
