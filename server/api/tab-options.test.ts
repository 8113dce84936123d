import { describe, expect, it } from "vitest";
import { tabOptions } from "./tab-options.js";

const TEAMS = "https://teams.microsoft.com";
const SIMULATOR = "http://127.0.0.1:4100";
const about = {
  clientId: "7d1e5f0a-2c4b-4f6d-8a3e-9b0c1d2e3f40",
  publicUrl: "https://tab.example.com",
  frameAncestors: [TEAMS],
  loginUrl: "https://login.microsoftonline.com",
};

describe("the pretend Teams", () => {
  it("is unknown to the tab in earnest, and may not frame it", () => {
    const { settings, frameAncestors } = tabOptions({ ...about, simulatorUrl: null });

    expect(settings).not.toHaveProperty("demo");
    expect(frameAncestors).toEqual([TEAMS]);
  });

  it("is told to the tab while the pretend Microsoft is on, and may frame it", () => {
    const { settings, frameAncestors } = tabOptions({ ...about, simulatorUrl: SIMULATOR });

    expect(settings).toHaveProperty("demo.teamsUrl", `${SIMULATOR}/teams`);
    expect(frameAncestors).toEqual([TEAMS, SIMULATOR]);
  });
});
