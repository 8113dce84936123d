import { english, type Texts } from "./english.js";

/**
 * The words in the reader's language. They are another object once the language is known or changes, so they are read
 * where they are shown and kept nowhere: a constant of a module would stay English (eslint.config.js refuses it).
 */
export let texts: Texts = english;

export function setTexts(words: Texts): void {
  texts = words;
}
