import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { TenantConnectionQuery } from "../graphql/generated/graphql.js";
import { texts } from "../texts/texts.js";
import { ConsentCard } from "./consent-card.js";
import { ConsentNews } from "./consent-news.js";
import { useCheckOnReturn } from "./use-check-on-return.js";
import { useConsentCheck } from "./use-consent-check.js";

interface Props {
  connection: TenantConnectionQuery["tenantConnection"];
  /** Where Microsoft's page leads back to. */
  returnPath: string;
  onChecked: () => void;
  /** The way back, where the person came here from another view of the same screen. */
  onCancel?: () => void;
  children: ReactNode;
}

/** Shows what needs the directory only while it may be read; otherwise what is needed and how to get it. */
export function ConnectionGate({ connection, returnPath, onChecked, onCancel, children }: Props) {
  const { check, checking, watch, ...news } = useConsentCheck(onChecked);
  const granted = connection.state === "GRANTED";
  useCheckOnReturn(!granted, check);
  if (granted) return children;

  const words = texts.welcome.consent;
  return (
    <>
      <ConsentNews {...news} onRetry={() => void check()} />
      <ConsentCard
        tenantId={connection.tenantId}
        returnPath={returnPath}
        primary
        onWindow={watch}
        onBack={() => void check()}
      >
        <Button disabledFocusable={checking} onClick={() => void check()}>
          {words.checkAgain}
        </Button>
        {onCancel && <Button onClick={onCancel}>{texts.common.cancel}</Button>}
      </ConsentCard>
    </>
  );
}
