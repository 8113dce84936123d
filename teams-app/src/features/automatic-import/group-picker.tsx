import { Body1 } from "@fluentui/react-components";
import { useState } from "react";
import { cursorOf, firstPage, within } from "../../components/cursor-stack.js";
import { EmptyNote } from "../../components/empty-note.js";
import { ListTrouble } from "../../components/list-trouble.js";
import { Pager } from "../../components/pager.js";
import { SearchField } from "../../components/search-field.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { listTrouble } from "../../graphql/list-trouble.js";
import { useDebounced } from "../../components/use-debounced.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { GroupOptions } from "./group-options.js";
import { DirectoryGroupsDocument } from "./operations.js";
import type { ChosenGroup } from "./set-up-draft.js";

const groupsAtOnce = 20;

interface Props {
  chosen: ReadonlySet<string>;
  onToggle: (group: ChosenGroup, chosen: boolean) => void;
}

/** Searches the directory's groups, 20 at a time: a tenant may have thousands. */
export function GroupPicker({ chosen, onToggle }: Props) {
  const [typed, setTyped] = useState("");
  const wanted = typed.trim();
  const search = useDebounced(wanted);
  const [keptStack, setStack] = useState(firstPage(search));
  const stack = within(keptStack, search);
  const query = useQuery(DirectoryGroupsDocument, {
    first: groupsAtOnce,
    after: cursorOf(stack),
    search: search || null,
  });

  const words = texts.automaticImport.setUp;
  const trouble = listTrouble(query, (data) => data.directoryGroups);
  const answer = query.status === "ready" ? query.data.directoryGroups : null;
  const refreshing = query.status === "ready" && query.refreshing;
  const searching = wanted !== search || refreshing;
  return (
    <>
      <SearchField label={words.search} value={typed} onChange={setTyped} />
      {query.status === "loading" && <SkeletonRows rows={6} />}
      {trouble && <ListTrouble trouble={trouble} stack={stack} onMove={setStack} onRetry={query.reload} />}
      {answer?.__typename === "DirectoryGroupConnection" && (
        <div>
          {searching && <Body1>{words.searching}</Body1>}
          {answer.nodes.length === 0 ? (
            !searching && <EmptyNote>{search ? words.noGroup : words.noGroups}</EmptyNote>
          ) : (
            <GroupOptions groups={answer.nodes} busy={searching} chosen={chosen} onToggle={onToggle} />
          )}
          <Pager stack={stack} pageInfo={answer.pageInfo} busy={searching} onMove={setStack} />
        </div>
      )}
    </>
  );
}
