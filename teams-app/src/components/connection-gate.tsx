import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import type { TenantConnectionQuery } from "../graphql/generated/graphql.js";
import { usePlace } from "../navigation.js";
import { texts } from "../texts/texts.js";
import { cameFromConsent } from "./consent-address.js";
import { ConsentCard } from "./consent-card.js";
import { TroubleNotice } from "./trouble-notice.js";
import { useConsentCheck } from "./use-consent-check.js";

interface Props {
  connection: TenantConnectionQuery["tenantConnection"];
  /** Where Microsoft's page leads back to. */
  returnPath: string;
  onChecked: () => void;
  children: ReactNode;
}

/** Shows what needs the directory only while it may be read; otherwise what is needed and how to get it. */
export function ConnectionGate({ connection, returnPath, onChecked, children }: Props) {
  const { check, checking, trouble, missing } = useConsentCheck(onChecked);
  const granted = connection.state === "GRANTED";
  useCheckOnReturn(granted, check);
  if (granted) return children;

  const words = texts.welcome.consent;
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} onRetry={() => void check()} />}
      {missing && !trouble && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.stillMissing}</MessageBarBody>
        </MessageBar>
      )}
      <ConsentCard tenantId={connection.tenantId} returnPath={returnPath} primary>
        <Button disabledFocusable={checking} onClick={() => void check()}>
          {words.checkAgain}
        </Button>
      </ConsentCard>
    </>
  );
}

/** Whoever comes back from Microsoft's page expects the answer, not another button; once is enough. */
function useCheckOnReturn(granted: boolean, check: () => Promise<void>): void {
  const returned = cameFromConsent(usePlace().query);
  const checked = useRef(false);
  useEffect(() => {
    if (granted || !returned || checked.current) return;
    checked.current = true;
    void check();
  }, [granted, returned, check]);
}
