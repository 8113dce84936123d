/*
 * What the Teams store asks of an app's names and descriptions, as far as a machine can tell (Microsoft's "Teams store
 * validation guidelines": app name, app descriptions, localization, one-time setup by an administrator).
 */

/** The texts of one language. */
export interface StoreTexts {
  readonly language: string;
  readonly name: string;
  readonly fullName: string;
  readonly shortDescription: string;
  readonly description: string;
}

interface Rule {
  readonly broken: RegExp;
  readonly problem: string;
}

const NAME_RULES: readonly Rule[] = [
  {
    broken: /\b(teams|microsoft|azure|entra|excel|powerpoint|word|onedrive|sharepoint|onenote|outlook|surface|xbox)\b/i,
    problem: "names a product of Microsoft's, as if it came from there",
  },
  { broken: /^(chat|contacts|calendar|calls|files|activity|help)\b/i, problem: "begins like a part of Teams itself" },
  { broken: /\b(alpha|beta|dev|preview|test|uat)\b/i, problem: "tells of a version that is not finished" },
];

const DESCRIPTION_RULES: readonly Rule[] = [
  {
    broken: /^(?:(?!\bTeams\b).)*(?<!Microsoft )\bTeams\b/s,
    problem: "does not write “Microsoft Teams” at its first mention",
  },
  { broken: /\b(MS|MSFT)\b/, problem: "shortens “Microsoft”" },
  { broken: /\bOffice 365\b/, problem: "says “Office 365” for “Microsoft 365”" },
  { broken: /\b(certified for|powered by)\b/i, problem: "claims a partnership with Microsoft" },
  { broken: /appsource/i, problem: "leads to AppSource" },
];

const MOST_WORDS = 500;

/** What only a reader of the language finds; a new language needs its row. */
const IN_LANGUAGE: Readonly<Record<string, { setUpOnce: RegExp; languages: Readonly<Record<string, string>> }>> = {
  "en-us": { setUpOnce: /\badministrator\b.*\bonce\b/s, languages: { "en-us": "English", "nb-no": "Norwegian" } },
  "nb-no": { setUpOnce: /\badministrator\b.*én gang/s, languages: { "en-us": "engelsk", "nb-no": "norsk" } },
};

/** `spoken`: the tags of all languages in the package, which each description has to name. */
export function textProblems(texts: StoreTexts, spoken: readonly string[]): string[] {
  const { language, description } = texts;
  const at = (text: string, problem: string) => `${text} in ${language} ${problem}`;
  const names = { "the name": texts.name, "the full name": texts.fullName };
  const descriptions = { "the short description": texts.shortDescription, "the description": description };
  const problems = [...broken(names, NAME_RULES, at), ...broken(descriptions, DESCRIPTION_RULES, at)];

  const words = description.split(/\s+/).filter(Boolean).length;
  if (words > MOST_WORDS) problems.push(at("the description", `has ${words} words, and ${MOST_WORDS} is the most`));

  const own = IN_LANGUAGE[language];
  if (!own) return [...problems, `${language} has no rules yet in manifest/text-rules.ts`];
  if (!own.setUpOnce.test(description))
    problems.push(at("the description", "does not say that an administrator sets it up once"));
  const unnamed = spoken.filter((tag) => !description.includes(own.languages[tag] ?? tag));
  if (unnamed.length > 0) problems.push(at("the description", `does not say that it speaks ${unnamed.join(", ")}`));
  return problems;
}

function broken(
  texts: Readonly<Record<string, string>>,
  rules: readonly Rule[],
  at: (text: string, problem: string) => string,
): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    rules.filter((rule) => rule.broken.test(text)).map((rule) => at(name, rule.problem)),
  );
}
