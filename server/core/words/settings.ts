import { quoted, shortened, type Limit, type Names } from "./phrases.js";

/** What cannot be chosen in the settings. */
export const SETTINGS_SENTENCES = {
  BRAKE_OUT_OF_BOUNDS: "The brake takes 1 to 50 per cent and 1 to 5,000 people.",
  CHOSEN_AND_EXCLUDED: ({ names }: Names) =>
    `The group ${quoted(names)} cannot be chosen and excluded at once. Take it out of one of the two.`,
  TOO_MANY_EXCLUDED: ({ limit }: Limit) =>
    `No more than ${limit.toLocaleString("en")} people can be excluded by name. Take the group they came by out of the chosen ones, or exclude a group that holds them.`,
  HELP_CONTACT_TOO_LONG: ({ limit }: Limit) => `At most ${limit.toLocaleString("en")} characters, please.`,
  TOO_MANY_RECEIVERS: ({ limit }: Limit) => `At most ${limit.toLocaleString("en")} mail addresses, please.`,
  RECEIVER_NO_EMAIL: ({ names }: Names) => `“${shortened(names)}” is no mail address.`,
  WEBHOOK_NO_ADDRESS: "The webhook is no web address.",
  WEBHOOK_HOLDS_CREDENTIALS:
    "The webhook's address holds a name or a password. Put what it needs into its path or query.",
  WEBHOOK_NOT_HTTPS: "The webhook must be an https address.",
  WEBHOOK_NOT_PUBLIC: "The webhook must be an address on the internet, by its name.",
} as const;
