import { useCallback, useState } from "react";
import { useRequest } from "../graphql/api-context.js";
import { CheckConsentDocument } from "../graphql/operations.js";
import { outcomeOf } from "../graphql/outcome.js";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
import { useAnnounce } from "./announcer.js";
import { useSyncStatus } from "./sync-status.js";
import { useConsentWatch } from "./use-consent-watch.js";

/**
 * Asks the server to look with fresh eyes whether the permissions are there; Microsoft's return page proves nothing.
 * `watch` goes on asking by itself while the person is in Microsoft's window, and stays silent until the answer is yes.
 */
export function useConsentCheck(onChecked: () => void) {
  const request = useRequest();
  const announce = useAnnounce();
  const { reload: reloadStatus } = useSyncStatus();
  const [checking, setChecking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [missing, setMissing] = useState(false);

  const ask = useCallback(async () => {
    const outcome = outcomeOf(await request(CheckConsentDocument, {}), (data) => data.checkConsent);
    const granted = outcome.ok && outcome.value.connection.state === "GRANTED";
    if (granted) {
      setTrouble(null);
      setMissing(false);
      announce(texts.welcome.consent.granted);
      onChecked();
      // The bar under the tabs would go on saying that the permissions are gone until its next poll.
      reloadStatus();
    }
    return { outcome, granted };
  }, [request, announce, onChecked, reloadStatus]);

  const check = useCallback(async () => {
    setChecking(true);
    const { outcome, granted } = await ask();
    setChecking(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    setMissing(outcome.ok && !granted);
    if (!outcome.ok || granted) return;
    onChecked();
  }, [ask, onChecked]);

  const look = useCallback(async () => (await ask()).granted, [ask]);
  const { watching, watch } = useConsentWatch(look);

  return { check, checking, trouble, missing, watching, watch };
}
