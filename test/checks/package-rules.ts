import { z } from "zod";
import { nameOf, shippedIds, type Lockfile, type Packages } from "./lockfile.js";

/** Packages that would run a program when they are installed, and why nothing is lost when it does not run. */
export const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  "@apollo/protobufjs": "ships with @apollo/server; warns of versions that do not fit its scheme",
  esbuild: "for tests and builds; its program comes as a package of its own, which this only checks",
  "mongodb-memory-server": "for tests; would fetch a MongoDB, and the tests use one only where it lies already",
};

/** Two copies of these in one process refuse each other's schemas, connections and hooks. */
const ONE_COPY = ["graphql", "mongodb", "react"];

const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;
const Versions = z.record(z.string(), z.string()).default({});
const Manifest = z.object({
  dependencies: Versions,
  devDependencies: Versions,
  optionalDependencies: Versions,
  overrides: Versions,
});

/** What we rely on when we install what the lockfile names, each rule that is broken in a line. */
export function packageProblems(files: {
  /** package.json, parsed. */
  readonly manifest: unknown;
  readonly lock: Lockfile;
  readonly npmrc: string;
  /** Paths of all lockfiles of any package manager. */
  readonly lockfiles: readonly string[];
}): string[] {
  const { lock } = files;
  return [
    ...Object.entries(Manifest.parse(files.manifest)).flatMap(([part, versions]) => inexact(part, versions)),
    ...(files.lockfiles.join() === "package-lock.json" ? [] : [`lockfiles: ${files.lockfiles.join(", ") || "none"}`]),
    ...(lock.lockfileVersion === 3 ? [] : [`package-lock.json: version ${lock.lockfileVersion}, not 3`]),
    ...Object.entries(lock.packages).flatMap(([path, entry]) => (path === "" ? [] : entryProblems(path, entry))),
    ...installScriptProblems(lock.packages),
    ...ONE_COPY.flatMap((name) => copyProblems(name, lock.packages)),
    ...npmrcProblems(files.npmrc),
  ];
}

/** A CycloneDX list that leaves out something that ships is worse than none: nobody looks for what is not in it. */
export function sbomProblems(sbom: unknown, packages: Packages): string[] {
  const read = Sbom.safeParse(sbom);
  if (!read.success) return ["npm run sbom: prints no CycloneDX"];
  const listed = new Set(read.data.components.map(({ name, version }) => `${name}@${version}`));
  const shipped = shippedIds(packages);
  return [
    ...[...shipped].filter((id) => !listed.has(id)).map((id) => `npm run sbom: leaves out ${id}`),
    ...[...listed].filter((id) => !shipped.has(id)).map((id) => `npm run sbom: lists ${id}, which does not ship`),
  ];
}

const Sbom = z.object({
  bomFormat: z.literal("CycloneDX"),
  components: z.array(z.object({ name: z.string(), version: z.string() })),
});

function inexact(part: string, versions: Readonly<Record<string, string>>): string[] {
  return Object.entries(versions)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `package.json: ${part} has ${name} as ${version}, not an exact version`);
}

function entryProblems(path: string, { integrity, resolved }: Packages[string]): string[] {
  return [
    ...(integrity === undefined ? [`package-lock.json: ${path} has no integrity`] : []),
    ...(resolved === undefined ? [] : [`package-lock.json: ${path} names the place it came from`]),
  ];
}

function installScriptProblems(packages: Packages): string[] {
  const entries = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = new Set(entries.map(([path]) => nameOf(path)));
  return [
    ...[...names]
      .filter((name) => !Object.hasOwn(INSTALL_SCRIPTS, name))
      .map((name) => `${name}: has an install script; say in test/checks/package-rules.ts why it need not run`),
    ...Object.keys(INSTALL_SCRIPTS)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: has no install script any more; take it out of test/checks/package-rules.ts`),
  ];
}

function copyProblems(name: string, packages: Packages): string[] {
  const copies = Object.keys(packages).filter((path) => path !== "" && nameOf(path) === name);
  return copies.length === 1 ? [] : [`${name}: ${copies.length} copies instead of one: ${copies.join(", ")}`];
}

function npmrcProblems(npmrc: string): string[] {
  const lines = npmrc.split("\n").map((line) => line.replace(/\s/g, ""));
  const needed = ["ignore-scripts=true", "save-exact=true", "omit-lockfile-registry-resolved=true"];
  return [
    ...needed.filter((line) => !lines.includes(line)).map((line) => `.npmrc: ${line} is missing`),
    ...(/registry=|\/\//.test(lines.filter((line) => !needed.includes(line)).join("\n"))
      ? [".npmrc: names a registry"]
      : []),
  ];
}
