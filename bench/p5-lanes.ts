import { directoryOf, evenGroups, startLargeTenant } from "../test/large-tenant.js";
import type { Bench } from "./bench.js";
import { compare, wallTime } from "./measure.js";
import { readAll, readBarely } from "./tenant-process.js";

const LATENCY_MS = 50;
const GROUPS = 20;

/** P5: groups are read side by side, but never more than Microsoft likes. */
export const lanes: Bench = {
  id: "P5",
  async run(scaled) {
    // Three pages a group: first pages come together, and the rest is what the lanes are for
    const people = scaled(50_000);
    const running = await startLargeTenant({ people, groups: evenGroups(people, GROUPS), latencyMs: LATENCY_MS });
    const tenant = { ...running, people };
    const directory = directoryOf(tenant.url);

    const inTurns = await compare(
      `${people} people in ${GROUPS} groups at ${LATENCY_MS} ms an answer, by one after the other`,
      0.6,
      wallTime,
      {
        ours: () => readAll(directory, tenant),
        reference: () => readBarely(tenant),
      },
    );
    const { mostAtOnce } = running;
    await running.close();
    return [
      inTurns,
      {
        what: "most requests to a tenant at once",
        ours: String(mostAtOnce),
        reference: "-",
        value: mostAtOnce,
        aim: 4,
      },
    ];
  },
};
