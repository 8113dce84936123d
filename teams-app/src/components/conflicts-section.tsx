import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { cursorOf, firstPage } from "./cursor-stack.js";
import { lazyPart } from "./lazy-part.js";
import { Notice } from "./notice.js";
import { Pager } from "./pager.js";
import { Section } from "./section.js";
import { SkeletonRows } from "./skeleton-rows.js";
import { useHoldsBack } from "./steady.js";
import { TroubleNotice } from "./trouble-notice.js";
import { useReloadAfterRun } from "./use-reload-after-run.js";
import { useQuery } from "../graphql/use-query.js";
import { texts } from "../texts/texts.js";
import { ConflictsDocument } from "./conflict-operations.js";

// Few accounts have any, and fewer admins open them.
const ConflictList = lazyPart(async () => (await import("./conflict-list.js")).ConflictList, {
  meanwhile: <SkeletonRows rows={4} />,
});

/** People whose mail a user here has: only an admin can say whether they are the same. Nothing while there are none. */
export function ConflictsSection({ onDecided }: { onDecided: () => void }) {
  const [open, setOpen] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const [stack, setStack] = useState(firstPage(""));
  const query = useQuery(ConflictsDocument, { first: 25, after: cursorOf(stack) });
  useReloadAfterRun(query.reload);
  useHoldsBack(query.status === "loading");
  const words = texts.users.conflicts;

  if (query.status === "loading") return null;
  // The list of users says what is wrong already; here it says it once more only when it is another trouble.
  if (query.status === "failed") return <TroubleNotice trouble={query.trouble} onRetry={query.reload} />;
  const { nodes, totalCount, pageInfo } = query.data.conflicts;
  if (totalCount === 0 && !news) return null;

  const decided = (said: string) => {
    setNews(said);
    setStack(firstPage(""));
    query.reload();
    onDecided();
  };
  return (
    <>
      {totalCount > 0 && !open && (
        <Notice intent="warning" actions={<Button onClick={() => setOpen(true)}>{words.show}</Button>}>
          {words.notice(totalCount)}
        </Notice>
      )}
      {open && totalCount > 0 && (
        <Section title={words.title} actions={<Button onClick={() => setOpen(false)}>{words.hide}</Button>}>
          <ConflictList conflicts={nodes} onDecided={decided} />
          <Pager stack={stack} pageInfo={pageInfo} busy={query.refreshing} onMove={setStack} />
        </Section>
      )}
      {news && (
        <Notice key={news} intent="success">
          {news}
        </Notice>
      )}
    </>
  );
}
