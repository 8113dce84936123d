import { Body1, Button } from "@fluentui/react-components";
import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { Section } from "../../components/section.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { DisableAutomaticImportDocument } from "./operations.js";

/** Stops automatic import, having said that users stay as they are. */
export function DisableSection({ onDisabled }: { onDisabled: () => void }) {
  const request = useRequest();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.automaticImport.on;

  const disable = async () => {
    setPending(true);
    const answer = await request(DisableAutomaticImportDocument, {});
    const outcome = outcomeOf(answer, (data) => data.disableAutomaticImport);
    setPending(false);
    setAsking(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (!outcome.ok) return;
    announce(words.disabled);
    onDisabled();
  };

  return (
    <Section title={words.disableTitle}>
      <Body1>{words.disableHint}</Body1>
      {trouble && <TroubleNotice trouble={trouble} />}
      <div>
        <Button onClick={() => setAsking(true)}>{words.disable}</Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={words.confirmDisable.title}
          action={words.disable}
          pending={pending}
          onConfirm={() => void disable()}
          onCancel={() => setAsking(false)}
        >
          <Body1>{words.confirmDisable.body}</Body1>
        </ConfirmDialog>
      )}
    </Section>
  );
}
