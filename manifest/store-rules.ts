import { domainProblem } from "./domains.js";
import { textProblems } from "./text-rules.js";

/** As much of a manifest as the rules look at; its shape is the JSON schema's to check. */
export interface Manifest {
  readonly $schema?: string;
  readonly manifestVersion: string;
  readonly name: { readonly short: string; readonly full?: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly localizationInfo?: {
    readonly defaultLanguageTag: string;
    readonly additionalLanguages?: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly icons: { readonly color: string; readonly outline: string };
  readonly staticTabs?: readonly {
    readonly name?: string;
    readonly contentUrl?: string;
    readonly websiteUrl?: string;
  }[];
  readonly validDomains?: readonly string[];
  readonly webApplicationInfo?: { readonly id: string; readonly resource?: string };
}

/** A language file: `name.short` and its kin, each a text. */
export type Language = Readonly<Record<string, string>>;

/** What the schema lets pass and Teams or its store does not. `languages`: the language files by their names. */
export function storeProblems(manifest: Manifest, languages: ReadonlyMap<string, Language>): string[] {
  return [
    ...versionProblems(manifest, languages),
    ...addressProblems(manifest),
    ...languageProblems(manifest, languages),
    ...wordProblems(manifest, languages),
  ];
}

const versionIn = (schema: string | undefined): string | undefined => /\/teams\/v([^/]+)\//.exec(schema ?? "")?.[1];

function versionProblems(manifest: Manifest, languages: ReadonlyMap<string, Language>): string[] {
  const { manifestVersion } = manifest;
  if (!/^\d+\.\d+$/.test(manifestVersion)) return [`manifestVersion ${manifestVersion} is no released version`];
  const files = [
    ["manifest.json", manifest.$schema] as const,
    ...[...languages].map(([file, texts]) => [file, texts.$schema] as const),
  ];
  return files.flatMap(([file, schema]) =>
    versionIn(schema) === manifestVersion ? [] : [`${file} has another $schema version than ${manifestVersion}`],
  );
}

function addressProblems({ staticTabs = [], validDomains = [], webApplicationInfo }: Manifest): string[] {
  const problems = validDomains.flatMap((domain) => {
    const problem = domainProblem(domain);
    return problem === null ? [] : [`validDomains “${domain}” ${problem}`];
  });
  const hosts = new Set<string>();
  for (const address of staticTabs.flatMap(({ contentUrl, websiteUrl }) => [contentUrl ?? "", websiteUrl ?? ""])) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url?.protocol !== "https:") problems.push(`staticTabs “${address}” is no https address`);
    else if (!validDomains.some((domain) => covers(domain, url.hostname)))
      problems.push(`staticTabs “${address}” is not in validDomains`);
    else hosts.add(url.host);
  }
  const resources = [...hosts].map((host) => `api://${host}/${webApplicationInfo?.id}`);
  if (!resources.includes(webApplicationInfo?.resource ?? ""))
    problems.push(
      `webApplicationInfo.resource is not api://<host of the tab>/<client id>, so nobody would be signed in`,
    );
  return problems;
}

/** A wildcard stands for exactly one part of a name. */
function covers(domain: string, host: string): boolean {
  const [pattern, labels] = [domain.split("."), host.split(".")];
  return pattern.length === labels.length && pattern.every((part, at) => part === "*" || part === labels[at]);
}

function languageProblems(
  { localizationInfo, staticTabs = [] }: Manifest,
  languages: ReadonlyMap<string, Language>,
): string[] {
  const named = localizationInfo?.additionalLanguages?.map(({ file }) => file) ?? [];
  const texts = ["name.full", ...staticTabs.map((_, at) => `staticTabs[${at}].name`)];
  return [
    ...named.filter((file) => !languages.has(file)).map((file) => `${file} is named, but is not there`),
    ...[...languages.keys()]
      .filter((file) => !named.includes(file))
      .map((file) => `${file} is there, but is not named`),
    ...[...languages].flatMap(([file, language]) =>
      texts.filter((text) => !language[text]).map((text) => `${file} does not translate ${text}`),
    ),
    ...[...languages].flatMap(([file, language]) =>
      Object.keys(language)
        .filter((text) => text.startsWith("staticTabs[") && !texts.includes(text))
        .map((text) => `${file} translates ${text}, which is not there`),
    ),
  ];
}

function wordProblems(manifest: Manifest, languages: ReadonlyMap<string, Language>): string[] {
  const { name, description, localizationInfo } = manifest;
  const own = localizationInfo?.defaultLanguageTag ?? "en-us";
  const others = localizationInfo?.additionalLanguages ?? [];
  const spoken = [own, ...others.map(({ languageTag }) => languageTag)];
  return [
    ...textProblems(
      {
        language: own,
        name: name.short,
        fullName: name.full ?? "",
        shortDescription: description.short,
        description: description.full,
      },
      spoken,
    ),
    ...others.flatMap(({ languageTag, file }) => {
      const texts = languages.get(file) ?? {};
      return textProblems(
        {
          language: languageTag,
          name: texts["name.short"] ?? "",
          fullName: texts["name.full"] ?? "",
          shortDescription: texts["description.short"] ?? "",
          description: texts["description.full"] ?? "",
        },
        spoken,
      );
    }),
  ];
}
