import type { Refusal } from "../../graphql/refusal.js";
import { texts } from "../../texts/texts.js";

/** Why somebody is refused and whom to ask, as lines to read. `inTeams`: another account is chosen in Teams itself. */
export function refusalWords(refusal: Refusal, inTeams: boolean): { title: string; lines: string[] } {
  const words = texts.welcome.refused;
  return {
    title: words.titles[refusal.reason],
    lines: [
      words.reasons[refusal.reason],
      ...(comesAsThemselves(refusal) && !inTeams ? [words.guestHint] : []),
      refusal.helpContact ? words.askContact(refusal.helpContact) : whomToAsk(refusal),
      ...(inTeams && refusal.reason !== "DISABLED" ? [words.teamsHint] : []),
    ],
  };
}

/** Without an account's own link, Microsoft signs a guest in at home: only they can know that they meant another one. */
const comesAsThemselves = ({ reason }: Refusal): boolean => reason === "NO_ACCOUNT" || reason === "NOT_IMPORTED";

function whomToAsk({ reason }: Refusal): string {
  const words = texts.welcome.refused;
  return reason === "NO_ACCOUNT" ? words.noAccountWhoCan : words.askAdmins;
}
