import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useRequest } from "../graphql/api-context.js";
import { StopImportDocument } from "../graphql/operations.js";
import { outcomeOf } from "../graphql/outcome.js";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
import { useAnnounce } from "./announcer.js";
import { TroubleNotice } from "./trouble-notice.js";

/** Ends an import of everybody who matches before its end. It takes a moment, during which it says so. */
export function StopImport({ run }: { run: { id: string; stopAskedBy: string | null } }) {
  const request = useRequest();
  const announce = useAnnounce();
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.sync;
  const stopping = asked || run.stopAskedBy !== null;

  const stop = async () => {
    setAsked(true);
    const outcome = outcomeOf(await request(StopImportDocument, { runId: run.id }), (data) => data.stopImport);
    setTrouble(outcome.ok ? null : outcome.trouble);
    setAsked(outcome.ok);
    if (outcome.ok) announce(words.stopAsked);
  };

  return (
    <>
      <Button disabledFocusable={stopping} onClick={() => void stop()}>
        {stopping ? words.stopping : words.stop}
      </Button>
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  );
}
