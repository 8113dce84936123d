import { Body1, Button } from "@fluentui/react-components";
import { InnerLink } from "../../components/inner-link.js";
import { Page } from "../../components/page.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { ConnectionGate } from "../../components/connection-gate.js";
import { TenantConnectionDocument } from "../../graphql/operations.js";
import { useQuery } from "../../graphql/use-query.js";
import { cameFromConsent } from "../../components/consent-address.js";
import { navigate, usePlace } from "../../navigation.js";
import { texts } from "../../texts/texts.js";
import { PeopleStep } from "./people-step.js";
import { ProviderStep } from "./provider-step.js";

/** The chosen provider is in the address, so that Back and a reload do what people expect. */
const entraAddress = "/add-people?provider=entra";

/** Where from, whether it may be read, then who. */
export function AddPeoplePage() {
  const { query } = usePlace();
  const words = texts.addPeople;
  const chosen = query.get("provider") === "entra" || cameFromConsent(query);
  return (
    <Page
      title={words.title}
      actions={chosen && <Button onClick={() => navigate("/add-people")}>{words.changeProvider}</Button>}
    >
      <Body1>
        {words.automaticHint} <InnerLink to="/automatic-import">{words.automaticLink}</InnerLink>
      </Body1>
      {chosen ? <Entra /> : <ProviderStep onChoose={() => navigate(entraAddress)} />}
    </Page>
  );
}

function Entra() {
  const connection = useQuery(TenantConnectionDocument, {});
  if (connection.status === "loading") return <SkeletonRows rows={10} />;
  if (connection.status === "failed") return <TroubleNotice trouble={connection.trouble} onRetry={connection.reload} />;

  const { tenantConnection } = connection.data;
  return (
    <ConnectionGate connection={tenantConnection} returnPath="/add-people" onChecked={connection.reload}>
      <PeopleStep organisation={tenantConnection.tenantName} />
    </ConnectionGate>
  );
}
