import { Body1, Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useState } from "react";
import { useRequest } from "../graphql/api-context.js";
import type { PersonRunQuery } from "../graphql/generated/graphql.js";
import { outcomeOf } from "../graphql/outcome.js";
import type { Trouble } from "../graphql/trouble.js";
import { useQuery } from "../graphql/use-query.js";
import { texts } from "../texts/texts.js";
import { TroubleNotice } from "./trouble-notice.js";
import { PersonRunDocument, RefreshPersonDocument } from "./why-operations.js";
import { WhyPart } from "./why-part.js";
import { personRunNews } from "./why-words.js";

/** Does for one person what the next run would, and says what came of it. */
export function WhySyncNow({ directoryId, onEnded }: { directoryId: string; onEnded: () => void }) {
  const request = useRequest();
  const [pending, setPending] = useState(false);
  const [runId, setRunId] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.why.sync;

  const start = async () => {
    setPending(true);
    setTrouble(null);
    setRunId(null);
    const outcome = outcomeOf(await request(RefreshPersonDocument, { directoryId }), (data) => data.refreshPerson);
    if (outcome.ok) return setRunId(outcome.value.run.id);
    setPending(false);
    setTrouble(outcome.trouble);
  };
  const ended = () => {
    setPending(false);
    onEnded();
  };

  return (
    <WhyPart title={words.title}>
      <Body1>{words.body}</Body1>
      <Button appearance="primary" disabledFocusable={pending} onClick={() => void start()}>
        {words.action}
      </Button>
      {/* A region of its own: while the panel is open, the page's is hidden from screen readers. */}
      <div role="status">
        {pending && !runId && <Body1>{words.running}</Body1>}
        {runId && <Outcome key={runId} runId={runId} onEnded={ended} />}
      </div>
      {trouble && <TroubleNotice trouble={trouble} onRetry={() => void start()} />}
    </WhyPart>
  );
}

const pollEvery = ({ run }: PersonRunQuery): number | null => (run?.status === "RUNNING" ? 1000 : null);

function Outcome({ runId, onEnded }: { runId: string; onEnded: () => void }) {
  const query = useQuery(PersonRunDocument, { id: runId }, { pollEvery });
  const news = query.status === "ready" ? personRunNews(query.data.run) : null;
  const ended = news !== null && !news.running;

  const tell = useEffectEvent(onEnded);

  useEffect(() => {
    if (ended) tell();
  }, [ended]);

  if (query.status === "failed") return <TroubleNotice trouble={query.trouble} onRetry={query.reload} />;
  return (
    <>
      {!ended && <Body1>{news?.text ?? texts.why.sync.running}</Body1>}
      {ended && (
        <MessageBar intent={news.intent} layout="multiline">
          <MessageBarBody>{news.text}</MessageBarBody>
        </MessageBar>
      )}
      {query.status === "ready" && query.trouble && <TroubleNotice trouble={query.trouble} onRetry={query.reload} />}
    </>
  );
}
