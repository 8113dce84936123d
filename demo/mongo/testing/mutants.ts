import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { startVitest } from "vitest/node";

/*
 * `npm run test:mutants`: shows that the table can fail. Breaks one place of the database at a time, in memory and never in
 * its file, and counts the rows that turn red. Ends badly when none does, or when one does with nothing broken.
 */

interface Mutant {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const NOTHING: Mutant = { what: "nothing", file: "values.ts", from: "", to: "" };

const MUTANTS: readonly Mutant[] = [
  NOTHING,
  { what: "numbers all compare equal", file: "values.ts", from: "return a - b || ", to: "return 0 * " },
  {
    what: "texts compare as JavaScript does",
    file: "values.ts",
    from: "BEYOND.test(a) || BEYOND.test(b)",
    to: "false",
  },
  {
    what: "null and missing differ",
    file: "values.ts",
    from: "value === undefined || value === null) return 1;",
    to: "value === null) return 1;",
  },
  {
    what: "unique indexes are not checked",
    file: "indexes.ts",
    from: "if (!index.spec.unique) return;",
    to: "return;",
  },
  { what: "an _id is not checked", file: "collection.ts", from: "isNew && docs.has(keyOf(doc._id))", to: "false" },
  {
    what: "sparse and partial indexes hold all",
    file: "indexes.ts",
    from: "if (!index.covers(doc)) return new Map();",
    to: "",
  },
  { what: "array filters are ignored", file: "update.ts", from: "matches({ [name]: list[position] })", to: "true" },
  { what: "a bulk stops at no error", file: "commands/write.ts", from: "command.ordered !== false", to: "false" },
  { what: "unknown options are passed over", file: "commands/command.ts", from: "means !== false", to: "false" },
];

const folder = fileURLToPath(new URL("..", import.meta.url));

const plugin = ({ file, from, to }: Mutant): Plugin => ({
  name: "mutant",
  enforce: "pre",
  transform: (code, id) => (id === folder + file ? code.replace(from, to) : undefined),
});

/** How many rows of the table are red with this one thing broken. */
async function redRows(mutant: Mutant): Promise<{ red: number; all: number }> {
  const places = readFileSync(folder + mutant.file, "utf8").split(mutant.from).length - 1;
  if (mutant !== NOTHING && places !== 1) throw new Error(`${mutant.file} has ${places} times ${mutant.from}`);
  const vitest = await startVitest(
    "test",
    [],
    {
      config: false,
      watch: false,
      include: ["demo/mongo/table/*.test.ts"],
      testNamePattern: "the table",
      reporters: [{}],
    },
    { plugins: [plugin(mutant)] },
  );
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
  const results = tests.map((test) => test.result().state);
  await vitest.close();
  return {
    red: results.filter((state) => state === "failed").length,
    all: results.filter((state) => state !== "skipped").length,
  };
}

console.log("| broken | rows that turn red |\n| --- | --- |");
let survived = 0;
for (const mutant of MUTANTS) {
  const { red, all } = await redRows(mutant);
  console.log(`| ${mutant.what} | ${red} of ${all} |`);
  if (all === 0 || (red === 0) !== (mutant === NOTHING)) survived++;
}
process.exitCode = survived === 0 ? 0 : 1;
