import { describe, expect, it } from "vitest";
import { INSTALL_SCRIPTS, packageProblems, sbomProblems } from "./package-rules.js";

type Files = Parameters<typeof packageProblems>[0];
type Entry = Files["lock"]["packages"][string];

const entry: Entry = { version: "1.0.0", integrity: "sha512-x" };
const packages: Record<string, Entry> = {
  "": { version: "0.1.0" },
  "node_modules/graphql": entry,
  "node_modules/mongodb": entry,
  "node_modules/react": { ...entry, dev: true },
  "node_modules/vitest": { ...entry, dev: true },
  ...Object.fromEntries(
    Object.keys(INSTALL_SCRIPTS).map((name) => [`node_modules/${name}`, { ...entry, hasInstallScript: true }]),
  ),
};
const manifest = {
  dependencies: { graphql: "1.0.0" },
  devDependencies: { vitest: "1.0.0-rc.4" },
  overrides: { mongodb: "1.0.0" },
};
const npmrc = "ignore-scripts=true\nsave-exact=true\nomit-lockfile-registry-resolved=true\n";

/** Files in which all is well, but for what a test plants. */
const files = (
  fault: Partial<Omit<Files, "lock">> & { entries?: Record<string, Entry | undefined>; version?: number } = {},
): Files => ({
  manifest,
  npmrc,
  lockfiles: ["package-lock.json"],
  lock: {
    lockfileVersion: fault.version ?? 3,
    packages: Object.fromEntries(
      Object.entries({ ...packages, ...fault.entries }).flatMap(([path, each]) => (each ? [[path, each]] : [])),
    ),
  },
  ...fault,
});

describe("the packages", () => {
  it("have no problem when all is well", () => {
    expect(packageProblems(files())).toEqual([]);
  });

  it.each<[string, Parameters<typeof files>[0], string]>([
    [
      "a range",
      { manifest: { ...manifest, dependencies: { graphql: "^1.0.0" } } },
      "package.json: dependencies has graphql",
    ],
    [
      "a range for development",
      { manifest: { ...manifest, devDependencies: { vitest: "1.x" } } },
      "package.json: devDependencies has vitest",
    ],
    [
      "a range in an override",
      { manifest: { ...manifest, overrides: { mongodb: ">=1.0.0" } } },
      "package.json: overrides has mongodb",
    ],
    [
      "an address for a version",
      { manifest: { ...manifest, dependencies: { a: "https://a.example/a.tgz" } } },
      "package.json: dependencies has a",
    ],
    ["a second lockfile", { lockfiles: ["package-lock.json", "yarn.lock"] }, "lockfiles: package-lock.json, yarn.lock"],
    ["no lockfile", { lockfiles: [] }, "lockfiles: none"],
    ["an old lockfile", { version: 2 }, "package-lock.json: version 2"],
    [
      "a package nobody hashed",
      { entries: { "node_modules/a": { version: "1.0.0" } } },
      "package-lock.json: node_modules/a has no integrity",
    ],
    [
      "a package's place",
      { entries: { "node_modules/a": { ...entry, resolved: "https://a.example/a.tgz" } } },
      "package-lock.json: node_modules/a names the place",
    ],
    [
      "an unknown install script",
      { entries: { "node_modules/a": { ...entry, hasInstallScript: true } } },
      "a: has an install script",
    ],
    [
      "one deep inside",
      { entries: { "node_modules/b/node_modules/@c/a": { ...entry, hasInstallScript: true } } },
      "@c/a: has an install script",
    ],
    [
      "an explained script that is gone",
      { entries: { "node_modules/esbuild": entry } },
      "esbuild: has no install script any more",
    ],
    ["a second GraphQL", { entries: { "node_modules/a/node_modules/graphql": entry } }, "graphql: 2 copies"],
    ["a second MongoDB driver", { entries: { "node_modules/a/node_modules/mongodb": entry } }, "mongodb: 2 copies"],
    ["a second React", { entries: { "node_modules/a/node_modules/react": entry } }, "react: 2 copies"],
    ["no React", { entries: { "node_modules/react": undefined } }, "react: 0 copies"],
    [
      "scripts that run",
      { npmrc: npmrc.replace("ignore-scripts=true", "ignore-scripts=false") },
      ".npmrc: ignore-scripts=true is missing",
    ],
    [
      "a commented-out rule",
      { npmrc: npmrc.replace("save-exact", "# save-exact") },
      ".npmrc: save-exact=true is missing",
    ],
    [
      "places in the lockfile",
      { npmrc: npmrc.replace("omit-", "no-") },
      ".npmrc: omit-lockfile-registry-resolved=true is missing",
    ],
    ["a registry", { npmrc: `${npmrc}registry = https://a.example/\n` }, ".npmrc: names a registry"],
  ])("have a problem with %s", (_what, fault, words) => {
    expect(packageProblems(files(fault))).toEqual([expect.stringContaining(words)]);
  });
});

describe("the list of what ships", () => {
  const { lock } = files();
  const component = (name: string) => ({ name, version: "1.0.0" });
  const good = ["graphql", "mongodb", "react", ...Object.keys(INSTALL_SCRIPTS)].map(component);
  const sbom = (components: object[]) => ({ bomFormat: "CycloneDX", components });

  it("has the packages of the server and of the tab, and no others", () => {
    expect(sbomProblems(sbom(good), lock.packages)).toEqual([]);
  });

  it.each([
    ["leaves one out", sbom(good.slice(1)), "npm run sbom: leaves out graphql@1.0.0"],
    [
      "has another version",
      sbom([{ name: "graphql", version: "2.0.0" }, ...good]),
      "npm run sbom: lists graphql@2.0.0",
    ],
    ["has one for development", sbom([...good, component("vitest")]), "npm run sbom: lists vitest@1.0.0"],
    ["is no CycloneDX", { bomFormat: "SPDX", components: good }, "npm run sbom: prints no CycloneDX"],
    ["is nothing", null, "npm run sbom: prints no CycloneDX"],
  ])("is wrong when it %s", (_how, printed, words) => {
    expect(sbomProblems(printed, lock.packages)).toEqual([expect.stringContaining(words)]);
  });
});
