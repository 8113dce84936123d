import { afterAll, describe, expect, it } from "vitest";
import { killRounds } from "../../demo/mongo/testing/kill-rounds.js";
import { killAll } from "../../demo/mongo/testing/process.js";

afterAll(killAll);

describe("the embedded database, killed in the middle of eight writers", () => {
  it("has lost nothing it acknowledged, 25 times, of which twelve while its file was written anew", async () => {
    const { wrong, duringRewrite } = await killRounds(25);

    expect(wrong).toEqual([]);
    expect(duringRewrite).toBeGreaterThanOrEqual(12);
  }, 600_000);
});
