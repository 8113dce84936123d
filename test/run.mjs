import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled, ROOT } from "../demo/install.mjs";
import { faultRows, faultTable, unproven } from "./fault-table.mjs";

/*
 * `npm test`: every check and every test but the long ones, each by the name it has in package.json, the table of faults
 * (docs/rules.md) by the tests that provoked them, and one line of totals at the end. `npm run test:long`: the long ones. A check counts as one test.
 */
const CHECKS = [
  "check:format",
  "check:lint",
  "check:types",
  "check:deps",
  "check:unused",
  "check:schema",
  "check:licences",
  "check:packages",
];
/** Whose table is worth a look also while it is within its budget. It builds the tab, which others would build at once. */
const FIRST = "check:bundle";
/** Goes on beside the checks: it waits for pages most of the time, and they never wait. */
const LONGEST = "test:browser";
const TESTS = ["test:story", "test:faults", "test:unit", "test:demo", "test:api"];

await ensureInstalled();
const scratch = await mkdtemp(join(tmpdir(), "rollcall-test-"));
const totals = { passed: 0, failed: 0, skipped: 0 };
const ran = [];
const spoken = [];
const started = Date.now();

if (process.argv[2] === "long") {
  await runTests("long", ["vitest", "run", "--project", "long"]);
  await runCheck("test:mutants");
  await runCheck("bench:small");
} else {
  await runCheck(FIRST);
  await inLanes(2, [LONGEST, ...CHECKS, ...TESTS], async (name) =>
    name.startsWith("test:") ? runTests(name, await commandOf(name)) : runCheck(name),
  );
  tellFaults();
}

await rm(scratch, { recursive: true });
const { passed, failed, skipped } = totals;
// Once more and last: what each printed lies above, behind thousands of lines
for (const { how, name, words } of spoken) console.log(`\n${how} ${name}\n${words}`);
console.log(`\n${seconds(started)} in all`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 ? 0 : 1;

/** What package.json runs under this name, so that both ways run the same. */
async function commandOf(name) {
  const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  return scripts[name].split(" ");
}

/** Says nothing but its time while it passes, unless it prints a table, and everything it printed when it does not. */
async function runCheck(name) {
  const begun = Date.now();
  const { code, output } = await run("npm", ["run", "--silent", name]);
  totals[code === 0 ? "passed" : "failed"] += 1;
  console.log(
    `${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds(begun)})${code === 0 && name !== FIRST ? "" : `\n${output}`}`,
  );
}

async function runTests(name, [command, ...args]) {
  const begun = Date.now();
  const report = join(scratch, `${name.replace(":", "-")}.json`);
  const { code, output } = await run("npx", [
    command,
    ...args,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const counts = await countsOf(report);
  totals.passed += counts.passed;
  totals.skipped += counts.skipped;
  // A run that failed without a failed test (a file that cannot be loaded, say) is a failure all the same
  const failed = Math.max(counts.failed, code === 0 ? 0 : 1);
  totals.failed += failed;
  console.log(
    `${failed === 0 ? "ok    " : "FAILED"} ${name}: ${counts.passed} passed, ${failed} failed (${seconds(begun)})`,
  );
  if (failed > 0) console.log(output);
  for (const line of new Set(output.match(/^database: .*$/gm) ?? [])) console.log(`       ${line}`);
}

/** A fault that no test provokes is a failure like a check that failed. */
function tellFaults() {
  const rows = faultRows(ran);
  const open = unproven(rows);
  // A test that failed is counted already
  totals.failed += open.filter(({ tests }) => tests === 0).length;
  console.log(`\nFaults, with the number of their tests\n${faultTable(rows)}`);
  if (open.length > 0) console.log(`FAILED faults: ${open.map(({ row, state }) => `${row} ${state}`).join(", ")}`);
}

async function countsOf(report) {
  const text = await readFile(report, "utf8").catch(() => null);
  if (text === null) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(text);
  for (const { fullName: name, status, failureMessages } of testResults.flatMap((file) => file.assertionResults)) {
    if (status === "passed" || status === "failed") ran.push({ name, passed: status === "passed" });
    // Who passed at a second try has words too: of the first one
    const how = status === "failed" ? "FAILED" : "passed at the second try:";
    const words = failureMessages.join("\n").split("\n").slice(0, 12).join("\n");
    if (status === "failed" || words !== "") spoken.push({ how, name, words });
  }
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.once("error", reject).once("close", (code) => resolve({ code, output }));
  });
}

/** Two at a time: a machine has two cores, and most checks use one. */
async function inLanes(lanes, names, work) {
  const waiting = [...names];
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await work(name);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(0)} s`;
}
