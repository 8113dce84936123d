/** What the tab speaks, as in `<html lang>`. */
export type Language = "en" | "nb";

/** Who reads Nynorsk reads Bokmål rather than English; "no" is what older systems call either. */
const NORWEGIAN = ["nb", "nn", "no"];

/** The words for a reader of this locale ("nb-NO", or "en-us" as Teams writes them); English for all we do not speak. */
export function languageOf(locale: string): Language {
  const [language = ""] = locale.toLowerCase().split(/[-_]/);
  return NORWEGIAN.includes(language) ? "nb" : "en";
}

/** The locale for dates and numbers; undefined, the browser's own, for what a host made up and Intl would refuse. */
export function usableLocale(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}
