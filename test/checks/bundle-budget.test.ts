import { describe, expect, it } from "vitest";
import { loadsOf, loadTable, overBudget, withoutHash, type Manifest } from "./bundle-budget.js";

const manifest: Manifest = {
  "index.html": {
    file: "assets/index-aaaaaaaa.js",
    isEntry: true,
    imports: ["_shared.js"],
    dynamicImports: ["src/admin.tsx", "src/late.tsx"],
    css: ["assets/index-bbbbbbbb.css"],
  },
  "_shared.js": { file: "assets/shared-cccccccc.js" },
  "src/admin.tsx": { file: "assets/admin-dddddddd.js", imports: ["index.html", "_table.js"] },
  "_table.js": { file: "assets/table-eeeeeeee.js", imports: ["_shared.js"] },
  "src/late.tsx": { file: "assets/late-ffffffff.js" },
};
const sizes: Record<string, number> = {
  "assets/index-aaaaaaaa.js": 100_000,
  "assets/index-bbbbbbbb.css": 1_000,
  "assets/shared-cccccccc.js": 50_000,
  "assets/admin-dddddddd.js": 40_000,
  "assets/table-eeeeeeee.js": 10_000,
  "assets/late-ffffffff.js": 130_000,
};
const loads = (more: Record<string, number> = {}) =>
  loadsOf(manifest, (file) => ({ ...sizes, ...more })[file] ?? 0, { "with an admin's screen": "src/admin.tsx" });

describe("the weight of the tab", () => {
  it("counts what is loaded at once together, each file once, and everything later by itself", () => {
    expect(loads().map(({ what, bytes }) => [what, bytes])).toEqual([
      ["first load", 151_000],
      ["with an admin's screen", 201_000],
      ["assets/late-ffffffff.js", 130_000],
      ["assets/admin-dddddddd.js", 40_000],
      ["assets/table-eeeeeeee.js", 10_000],
    ]);
  });

  it("is over budget by one byte, and the table says where", () => {
    expect(overBudget(loads())).toEqual([]);
    expect(overBudget(loads({ "assets/index-bbbbbbbb.css": 60_001 })).map(({ what }) => what)).toEqual([
      "first load",
      "with an admin's screen",
    ]);
    expect(overBudget(loads({ "assets/late-ffffffff.js": 130_001 })).map(({ what }) => what)).toContain(
      "assets/late-ffffffff.js",
    );
    expect(loadTable(loads({ "assets/index-bbbbbbbb.css": 60_001 })).split("\n")[1]).toBe(
      "with an admin's screen    260.0 kB of  240.0  OVER BUDGET",
    );
  });

  it("knows when a screen that is to be weighed has gone", () => {
    expect(() => loadsOf(manifest, () => 1, { gone: "src/gone.tsx" })).toThrow("no chunk of src/gone.tsx");
  });
});

describe("files that are kept for a year", () => {
  it("have a hash in their name", () => {
    expect(withoutHash(["index-DtuSH74Z.js", "Link-CRLqjr7s.js", "a-_-9zZ_-a.css", "logo.svg", "index.js"])).toEqual([
      "logo.svg",
      "index.js",
    ]);
  });
});
