import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SWITCHES, titleOf, type SwitchName } from "../../demo/microsoft/faults/switches.js";
import { ROOT } from "../../demo/paths.js";
import { pageOfScreens } from "./pictures.js";
import { STATES } from "./states.js";
import { wayInWords } from "./way-words.js";
import { OTHER_SWITCHES } from "./other-switches.js";

const switches = Object.values(SWITCHES).flatMap((part) => Object.keys(part)) as SwitchName[];
const named = new Set(STATES.flatMap(({ way }) => way.flatMap((leg) => ("fault" in leg ? [leg.fault] : []))));

describe("the ways to the states", () => {
  it("say which switch of the faults page to turn on, as that page calls it", () => {
    const run = STATES.find(({ name }) => name === "users/failed-run");

    expect(run && wayInWords(run)).toBe(
      `Automatic import on. On the faults page, turn on “${titleOf("down") ?? ""}”. On Automatic import, press “Run now”. Open Users.`,
    );
  });

  it("name each switch of that page, or it is told what it leads to instead", () => {
    const others = Object.keys(OTHER_SWITCHES);
    const states = new Set<string>(STATES.map(({ name }) => name));

    expect([...named, ...others].toSorted()).toEqual(switches.toSorted());
    expect(Object.values(OTHER_SWITCHES).filter((leadsTo) => leadsTo !== "NOTHING" && !states.has(leadsTo))).toEqual(
      [],
    );
  });
});

it("docs/screens.md is what the states say: npm run screens -- --text", () => {
  expect(readFileSync(join(ROOT, "docs/screens.md"), "utf8")).toBe(pageOfScreens(STATES));
});
