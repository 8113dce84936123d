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
  /** The control page of the pretend tenant; null wherever the real Microsoft is. */
  demoControlUrl: string | null;
}

export type TokenAnswer =
  { ok: true; token: string } | { ok: false; why: "ended" | "offline" | "host"; detail: string | null };
