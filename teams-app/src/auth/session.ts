import type { TabConfig } from "./config.js";

/** What the tab needs from whoever signs the person in: Teams, or Microsoft's page in a browser. */
export interface Session {
  host: "teams" | "browser";
  /** The name the token gives, for the menu before the server has answered. */
  name: string | null;
  /** A bearer token for our API. `fresh` asks for a new one, after the server refused the last. */
  getToken(options: { fresh: boolean }): Promise<TokenAnswer>;
  /** Null inside Teams: signing out of the tab must leave Teams signed in, so there is nothing to offer. */
  signOut: (() => void) | null;
  useAnotherAccount: (() => void) | null;
  /** Begins again on Microsoft's page once the session has ended; null inside Teams. */
  signInAgain: (() => void) | null;
  /** What the page around us can do; null where there is none. */
  around: HostPage | null;
  /** The pages of the pretend Microsoft; null wherever the real one is. */
  demo: TabConfig["demo"];
}

/** Teams, Outlook or Microsoft 365, with the tab in a frame of theirs. */
export interface HostPage {
  /** Whose tenant the host says this is: good for a link, never a proof. */
  tenantHint: string | null;
  /** Where windows of the host cannot show Microsoft's page well, and the browser can. */
  phone: boolean;
  /** Shows Microsoft's consent page in a window. What it settles with is about the window, never about the consent. */
  openConsent(tenantId: string): Promise<WindowNews>;
  /** Offers the person a link to this place in the tab, by the host's own means; null where it has none. */
  shareLink: ((path: string, label: string) => void) | null;
}

/** It was blocked, or is open with nobody to tell its end, or it is said to be over. */
export type WindowNews = "BLOCKED" | "OPEN" | "OVER";

export type TokenAnswer =
  { ok: true; token: string } | { ok: false; why: "ended" | "offline" | "host"; detail: string | null };
