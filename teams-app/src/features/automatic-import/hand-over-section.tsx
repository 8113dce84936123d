import { Body1, Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { Section } from "../../components/section.js";
import { useHoldsBack } from "../../components/steady.js";
import { useSyncStatus } from "../../components/sync-status.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useReloadAfterRun } from "../../components/use-reload-after-run.js";
import { useRequest } from "../../graphql/api-context.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { ByHandDocument, HandOverDocument } from "./operations.js";

interface Props {
  /** Asked for in the set-up: done by itself as soon as a run has told who is in the groups. */
  wanted: boolean;
  onDone: () => void;
}

/** Offers to hand people who came by hand to the groups; nothing while there is nobody to hand over. */
export function HandOverSection({ wanted, onDone }: Props) {
  const request = useRequest();
  const announce = useAnnounce();
  const status = useSyncStatus();
  const query = useQuery(ByHandDocument, {});
  const { reload } = query;
  useReloadAfterRun(reload);
  useHoldsBack(query.status === "loading");
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.automaticImport.handOver;
  const count = query.status === "ready" ? query.data.syncSettings.byHand : 0;
  const idle = status.status === "ready" && status.data.syncStatus.currentRun === null;

  const handOver = async () => {
    setPending(true);
    const input = { inChosenGroups: true, managedBy: "GROUPS" } as const;
    const outcome = outcomeOf(await request(HandOverDocument, { input }), (data) => data.setManagedBy);
    setPending(false);
    setAsking(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (!outcome.ok) return;
    announce(words.done(outcome.value.changed));
    reload();
    onDone();
  };

  const begun = useRef(false);
  const due = wanted && idle && count > 0;
  useEffect(() => {
    if (!due || begun.current) return;
    begun.current = true;
    void handOver();
  });

  if (count === 0) return null;
  return (
    <Section title={words.title}>
      <Body1>{words.body(count)}</Body1>
      {trouble && <TroubleNotice trouble={trouble} />}
      <div>
        <Button disabledFocusable={pending} onClick={() => setAsking(true)}>
          {words.action}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={words.confirm.title(count)}
          action={words.action}
          pending={pending}
          onConfirm={() => void handOver()}
          onCancel={() => setAsking(false)}
        >
          <Body1>{words.confirm.body}</Body1>
        </ConfirmDialog>
      )}
    </Section>
  );
}
