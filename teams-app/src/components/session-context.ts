import { createContext, useContext } from "react";
import type { Session } from "../auth/session.js";

/** What a screen may know of the session: where it runs and the ways to another one; never a token. */
export type SessionInfo = Pick<
  Session,
  "host" | "name" | "signOut" | "useAnotherAccount" | "signInAgain" | "around" | "demo"
>;

export const SessionContext = createContext<SessionInfo>({
  host: "browser",
  name: null,
  signOut: null,
  useAnotherAccount: null,
  signInAgain: null,
  around: null,
  demo: null,
});

export const useSession = (): SessionInfo => useContext(SessionContext);
