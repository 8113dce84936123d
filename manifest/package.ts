import { readFile } from "node:fs/promises";
import { zipSync, type Zippable } from "fflate";
import { iconProblems } from "./icon-rules.js";
import { colourIcon, outlineIcon } from "./icons.js";
import { schemaChecks, type Json } from "./schema-check.js";
import { fillSlots, type Slots } from "./slots.js";
import { storeProblems, type Language, type Manifest } from "./store-rules.js";

export type Packed =
  | { readonly ok: true; readonly zip: Uint8Array; readonly files: readonly string[]; readonly slots: Slots }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The Teams app as a zip that is the same byte for byte for the same slots, or all that stands in the way of one. */
export async function packApp(given: Partial<Slots>): Promise<Packed> {
  const { slots, problems } = fillSlots(given);
  const manifest = (await template("manifest.json", slots)) as Json & Manifest;
  const named = manifest.localizationInfo?.additionalLanguages?.map(({ file }) => file) ?? [];
  const languages = new Map<string, Language>();
  for (const file of named) languages.set(file, (await template(file, slots)) as Language);
  const [colour, outline] = [colourIcon(), outlineIcon()];

  const all = [...problems, ...(await contentProblems(manifest, languages)), ...iconProblems(colour, outline)];
  if (all.length > 0) return { ok: false, problems: all };

  const texts = [["manifest.json", manifest] as const, ...languages].map(
    ([file, json]) => [file, jsonFile(json)] as const,
  );
  const files: Zippable = {
    ...Object.fromEntries(texts),
    [manifest.icons.color]: colour,
    [manifest.icons.outline]: outline,
  };
  // A fixed time, or equal packages would differ; noon of a day that every time zone has
  const zip = zipSync(files, { level: 9, mtime: new Date(1980, 0, 2, 12) });
  return { ok: true, zip, files: Object.keys(files), slots };
}

/** The schema's problems, then the store's; these only of a manifest that has the shape they look into. */
async function contentProblems(manifest: Json & Manifest, languages: ReadonlyMap<string, Language>): Promise<string[]> {
  const checks = await schemaChecks(manifest.manifestVersion);
  if (!checks) return [`manifestVersion ${manifest.manifestVersion} has no schema in @microsoft/app-manifest`];
  const found = [
    checks.manifest(manifest),
    ...[...languages].map(([file, texts]) => {
      const { problems, misshapen } = checks.language(texts);
      return { problems: problems.map((problem) => `${file}: ${problem}`), misshapen };
    }),
  ];
  const problems = found.flatMap((check) => check.problems);
  return found.some(({ misshapen }) => misshapen) ? problems : [...problems, ...storeProblems(manifest, languages)];
}

async function template(file: string, slots: Slots): Promise<Json> {
  const text = await readFile(new URL(`template/${file}`, import.meta.url), "utf8");
  return JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? filled(value, slots) : value)) as Json;
}

/** A slot that is none stays as it is written, and the rules find it. */
const filled = (text: string, slots: Slots): string =>
  text.replace(
    /\$\{(\w+)\}/g,
    (written, slot: string) => (slots as unknown as Record<string, string>)[slot] ?? written,
  );

const jsonFile = (json: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
