import { useCallback, useState } from "react";
import { useRequest } from "../graphql/api-context.js";
import { CheckConsentDocument } from "../graphql/operations.js";
import { outcomeOf } from "../graphql/outcome.js";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
import { useAnnounce } from "./announcer.js";

/** Asks the server to look with fresh eyes whether the permissions are there; Microsoft's return page proves nothing. */
export function useConsentCheck(onChecked: () => void) {
  const request = useRequest();
  const announce = useAnnounce();
  const [checking, setChecking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [missing, setMissing] = useState(false);

  const check = useCallback(async () => {
    setChecking(true);
    const outcome = outcomeOf(await request(CheckConsentDocument, {}), (data) => data.checkConsent);
    const granted = outcome.ok && outcome.value.connection.state === "GRANTED";
    setChecking(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    setMissing(outcome.ok && !granted);
    if (outcome.ok) {
      announce(granted ? texts.welcome.consent.granted : texts.welcome.consent.stillMissing);
      onChecked();
    }
  }, [request, announce, onChecked]);

  return { check, checking, trouble, missing };
}
