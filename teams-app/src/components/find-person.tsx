import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { listTrouble } from "../graphql/list-trouble.js";
import type { FindPersonQuery } from "../graphql/generated/graphql.js";
import { useQuery } from "../graphql/use-query.js";
import { texts } from "../texts/texts.js";
import { PickList } from "./pick-list.js";
import { SearchField } from "./search-field.js";
import { SkeletonRows } from "./skeleton-rows.js";
import { TroubleNotice } from "./trouble-notice.js";
import { useDebounced } from "./use-debounced.js";
import { FindPersonDocument } from "./why-operations.js";

const useStyles = makeStyles({
  find: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

export type FoundPerson = Extract<
  FindPersonQuery["candidates"],
  { __typename: "CandidateConnection" }
>["nodes"][number];

interface Props {
  label: string;
  /** What stands in the field at first. */
  start?: string;
  startsHere?: boolean;
  /** `search`: what they were found by. */
  onPick: (person: FoundPerson, search: string) => void;
}

/** Finds somebody in the whole directory, here or not, and lets one be picked. */
export function FindPerson({ label, start = "", startsHere = false, onPick }: Props) {
  const styles = useStyles();
  const [typed, setTyped] = useState(start);
  const search = useDebounced(typed.trim());
  return (
    <div className={styles.find}>
      <SearchField label={label} value={typed} onChange={setTyped} startsHere={startsHere} />
      {search.length < 2 ? (
        <Text>{texts.why.search.tooShort}</Text>
      ) : (
        <Found search={search} onPick={(person) => onPick(person, search)} />
      )}
    </div>
  );
}

function Found({ search, onPick }: { search: string; onPick: (person: FoundPerson) => void }) {
  const query = useQuery(FindPersonDocument, { search });
  const words = texts.why.search;
  const trouble = listTrouble(query, (data) => data.candidates);
  const answer = query.status === "ready" ? query.data.candidates : null;
  const found = answer?.__typename === "CandidateConnection" ? answer : null;

  if (query.status === "loading") return <SkeletonRows rows={4} />;
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} onRetry={query.reload} />}
      {found && (
        <>
          <Text role="status">{found.nodes.length === 0 ? words.none(search) : words.found(found.nodes.length)}</Text>
          <PickList
            label={words.results}
            items={found.nodes.map((person) => ({
              id: person.directoryId,
              name: person.displayName,
              detail: secondLine(person),
              onPick: () => onPick(person),
            }))}
          />
          {found.pageInfo.hasNextPage && <Text>{words.more}</Text>}
        </>
      )}
    </>
  );
}

function secondLine({ user, email, userPrincipalName, department }: FoundPerson): string {
  const words = texts.why.search;
  const here = user ? (user.status === "DISABLED" ? words.disabled : words.here) : words.notHere;
  return [here, email ?? userPrincipalName, department].filter(Boolean).join(" · ");
}
