import { afterAll, describe, expect, it } from "vitest";
import { killRounds } from "./testing/kill-rounds.js";
import { killAll } from "./testing/process.js";

afterAll(killAll);

describe("killed with SIGKILL in the middle of eight writers", () => {
  it("has lost nothing it acknowledged, five times, of which two while its file was written anew", async () => {
    const { wrong, duringRewrite, acknowledged } = await killRounds(5);

    expect(wrong).toEqual([]);
    expect(duringRewrite).toBeGreaterThanOrEqual(2);
    expect(acknowledged).toBeGreaterThan(1000);
  }, 120_000);
});
