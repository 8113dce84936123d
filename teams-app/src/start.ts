import { loadConfig } from "./auth/config.js";
import { startInBrowser, type BrowserStart } from "./auth/start.js";
import { END_OF_POPUP } from "./components/consent-address.js";
import { speak } from "./language/speak.js";
import { navigate } from "./navigation.js";
import { placeOfSubPage } from "./teams/deep-link.js";
import type { TeamsHost } from "./teams/teams-host.js";

export type Start =
  | BrowserStart
  | ({ kind: "teams" } & TeamsHost)
  /** A popup that Microsoft's page led back to; its host closes it. */
  | { kind: "popup-over" }
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
  const loading = loadConfig();
  const isPopup = window.location.pathname === END_OF_POPUP;
  const framed = window.parent !== window;
  if (framed || window.opener) {
    // Loaded only here: in a browser nobody pays for teams-js. A server that is away is told of by what asks it next.
    const { endPopup, joinTeams } = await import("./teams/teams-host.js");
    const demo = await loading.then((config) => config.demo).catch(() => null);
    if (isPopup) await endPopup(demo);
    else {
      const host = await joinTeams(demo);
      if (host) return joined(host);
      if (framed) return { kind: "unknown-frame" };
    }
  }
  return isPopup ? { kind: "popup-over" } : startInBrowser(loading);
}

/** Where a deep link leads is the host's to say once; from then on the address tells, through a refusal and a reload. */
function joined(host: TeamsHost): Start {
  const place = placeOfSubPage(host.subPageId);
  if (place !== null && window.location.pathname === "/") navigate(place, { replace: true });
  return { kind: "teams", ...host };
}
