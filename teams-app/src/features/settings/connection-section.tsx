import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { ButtonRow } from "../../components/button-row.js";
import { ConsentNews } from "../../components/consent-news.js";
import { ReviewPermissions } from "../../components/consent-review.js";
import { CopyButton } from "../../components/copy-button.js";
import { Facts } from "../../components/facts.js";
import { Section } from "../../components/section.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { useSyncStatus } from "../../components/sync-status.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useCheckOnReturn } from "../../components/use-check-on-return.js";
import { useConsentCheck } from "../../components/use-consent-check.js";
import type { ConsentState, HealthState } from "../../graphql/generated/graphql.js";
import { TenantConnectionDocument } from "../../graphql/operations.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { ConsentEventDocument } from "./operations.js";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

const colors: Record<ConsentState | "UNREADABLE", "success" | "warning" | "danger" | "informative"> = {
  UNREADABLE: "danger",
  GRANTED: "success",
  MISSING: "warning",
  LOST: "danger",
  UNKNOWN: "informative",
};

const keptOut: ReadonlySet<HealthState> = new Set(["TENANT_UNKNOWN", "ACCESS_BLOCKED", "CREDENTIALS_REFUSED"]);

/** Which tenant, whether it may be read, and how to mend it if not. */
export function ConnectionSection() {
  const styles = useStyles();
  const query = useQuery(TenantConnectionDocument, {});
  const { check, checking, watch, ...news } = useConsentCheck(query.reload);
  const events = useQuery(ConsentEventDocument, {});
  const by = events.status === "ready" ? events.data.auditEvents.nodes[0]?.by.name : undefined;
  const words = texts.settings.connection;
  const sync = useSyncStatus();

  useCheckOnReturn(query.status !== "loading", check);

  if (query.status === "loading") return <SkeletonRows rows={6} />;
  if (query.status === "failed") return <TroubleNotice trouble={query.trouble} onRetry={query.reload} />;

  const { tenantConnection: connection } = query.data;
  // The approval may still stand while something else keeps us out; the bar above says what.
  const shut = sync.status === "ready" && keptOut.has(sync.data.syncStatus.health.state);
  const state = connection.state === "GRANTED" && shut ? "UNREADABLE" : connection.state;
  return (
    <Section title={words.title}>
      <Facts
        facts={[
          [words.organisation, connection.tenantName],
          [words.tenantId, connection.tenantId],
          [
            words.state,
            <>
              <Badge appearance="tint" color={colors[state]}>
                {words.states[state]}
              </Badge>{" "}
              {connection.checkedAt && words.checkedAt(connection.checkedAt)}
            </>,
          ],
          [words.granted, connection.grantedAt ? words.grantedAt(connection.grantedAt, by ?? null) : null],
          [
            words.permissions,
            <ul className={styles.list}>
              {connection.permissions.map(({ name, purpose }) => (
                <li key={name}>
                  {texts.server.permission(name, purpose)} <code>({name})</code>
                </li>
              ))}
            </ul>,
          ],
        ]}
      />
      <ConsentNews {...news} onRetry={() => void check()} />
      <ButtonRow>
        <Button disabledFocusable={checking} onClick={() => void check()}>
          {words.checkAgain}
        </Button>
        <ReviewPermissions
          tenantId={connection.tenantId}
          returnPath="/settings"
          primary={connection.state !== "GRANTED"}
          onWindow={watch}
          onBack={() => void check()}
        />
        <CopyButton label={words.copyLink} value={connection.consentUrl} />
      </ButtonRow>
    </Section>
  );
}
