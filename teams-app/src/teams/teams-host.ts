import { app, authentication } from "@microsoft/teams-js";
import type { Session } from "../auth/session.js";

export interface TeamsHost {
  session: Session;
  /** The reader's, as Teams has it ("en-us"). Teams loads the tab anew when it is changed. */
  locale: string;
  theme: string;
  onThemeChange(listener: (theme: string) => void): void;
}

/** teams-js waits 60 s for a parent that never answers; nobody looks at a blank page that long. */
const patience = 5000;

/** Joins the Teams host around us; null when whoever frames or opened us does not answer as one in time. */
export async function joinTeams(): Promise<TeamsHost | null> {
  if (!(await inTime(app.initialize()))) return null;
  app.notifyAppLoaded();
  const context = await app.getContext();
  void app.notifySuccess();
  return {
    locale: context.app.locale,
    theme: context.app.theme,
    onThemeChange: (listener) => app.registerOnThemeChangeHandler(listener),
    session: {
      host: "teams",
      name: context.user?.displayName ?? null,
      // Teams keeps and renews the token itself; asking before each request is the documented way.
      getToken: async () => {
        try {
          return { ok: true, token: await authentication.getAuthToken() };
        } catch (error) {
          return { ok: false, why: "host", detail: error instanceof Error ? error.message : String(error) };
        }
      },
      signOut: null,
      useAnotherAccount: null,
      signInAgain: null,
      demoControlUrl: null,
    },
  };
}

async function inTime(step: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  try {
    return await Promise.race([step.then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
