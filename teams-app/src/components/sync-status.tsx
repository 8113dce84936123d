import { createContext, useContext, useEffect, useRef, type ReactNode } from "react";
import type { SyncStatusQuery } from "../graphql/generated/graphql.js";
import { SyncStatusDocument } from "../graphql/operations.js";
import { useQuery, type Query } from "../graphql/use-query.js";
import { texts } from "../texts/texts.js";
import { useAnnounce } from "./announcer.js";

const SyncStatusContext = createContext<Query<SyncStatusQuery>>({ status: "loading", reload: () => undefined });

/** The sync's state, read once for all screens. */
export const useSyncStatus = (): Query<SyncStatusQuery> => useContext(SyncStatusContext);

/** Often while a run goes on, since people watch it; seldom otherwise. Milliseconds. */
const pollEvery = ({ syncStatus }: SyncStatusQuery): number => (syncStatus.currentRun ? 2000 : 10_000);

/** Polls the sync's state for all below, and says when a run starts and ends. */
export function SyncStatusProvider({ children }: { children: ReactNode }) {
  const query = useQuery(SyncStatusDocument, {}, { pollEvery });
  useAnnouncedRuns(query.status === "ready" ? query.data : null);
  return <SyncStatusContext value={query}>{children}</SyncStatusContext>;
}

/** The id of the last finished run, for lists that must be read anew when it changes. */
export function useLastRunId(): string | null {
  const query = useSyncStatus();
  return query.status === "ready" ? (query.data.syncStatus.lastRun?.id ?? null) : null;
}

function useAnnouncedRuns(data: SyncStatusQuery | null): void {
  const announce = useAnnounce();
  const known = useRef<{ running: boolean } | null>(null);
  const running = data ? data.syncStatus.currentRun !== null : null;

  useEffect(() => {
    if (running === null) return;
    if (known.current && known.current.running !== running) {
      announce(running ? texts.sync.runStarted : texts.sync.runEnded);
    }
    known.current = { running };
  }, [running, announce]);
}
