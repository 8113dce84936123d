import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { packApp } from "./package.js";
import { FLAGS, type Slot, type Slots } from "./slots.js";

/** `npm run manifest -- ...`: packs the Teams app, or says everything that is wrong and writes nothing. */
const USAGE = `Usage:
  npm run manifest -- --host <host of PUBLIC_URL> --client-id <ENTRA_CLIENT_ID> --out rollcall.zip

  --version <1.0.0>      raise it with every change, or Teams keeps what it has
  --name <Rollcall>      what people call it, up to 30 signs
  --app-id <guid>        the Teams app's own; without it, one made from the client id
  --developer <name>     whose app it is; then --website-url, --privacy-url and --terms-url,
                         https pages that can be read without signing in`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const { given, out, problems: wrongFlags } = read(args);
  const packed = await packApp(given);
  const problems = [...wrongFlags, ...(packed.ok ? [] : packed.problems)];
  if (!packed.ok || out === undefined || problems.length > 0) {
    console.error(`No package was written:\n${problems.map((problem) => `  ${problem}`).join("\n")}\n\n${USAGE}`);
    return 1;
  }
  try {
    await writeFile(out, packed.zip);
  } catch (error) {
    console.error(`${out} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  const { slots, files, zip } = packed;
  console.log(`${out}: ${slots.name} ${slots.version} for ${slots.host}, ${zip.length} bytes\n  ${files.join(", ")}`);
  if (given.privacyUrl === undefined || given.termsUrl === undefined)
    console.log("  Privacy and terms lead to the website: enough for your own company, not for the Teams store.");
  return 0;
}

function read(args: readonly string[]): { given: Partial<Slots>; out: string | undefined; problems: string[] } {
  const names = Object.fromEntries(Object.entries(FLAGS).map(([slot, flag]) => [flag.slice(2), slot as Slot]));
  const options = Object.fromEntries([...Object.keys(names), "out"].map((name) => [name, { type: "string" as const }]));
  const { values, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const problems = tokens.flatMap((token) => {
    if (token.kind === "positional") return [`“${token.value}” is no flag`];
    if (token.kind !== "option") return [];
    if (!(token.name in options)) return [`${token.rawName} is no flag of this command`];
    return token.value === undefined ? [`${token.rawName} has no value`] : [];
  });
  if (values.out === undefined) problems.push("--out is missing");
  const given = Object.entries(values).flatMap(([name, value]) => {
    const slot = names[name];
    return slot && typeof value === "string" ? [[slot, value] as const] : [];
  });
  return { given: Object.fromEntries(given), out: typeof values.out === "string" ? values.out : undefined, problems };
}
