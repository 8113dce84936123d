interface Choice {
  readonly label: string;
  /** By what the tab or the host's script is told; the first one holds until another is chosen. */
  readonly options: Readonly<Record<string, string>>;
}

/** What can be chosen in the bar of the pretend Teams, by the name in its address. */
export const CHOICES = {
  app: {
    label: "App",
    options: { Teams: "Teams", Outlook: "Outlook", Office: "Microsoft 365", stranger: "none of Microsoft’s" },
  },
  client: { label: "Device", options: { web: "Browser", desktop: "Desktop", android: "Phone" } },
  theme: { label: "Theme", options: { default: "Light", dark: "Dark", contrast: "High contrast", glass: "Glass" } },
  locale: {
    label: "Language",
    options: { "en-us": "English (US)", "en-gb": "English (UK)", "nb-no": "Norsk bokmål", "de-de": "Deutsch" },
  },
  token: { label: "Sign-in", options: { given: "works", refused: "needs consent" } },
  popups: {
    label: "Pop-ups",
    options: { open: "open", blocked: "are blocked", cancelled: "are told as cancelled" },
  },
} satisfies Readonly<Record<string, Choice>>;

type Choices = typeof CHOICES;
/** One choice made, as it stands in the address. */
export type Chosen = { [Name in keyof Choices]: readonly [Name, keyof Choices[Name]["options"]] }[keyof Choices];
