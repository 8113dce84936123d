import { Body1, Button, Caption1, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { listTrouble } from "../graphql/list-trouble.js";
import type { FindPersonQuery } from "../graphql/generated/graphql.js";
import { useQuery } from "../graphql/use-query.js";
import { texts } from "../texts/texts.js";
import { SearchField } from "./search-field.js";
import { SkeletonRows } from "./skeleton-rows.js";
import { TroubleNotice } from "./trouble-notice.js";
import { useDebounced } from "./use-debounced.js";
import type { WhyTarget } from "./why-context.js";
import { FindPersonDocument } from "./why-operations.js";

const useStyles = makeStyles({
  search: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  person: { width: "100%", justifyContent: "start", textAlign: "start", fontWeight: "inherit" },
  lines: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  second: { color: tokens.colorNeutralForeground2 },
});

type Picked = (search: string, target: Extract<WhyTarget, { directoryId: string }>) => void;

/** Finds somebody in the whole directory, here or not. */
export function WhySearch({ words: start, onPick }: { words: string; onPick: Picked }) {
  const styles = useStyles();
  const [typed, setTyped] = useState(start);
  const search = useDebounced(typed.trim());
  const words = texts.why.search;
  return (
    <div className={styles.search}>
      <Body1>{words.lead}</Body1>
      <SearchField label={words.field} value={typed} onChange={setTyped} />
      {search.length < 2 ? (
        <Body1>{words.tooShort}</Body1>
      ) : (
        <Found search={search} onPick={(target) => onPick(search, target)} />
      )}
    </div>
  );
}

type Person = Extract<FindPersonQuery["candidates"], { __typename: "CandidateConnection" }>["nodes"][number];

function Found({ search, onPick }: { search: string; onPick: (target: Parameters<Picked>[1]) => void }) {
  const styles = useStyles();
  const query = useQuery(FindPersonDocument, { search });
  const words = texts.why.search;
  const trouble = listTrouble(query, (data) => data.candidates);
  const found =
    query.status === "ready" && query.data.candidates.__typename !== "Problem" ? query.data.candidates : null;

  if (query.status === "loading") return <SkeletonRows rows={4} />;
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} onRetry={query.reload} />}
      {found && (
        <>
          <Text role="status">{found.nodes.length === 0 ? words.none(search) : words.found(found.nodes.length)}</Text>
          <ul className={styles.list} aria-label={words.results}>
            {found.nodes.map((person) => (
              <li key={person.directoryId}>
                <Button
                  appearance="subtle"
                  className={styles.person}
                  onClick={() => onPick({ directoryId: person.directoryId, name: person.displayName })}
                >
                  <span className={styles.lines}>
                    <span>{person.displayName}</span>
                    <Caption1 className={styles.second}>{secondLine(person)}</Caption1>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
          {found.pageInfo.hasNextPage && <Body1>{words.more}</Body1>}
        </>
      )}
    </>
  );
}

function secondLine({ user, email, userPrincipalName, department }: Person): string {
  const words = texts.why.search;
  const here = user ? (user.status === "DISABLED" ? words.disabled : words.here) : words.notHere;
  return [here, email ?? userPrincipalName, department].filter(Boolean).join(" · ");
}
