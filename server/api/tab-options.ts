import type { TabOptions } from "./tab.js";

const LOGIN = "https://login.microsoftonline.com";

interface About {
  readonly clientId: string;
  readonly publicUrl: string;
  readonly frameAncestors: readonly string[];
  /** Microsoft's sign-in as a browser reaches it. */
  readonly loginUrl: string;
  /** The pretend Microsoft; null in earnest. */
  readonly simulatorUrl: string | null;
}

/**
 * What the tab is told and may do. The pretend Microsoft has a page that plays Teams: only while it is on may its origin
 * frame the tab, and only then does the tab know of it.
 */
export function tabOptions({
  clientId,
  publicUrl,
  frameAncestors,
  loginUrl,
  simulatorUrl,
}: About): Omit<TabOptions, "folder"> {
  return {
    frameAncestors: simulatorUrl ? [...frameAncestors, simulatorUrl] : frameAncestors,
    loginOrigin: new URL(loginUrl).origin,
    settings: {
      clientId,
      scope: `api://${new URL(publicUrl).hostname}/${clientId}/access_as_user`,
      authorizeUrl: `${loginUrl}/{tenant}/oauth2/v2.0/authorize`,
      tokenUrl: `${loginUrl}/{tenant}/oauth2/v2.0/token`,
      logoutUrl: `${loginUrl}/{tenant}/oauth2/v2.0/logout`,
      issuerTemplate: `${LOGIN}/{tenantid}/v2.0`,
      ...(simulatorUrl ? { demo: { controlUrl: `${simulatorUrl}/`, teamsUrl: `${simulatorUrl}/teams` } } : {}),
    },
  };
}
