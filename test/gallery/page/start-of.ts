import type { Session } from "../../../teams-app/src/auth/session.js";
import type { Start } from "../../../teams-app/src/start.js";
import type { State } from "../state.js";
import { themeOfHost } from "./theme-of-host.js";

/** What the tab's start comes to in this state, in place of Teams and of Microsoft's sign-in page. */
export function startOf({ start = "teams" }: State): Promise<Start> {
  switch (start) {
    case "teams":
      return Promise.resolve({ kind: "teams", session: inTeams, locale: "en-GB", ...themeOfHost });
    case "browser":
      return Promise.resolve({ kind: "session", session: inBrowser });
    case "starting":
      return new Promise(() => undefined);
    case "unknown-frame":
      return Promise.resolve({ kind: "unknown-frame" });
    case "sign-in":
      return Promise.resolve({ kind: "sign-in", reason: null, signIn: nothing, pickAccount: nothing });
    case "sign-in-failed":
      return Promise.resolve({
        kind: "sign-in",
        reason: "Microsoft says: the account is locked.",
        signIn: nothing,
        pickAccount: nothing,
      });
    case "no-server":
      return refusing(new Error("Rollcall could not be reached. Check your connection, then try again."));
  }
}

/** Rejected before anybody can listen, which is not the same as nobody listening. */
function refusing(error: Error): Promise<never> {
  const refused = Promise.reject<never>(error);
  refused.catch(nothing);
  return refused;
}

const nothing = () => undefined;

const inTeams: Session = {
  host: "teams",
  name: "Adele Vance",
  getToken: () => Promise.resolve({ ok: true, token: "of the gallery" }),
  signOut: null,
  useAnotherAccount: null,
  signInAgain: null,
  demoControlUrl: null,
};

const inBrowser: Session = {
  ...inTeams,
  host: "browser",
  signOut: nothing,
  useAnotherAccount: nothing,
  signInAgain: nothing,
};
