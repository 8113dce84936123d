import { useCallback, useEffect, useMemo, useState } from "react";
import type { Session } from "./auth/session.js";
import { forgetInvite, rememberedInvite } from "./auth/sign-in-storage.js";
import { cameFromConsent } from "./components/consent-address.js";
import { KeptForSession } from "./components/kept.js";
import { lazyPart } from "./components/lazy-part.js";
import { LoadingPage } from "./components/loading-page.js";
import { QuietPage } from "./components/quiet-page.js";
import { SaidOnceProvider } from "./components/said-once.js";
import { SessionContext } from "./components/session-context.js";
import { TroubleNotice } from "./components/trouble-notice.js";
import { EmployeeFrame } from "./employee-frame.js";
import { NoTokenPage } from "./features/welcome/no-token-page.js";
import { OpenAccountPage } from "./features/welcome/open-account-page.js";
import { RefusedPage } from "./features/welcome/refused-page.js";
import { ApiContext } from "./graphql/api-context.js";
import { createRequest } from "./graphql/client.js";
import { ViewerDocument } from "./graphql/operations.js";
import type { Refusal } from "./graphql/refusal.js";
import type { Trouble } from "./graphql/trouble.js";
import { useQuery } from "./graphql/use-query.js";
import { navigate, usePlace } from "./navigation.js";
import { texts } from "./texts/texts.js";

// Most people are employees or turned away: only admins load the screens of admins.
const AdminFrame = lazyPart(async () => (await import("./admin-frame.js")).AdminFrame, { meanwhile: <LoadingPage /> });

/** Everything behind the sign-in. A refusal in any answer, also a later one, leads to the page that explains it. */
export function SignedIn({ session }: { session: Session }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [viewerRound, setViewerRound] = useState(0);

  const onTrouble = useCallback((trouble: Trouble) => {
    if (trouble.kind !== "refused") return;
    // An admin no longer: the viewer is read anew and gets an employee's page; everybody else is out altogether.
    if (trouble.refusal.reason === "NOT_ADMIN") setViewerRound((round) => round + 1);
    else setRefusal(trouble.refusal);
  }, []);
  const look = useCallback(async () => (await session.getToken({ fresh: false })).ok, [session]);
  const request = useMemo(() => createRequest(session, onTrouble), [session, onTrouble]);

  return (
    <SessionContext value={session}>
      <ApiContext value={request}>
        <SaidOnceProvider>
          <KeptForSession>
            {refusal ? (
              <Refused refusal={refusal} onResolved={() => setRefusal(null)} />
            ) : (
              <ViewerGate round={viewerRound} look={look} />
            )}
          </KeptForSession>
        </SaidOnceProvider>
      </ApiContext>
    </SessionContext>
  );
}

function Refused({ refusal, onResolved }: { refusal: Refusal; onResolved: () => void }) {
  const { query } = usePlace();
  const invite = rememberedInvite();
  // Whoever holds an invitation is shown the way in; whether it is good, the server says.
  if (refusal.reason !== "NO_ACCOUNT" || !(refusal.mayOpenAccount || invite)) {
    return <RefusedPage refusal={refusal} onRetry={onResolved} />;
  }
  return (
    <OpenAccountPage
      refusal={refusal}
      invite={invite}
      returned={cameFromConsent(query)}
      onOpened={() => {
        forgetInvite();
        navigate("/users", { replace: true });
        onResolved();
      }}
    />
  );
}

/** `round` counts the reasons to read the viewer anew; the screen stays mounted, or a confused server made it flicker. */
function ViewerGate({ round, look }: { round: number; look: () => Promise<boolean> }) {
  const { reload, ...query } = useQuery(ViewerDocument, {});

  useEffect(() => {
    if (round > 0) reload();
  }, [round, reload]);

  if (query.status === "loading") return <LoadingPage />;
  if (query.status === "failed") {
    if (query.trouble.kind === "refused") return <LoadingPage />;
    if (query.trouble.kind === "host")
      return <NoTokenPage detail={query.trouble.detail} look={look} onToken={reload} />;
    return (
      <QuietPage
        title={query.trouble.kind === "ended" ? texts.common.trouble.signInAgain : texts.welcome.startFailed}
        lines={[]}
        details={<TroubleNotice trouble={query.trouble} onRetry={reload} />}
      />
    );
  }
  const { viewer } = query.data;
  if (viewer.user.role !== "ADMIN") return <EmployeeFrame viewer={viewer} />;
  return <AdminFrame viewer={viewer} />;
}
