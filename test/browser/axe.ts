import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";

const SOURCE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const LEVELS: RunOptions = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"] };

/** Fluent's focus guards: hidden and focusable on purpose, which axe cannot know (microsoft/tabster#288). */
const NOT_OURS = [["[data-tabster-dummy]"]];

/** What breaks WCAG 2.1 AA on the page as it is now, by axe; nothing is an empty list. */
export async function accessibilityFaults(page: Page | Frame): Promise<string[]> {
  // By the protocol, which no content policy forbids
  await page.evaluate(await readFile(SOURCE, "utf8"));
  const results = await page.evaluate(
    ([exclude, options]) =>
      (globalThis as unknown as { axe: { run(where: object, how: object): Promise<AxeResults> } }).axe.run(
        { exclude },
        options,
      ),
    [NOT_OURS, LEVELS] as const,
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
