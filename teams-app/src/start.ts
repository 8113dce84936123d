import { startInBrowser, type BrowserStart } from "./auth/start.js";
import { speak } from "./language/speak.js";
import type { TeamsHost } from "./teams/teams-host.js";

export type Start =
  | BrowserStart
  | ({ kind: "teams" } & TeamsHost)
  /** Framed by a page that is no Teams host: never sign in inside a frame, another page may lie over the button. */
  | { kind: "unknown-frame" };

/** Finds out where the tab runs and who signs people in there, and speaks the reader's language by then. */
export async function start(): Promise<Start> {
  const [begun] = await Promise.all([begin(), speak(navigator.language)]);
  if (begun.kind === "teams") await speak(begun.locale);
  else window.addEventListener("languagechange", () => void speak(navigator.language));
  return begun;
}

async function begin(): Promise<Start> {
  const framed = window.parent !== window;
  if (framed || window.opener) {
    // Loaded only here: in a browser nobody pays for teams-js.
    const { joinTeams } = await import("./teams/teams-host.js");
    const host = await joinTeams();
    if (host) return { kind: "teams", ...host };
    if (framed) return { kind: "unknown-frame" };
  }
  return startInBrowser();
}
