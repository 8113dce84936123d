import { startInBrowser, type BrowserStart } from "./auth/start.js";
import type { TeamsHost } from "./teams/teams-host.js";

export type Start =
  | BrowserStart
  | ({ kind: "teams" } & TeamsHost)
  /** Framed by a page that is no Teams host: never sign in inside a frame, another page may lie over the button. */
  | { kind: "unknown-frame" };

/** Finds out where the tab runs and who signs people in there. */
export async function start(): Promise<Start> {
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
