import { app, authentication, FrameContexts, HostClientType, pages } from "@microsoft/teams-js";
import type { TabConfig } from "../auth/config.js";
import type { HostPage, Session } from "../auth/session.js";
import { cameFromConsent } from "../components/consent-address.js";
import { subPageOf } from "./deep-link.js";
import { openConsent } from "./popup.js";

export interface TeamsHost {
  session: Session;
  /** The reader's, as Teams has it ("en-us"). Teams loads the tab anew when it is changed. */
  locale: string;
  /** What a deep link names of the tab. */
  subPageId: string | null;
  theme: string;
  onThemeChange(listener: (theme: string) => void): void;
}

/** teams-js waits 60 s for a parent that never answers, and for ever for what comes next; nobody looks at a blank page that long. */
const patience = 5000;

const PHONES: readonly string[] = [HostClientType.android, HostClientType.ios, HostClientType.ipados];

/** Joins the Teams host around us; null when whoever frames or opened us does not answer as one in time. */
export async function joinTeams(demo: TabConfig["demo"]): Promise<TeamsHost | null> {
  if (!(await initialize(demo))) return null;
  app.notifyAppLoaded();
  const context = await inTime(app.getContext());
  if (!context) return null;
  void app.notifySuccess();
  return {
    locale: context.app.locale,
    subPageId: context.page.subPageId || null,
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
      around: hostPage(context),
      demo,
    },
  };
}

/** In the popup: says that Microsoft's page was left, so that the host closes the window. Nobody believes more of it. */
export async function endPopup(demo: TabConfig["demo"]): Promise<void> {
  if (!(await initialize(demo)) || app.getFrameContext() !== FrameContexts.authentication) return;
  if (cameFromConsent(new URLSearchParams(window.location.search))) authentication.notifySuccess("returned");
  else authentication.notifyFailure("not approved");
}

function hostPage(context: app.Context): HostPage {
  return {
    tenantHint: context.user?.tenant?.id ?? null,
    phone: PHONES.includes(context.app.host.clientType),
    openConsent,
    shareLink: pages.isSupported()
      ? (path, label) => pages.shareDeepLink({ subPageId: subPageOf(path), subPageLabel: label })
      : null,
  };
}

/** Only the pretend Microsoft may add a host to those that teams-js knows. */
async function initialize(demo: TabConfig["demo"]): Promise<boolean> {
  const hosts = demo ? [new URL(demo.teamsUrl).origin] : [];
  return (await inTime(app.initialize(hosts).then(() => true))) ?? false;
}

/** What the host says; null when it does not in time, or refuses. */
async function inTime<T>(asked: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
