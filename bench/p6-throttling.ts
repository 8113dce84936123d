import { readThrottled } from "../test/throttled-read.js";
import type { Bench } from "./bench.js";

/** P6: a tenant that says "slow down" to every fifth request is read to its end, and waited for as long as it asks. */
export const throttling: Bench = {
  id: "P6",
  async run(scaled) {
    const { complete, groups, refused, asked, early } = await readThrottled(scaled(40_000));
    const missing = groups - complete;
    const counted = { what: "", reference: "-", aim: 0 };
    return [
      {
        ...counted,
        what: `groups not read to their end though ${refused} of ${asked} answers were 429`,
        ours: `${missing} of ${groups}`,
        value: missing,
      },
      { ...counted, what: "requests sent before Retry-After was over", ours: `${early} of ${asked}`, value: early },
    ];
  },
};
