import { authentication } from "@microsoft/teams-js";
import type { WindowNews } from "../auth/session.js";
import { consentAddress, END_OF_POPUP } from "../components/consent-address.js";

const SIZE = { width: 600, height: 720 };

/**
 * Shows Microsoft's consent page in a popup of the host. Some hosts tell a finished one as cancelled, so that its result
 * is not looked at: only whether there was a window at all, which a person can do something about.
 */
export async function openConsent(tenantId: string): Promise<WindowNews> {
  // teams-js refuses plain http, which only the trial speaks; Microsoft's page refuses to be framed
  if (window.location.protocol !== "https:")
    return window.open(consentAddress(tenantId, null), "rollcall-consent") ? "OPEN" : "BLOCKED";
  const url = window.location.origin + consentAddress(tenantId, END_OF_POPUP);
  try {
    await authentication.authenticate({ url, ...SIZE });
    return "OVER";
  } catch (error) {
    return error instanceof Error && /FailedToOpenWindow/i.test(error.message) ? "BLOCKED" : "OVER";
  }
}
