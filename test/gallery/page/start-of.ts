import type { Session } from "../../../teams-app/src/auth/session.js";
import type { Start } from "../../../teams-app/src/start.js";
import { TENANT_ID } from "../people.js";
import type { State } from "../state.js";
import { themeOfHost } from "./theme-of-host.js";

/** What the tab's start comes to in this state, in place of Teams and of Microsoft's sign-in page. */
export function startOf(state: State): Promise<Start> {
  switch (state.start ?? "teams") {
    case "teams":
      return teams(inTeams(state));
    case "no-token":
      return teams({ ...inTeams(state), getToken: () => Promise.resolve(NO_TOKEN) });
    case "browser":
      return Promise.resolve({ kind: "session", session: inBrowser });
    case "starting":
      return new Promise(() => undefined);
    case "unknown-frame":
      return Promise.resolve({ kind: "unknown-frame" });
    case "popup-over":
      return Promise.resolve({ kind: "popup-over" });
    case "sign-in":
      return Promise.resolve({ kind: "sign-in", reason: null, signIn: nothing, pickAccount: nothing });
    case "sign-in-failed":
      return Promise.resolve({
        kind: "sign-in",
        reason: "Microsoft says: the account is locked.",
        signIn: nothing,
        pickAccount: nothing,
      });
    case "sign-in-not-assigned":
      return Promise.resolve({
        kind: "sign-in",
        reason: "AADSTS50105: The signed in user is not assigned to a role for the application.",
        signIn: nothing,
        pickAccount: nothing,
      });
    case "no-server":
      return refusing(new Error("Rollcall could not be reached. Check your connection, then try again."));
  }
}

const teams = (session: Session): Promise<Start> =>
  Promise.resolve({ kind: "teams", session, locale: "en-GB", subPageId: null, ...themeOfHost });

const NO_TOKEN = { ok: false, why: "host", detail: "consent_required" } as const;

/** Rejected before anybody can listen, which is not the same as nobody listening. */
function refusing(error: Error): Promise<never> {
  const refused = Promise.reject<never>(error);
  refused.catch(nothing);
  return refused;
}

const nothing = () => undefined;

const alone: Session = {
  host: "browser",
  name: "Adele Vance",
  getToken: () => Promise.resolve({ ok: true, token: "of the gallery" }),
  signOut: null,
  useAnotherAccount: null,
  signInAgain: null,
  around: null,
  demo: null,
};

const inTeams = ({ popups = "opened" }: State): Session => ({
  ...alone,
  host: "teams",
  around: {
    tenantHint: TENANT_ID,
    phone: false,
    openConsent: () => Promise.resolve(popups === "blocked" ? "BLOCKED" : "OPEN"),
    shareLink: null,
  },
});

const inBrowser: Session = { ...alone, signOut: nothing, useAnotherAccount: nothing, signInAgain: nothing };
