import "reflect-metadata";
import type { Bench } from "./bench.js";
import { reading } from "./p4-reading.js";
import { lanes } from "./p5-lanes.js";
import { throttling } from "./p6-throttling.js";
import { memory } from "./p7-memory.js";
import { planner } from "./p8-planner.js";
import { graphqlPage } from "./p10-graphql.js";
import { database } from "./p11-database.js";
import { machine, table, type NamedRow } from "./table.js";

/*
 * `npm run bench`: every measurement, or with `-- P8 P4` these. `-- --small` runs them at a hundredth of their size, which
 * shows that they run and nothing else. README.md here says how to read the table.
 */
const BENCHES: readonly Bench[] = [reading, lanes, throttling, memory, planner, graphqlPage, database];
const SMALL = 100;

const words = process.argv.slice(2);
const small = words.includes("--small");
const ids = words.filter((word) => !word.startsWith("--")).map((word) => word.toUpperCase());
const unknown = ids.filter((id) => !BENCHES.some((bench) => bench.id === id));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}; there are ${BENCHES.map((bench) => bench.id).join(", ")}.`);
  process.exit(1);
}

const rows: NamedRow[] = [];
for (const bench of BENCHES) {
  const { id } = bench;
  if (ids.length > 0 && !ids.includes(id)) continue;
  console.error(`${id} …`);
  const measured = await bench.run((full) => (small ? Math.ceil(full / SMALL) : full));
  rows.push(...measured.map((row) => ({ id, ...row })));
}
const nothing = rows.filter((row) => !Number.isFinite(row.value));
if (nothing.length > 0)
  throw new Error(`Measured nothing: ${nothing.map((row) => `${row.id} ${row.what}`).join(", ")}`);
console.log(`${machine()}\n\n${table(rows, !small)}`);
