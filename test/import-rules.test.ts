import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** A bad import for each rule: the file it stands in, and what it imports. */
const PLANTED: Record<string, readonly [file: string, imported: string]> = {
  "core-is-pure": ["server/core/a.ts", "zod"],
  "use-cases-know-core": ["server/use-cases/a.ts", "../store/target.js"],
  "directory-implements-ports": ["server/directory/a.ts", "../use-cases/target.js"],
  "auth-implements-ports": ["server/auth/a.ts", "../directory/target.js"],
  "store-implements-ports": ["server/store/a.ts", "../use-cases/target.js"],
  "notices-implement-ports": ["server/notices/a.ts", "../store/target.js"],
  "jobs-call-use-cases": ["server/jobs/a.ts", "../store/target.js"],
  "api-calls-use-cases": ["server/api/a.ts", "../store/target.js"],
  "only-the-wiring-knows-settings": ["server/api/b.ts", "../config.js"],
  "product-knows-no-demo": ["server/store/b.ts", "../../demo/target.js"],
  "tab-knows-no-server": ["teams-app/src/a.tsx", "../../server/core/target.js"],
  "server-knows-no-tab": ["server/c.ts", "../teams-app/src/target.js"],
  "features-stand-alone": ["teams-app/src/features/users/a.tsx", "../groups/target.js"],
  "mongoose-in-store": ["server/use-cases/b.ts", "mongoose"],
  "agenda-in-jobs": ["server/use-cases/c.ts", "agenda"],
  "graph-in-directory": ["server/auth/b.ts", "@azure/msal-node"],
  "graphql-in-api": ["server/use-cases/d.ts", "type-graphql"],
  "jose-in-auth": ["server/api/c.ts", "jose"],
  "nodemailer-in-notices": ["server/use-cases/e.ts", "nodemailer"],
  "teams-js-in-teams": ["teams-app/src/features/users/b.tsx", "@microsoft/teams-js"],
  "no-circles": ["server/use-cases/about.ts", "./round.js"],
  "no-orphans": ["server/use-cases/alone.ts", ""],
};

/** What is imported, and the other half of the circle. */
const OTHER_FILES: Record<string, string> = {
  ...Object.fromEntries(
    [
      "server/store/target.ts",
      "server/use-cases/target.ts",
      "server/directory/target.ts",
      "server/config.ts",
      "server/core/target.ts",
      "demo/target.ts",
      "teams-app/src/target.ts",
      "teams-app/src/features/groups/target.ts",
    ].map((file) => [file, "export const target = 1;\n"]),
  ),
  "server/use-cases/round.ts": 'import "./about.js";\nexport const target = 1;\n',
};

let violations: { rule: string; from: string }[];
let rules: string[];
let folder: string;

beforeAll(async () => {
  const config = await extractConfig(join(import.meta.dirname, "../.dependency-cruiser.mjs"));
  rules = (config.forbidden ?? []).flatMap((rule) => rule.name ?? []);
  folder = await plantedTree();

  const { output } = await cruise(
    ["server", "demo", "teams-app"],
    { ...config.options, ruleSet: { forbidden: config.forbidden ?? [] }, validate: true, baseDir: folder },
    config.options?.enhancedResolveOptions ?? {},
  );
  violations = (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
});

afterAll(() => rm(folder, { recursive: true }));

describe("the rules of import", () => {
  it("each have a bad import planted", () => {
    expect(Object.keys(PLANTED).sort()).toEqual([...rules].sort());
  });

  it.each(Object.entries(PLANTED))("%s catches it", (rule, [file]) => {
    expect(violations).toContainEqual({ rule, from: file });
  });
});

async function plantedTree(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "rollcall-imports-"));
  await symlink(join(import.meta.dirname, "../node_modules"), join(root, "node_modules"));
  const files: [string, string][] = [
    ...Object.entries(OTHER_FILES),
    ...Object.values(PLANTED).map(([file, imported]): [string, string] => [
      file,
      imported ? `import "${imported}";\n` : "export {};\n",
    ]),
  ];
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}
