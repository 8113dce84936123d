import { useEffect, useRef } from "react";
import { usePlace } from "../navigation.js";
import { cameFromConsent } from "./consent-address.js";

/** Whoever comes back from Microsoft's page expects the answer, not another button; once is enough. */
export function useCheckOnReturn(wanted: boolean, check: () => Promise<void>): void {
  const returned = cameFromConsent(usePlace().query);
  const checked = useRef(false);
  useEffect(() => {
    if (!wanted || !returned || checked.current) return;
    checked.current = true;
    void check();
  }, [wanted, returned, check]);
}
