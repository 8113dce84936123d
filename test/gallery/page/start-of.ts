import type { Session } from "../../../teams-app/src/auth/session.js";
import type { Start } from "../../../teams-app/src/start.js";
import { TENANT_ID } from "../people.js";
import type { State } from "../state.js";
import { themeOfHost } from "./theme-of-host.js";

/** What the tab's start comes to in this state, in place of Teams and of Microsoft's sign-in page. */
export function startOf({ start = "teams" }: State): Promise<Start> {
  switch (start) {
    case "teams":
      return Promise.resolve({ kind: "teams", session: inTeams, locale: "en-GB", subPageId: null, ...themeOfHost });
    case "no-token":
      return Promise.resolve({
        kind: "teams",
        session: withoutToken,
        locale: "en-GB",
        subPageId: null,
        ...themeOfHost,
      });
    case "popup-over":
      return Promise.resolve({ kind: "popup-over" });
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

/** By the window that the state opens or blocks; main.tsx stands in for it. */
const openConsent = () => Promise.resolve(window.open() ? ("OPEN" as const) : ("BLOCKED" as const));

const inTeams: Session = {
  host: "teams",
  name: "Adele Vance",
  getToken: () => Promise.resolve({ ok: true, token: "of the gallery" }),
  signOut: null,
  useAnotherAccount: null,
  signInAgain: null,
  around: { tenantHint: TENANT_ID, phone: false, openConsent, shareLink: nothing },
  demo: null,
};

const withoutToken: Session = {
  ...inTeams,
  getToken: () => Promise.resolve({ ok: false, why: "host", detail: "consent_required" }),
};

const inBrowser: Session = {
  ...inTeams,
  host: "browser",
  around: null,
  signOut: nothing,
  useAnotherAccount: nothing,
  signInAgain: nothing,
};
