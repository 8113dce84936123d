import { Subtitle2, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { isProblem, problemTrouble } from "../graphql/outcome.js";
import { useQuery } from "../graphql/use-query.js";
import { texts } from "../texts/texts.js";
import { Facts } from "./facts.js";
import { SkeletonRows } from "./skeleton-rows.js";
import { TroubleNotice } from "./trouble-notice.js";
import type { WhyTarget } from "./why-context.js";
import { WhyChanges } from "./why-changes.js";
import { WhyExclusion } from "./why-exclusion.js";
import { WhyPersonDocument } from "./why-operations.js";
import { WhyPaths } from "./why-paths.js";
import { WhySyncNow } from "./why-sync-now.js";
import { managedByWords, type WhyAnswer } from "./why-words.js";

const useStyles = makeStyles({
  about: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
});

interface Props {
  target: Extract<WhyTarget, { name: string }>;
  /** Tells how they stand, for the panel's title. */
  onStanding: (standing: WhyAnswer["standing"]) => void;
  onChanged: () => void;
  /** The notice is gone with its button; the focus needs a place inside the panel, or Escape no longer closes it. */
  onRetry: () => void;
  /** The way back to the search they were found by. */
  back: ReactNode;
}

/** The answer about one person, read anew after everything that is done here. */
export function WhyAbout({ target, onStanding, onChanged, onRetry, back }: Props) {
  const styles = useStyles();
  const { name: _, ...id } = target;
  const query = useQuery(WhyPersonDocument, id);
  const answer = query.status === "ready" ? query.data.whyPerson : null;
  const why = answer && !isProblem(answer) ? answer : null;
  const standing = why?.standing ?? null;

  useEffect(() => {
    if (standing) onStanding(standing);
  }, [standing, onStanding]);

  const changed = () => {
    query.reload();
    onChanged();
  };

  const retry = () => {
    onRetry();
    query.reload();
  };

  return (
    <div className={styles.about} aria-busy={query.status === "ready" && query.refreshing}>
      {back && <div>{back}</div>}
      {query.status === "loading" && <SkeletonRows rows={8} />}
      {query.status !== "loading" && query.trouble && <TroubleNotice trouble={query.trouble} onRetry={retry} />}
      {answer && isProblem(answer) && <TroubleNotice trouble={problemTrouble(answer)} onRetry={retry} />}
      {why && <Answer why={why} onChanged={changed} />}
    </div>
  );
}

function Answer({ why, onChanged }: { why: WhyAnswer; onChanged: () => void }) {
  const words = texts.why;
  const { user, person } = why;
  const directoryId = person?.directoryId ?? user?.directoryId ?? null;
  const mail = user?.email ?? person?.email ?? null;
  const signInName = user?.userPrincipalName ?? person?.userPrincipalName ?? null;
  return (
    <>
      <Subtitle2>
        {texts.server.standing(why.standing, why.message, person?.displayName ?? user?.displayName ?? "")}
      </Subtitle2>
      <Facts
        facts={[
          [words.rule, texts.server.whyRule(why.rule, why.ruleText)],
          [words.next, texts.server.sentences(why.nextSentences)],
          [words.handledBy, user && managedByWords(user)],
          [words.origin, user && texts.common.origin[user.origin]],
          [words.mail, mail],
          [words.signInName, signInName === mail ? null : signInName],
          [words.department, person?.department ?? null],
        ]}
      />
      <WhyPaths why={why} />
      {directoryId && <WhySyncNow directoryId={directoryId} onEnded={onChanged} />}
      {directoryId && <WhyExclusion why={why} directoryId={directoryId} onChanged={onChanged} />}
      <WhyChanges changes={why.changes} />
    </>
  );
}
