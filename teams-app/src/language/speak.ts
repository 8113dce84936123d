import { useSyncExternalStore } from "react";
import { setLocale } from "../format.js";
import { english, type Texts } from "../texts/english.js";
import { setTexts } from "../texts/texts.js";
import { languageOf, usableLocale, type Language } from "./language.js";

/** English comes with the tab; the others are a chunk each, which only their readers load. */
const catalogues: Record<Language, () => Promise<Texts>> = {
  en: () => Promise.resolve(english),
  nb: async () => (await import("../texts/nb/norwegian.js")).norwegian,
};

let asked = 0;
let spoken = 0;
const listeners = new Set<() => void>();

/** Speaks to a reader of this locale from now on. Words that do not load are English ones: a page beats no page. */
export async function speak(locale: string): Promise<void> {
  const mine = ++asked;
  const language = languageOf(locale);
  const words = await catalogues[language]().catch(() => null);
  // Whoever asked last is right, also when an earlier one's words come later
  if (mine !== asked) return;

  setTexts(words ?? english);
  setLocale(usableLocale(locale));
  document.documentElement.lang = words ? language : "en";
  spoken = mine;
  for (const listener of listeners) listener();
}

/** Renders again, and everything below, once another language is spoken. */
export function useLanguage(): void {
  useSyncExternalStore(subscribe, () => spoken);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
