/** Of Vite's manifest: what a file of the build is, and what it cannot do without. */
export interface ManifestEntry {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

export type Manifest = Readonly<Record<string, ManifestEntry>>;

export interface Load {
  readonly what: string;
  /** Bytes after gzip, of every file that comes with it. */
  readonly bytes: number;
  readonly atMost: number;
}

const FIRST_LOAD = 200_000;
const LATER_CHUNK = 130_000;
/** The first load and the chunks of the screen that comes with it, which each have a budget of their own as well. */
const FIRST_SCREEN = 240_000;

/**
 * What people wait for: the first load of everybody, and of those who go on to a screen that is loaded at once
 * (`firstScreens`), then each later chunk by itself.
 */
export function loadsOf(
  manifest: Manifest,
  sizeOf: (file: string) => number,
  firstScreens: Readonly<Record<string, string>>,
): Load[] {
  const sum = (files: ReadonlySet<string>) => [...files].reduce((bytes, file) => bytes + sizeOf(file), 0);
  const entries = Object.entries(manifest).filter(([, { isEntry }]) => isEntry);
  const atOnce = filesOf(
    manifest,
    entries.map(([key]) => key),
  );
  const screens = Object.entries(firstScreens).map(([what, key]) => {
    if (!manifest[key]) throw new Error(`The build has no chunk of ${key}.`);
    return { what, files: new Set([...atOnce, ...filesOf(manifest, [key])]) };
  });
  const later = Object.values(manifest).filter(({ file }) => file.endsWith(".js") && !atOnce.has(file));
  return [
    { what: "first load", bytes: sum(atOnce), atMost: FIRST_LOAD },
    ...screens.map(({ what, files }) => ({ what, bytes: sum(files), atMost: FIRST_SCREEN })),
    ...later
      .map(({ file }) => ({ what: file, bytes: sizeOf(file), atMost: LATER_CHUNK }))
      .sort((a, b) => b.bytes - a.bytes),
  ];
}

export const overBudget = (loads: readonly Load[]): Load[] => loads.filter(({ bytes, atMost }) => bytes > atMost);

/** A browser keeps what lies in assets/ for a year: a file whose name has no hash would be old for as long. */
export const withoutHash = (files: readonly string[]): string[] =>
  files.filter((file) => !/-[\w-]{8}\.\w+$/.test(file));

export function loadTable(loads: readonly Load[]): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
  const width = Math.max(...loads.map(({ what }) => what.length));
  return loads
    .map(({ what, bytes, atMost }) => {
      const mark = bytes > atMost ? "  OVER BUDGET" : "";
      return `${what.padEnd(width)} ${kilobytes(bytes)} kB of ${kilobytes(atMost)}${mark}`;
    })
    .join("\n");
}

/** Everything that is loaded before these run: their files, and those of what they import, and so on. */
function filesOf(manifest: Manifest, keys: readonly string[]): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const add = (key: string): void => {
    const entry = manifest[key];
    if (!entry || seen.has(key)) return;
    seen.add(key);
    for (const file of [entry.file, ...(entry.css ?? [])]) files.add(file);
    for (const each of entry.imports ?? []) add(each);
  };
  for (const key of keys) add(key);
  return files;
}
