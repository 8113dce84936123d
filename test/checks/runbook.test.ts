import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isEnumType } from "graphql";
import { expect, it } from "vitest";
import { ROOT } from "../../demo/paths.js";
import { createSchema } from "../../server/api/schema.js";

it.each(["HealthState", "RunStatus", "GroupHealthCode"])("the runbook says of each %s what it means", async (name) => {
  const runbook = await readFile(join(ROOT, "docs/runbook.md"), "utf8");
  const type = (await createSchema()).getType(name);

  const states = isEnumType(type) ? type.getValues().map((value) => value.name) : [];

  expect(states.length).toBeGreaterThan(5);
  expect(states.filter((state) => !runbook.includes(`\`${state}\``))).toEqual([]);
});
