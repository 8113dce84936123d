/** The texts of a catalogue that stand by themselves, by their place; those that are made of something are functions. */
export function textsOf(words: object, place = ""): [place: string, text: string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const here = place ? `${place}.${name}` : name;
    if (typeof value === "string") return [[here, value]];
    return typeof value === "object" && value !== null ? textsOf(value, here) : [];
  });
}
