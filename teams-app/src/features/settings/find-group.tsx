import { Text } from "@fluentui/react-components";
import { useState } from "react";
import { PickList } from "../../components/pick-list.js";
import { SearchField } from "../../components/search-field.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useDebounced } from "../../components/use-debounced.js";
import type { FindGroupQuery } from "../../graphql/generated/graphql.js";
import { listTrouble } from "../../graphql/list-trouble.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { FindGroupDocument } from "./operations.js";

type Connection = Extract<FindGroupQuery["directoryGroups"], { __typename: "DirectoryGroupConnection" }>;
export type FoundGroup = Connection["nodes"][number];

/** Finds a group of the directory; one that cannot be taken says why. */
export function FindGroup({ label, onPick }: { label: string; onPick: (group: FoundGroup) => void }) {
  const [typed, setTyped] = useState("");
  const search = useDebounced(typed.trim());
  const query = useQuery(FindGroupDocument, { search: search || null });
  const words = texts.settings.exclusions;
  const trouble = listTrouble(query, (data) => data.directoryGroups);
  const answer = query.status === "ready" ? query.data.directoryGroups : null;
  const groups = answer?.__typename === "DirectoryGroupConnection" ? answer.nodes : null;
  return (
    <>
      <SearchField label={label} value={typed} onChange={setTyped} startsHere />
      {query.status === "loading" && <SkeletonRows rows={3} />}
      {trouble && <TroubleNotice trouble={trouble} onRetry={query.reload} />}
      {groups?.length === 0 && <Text role="status">{words.noGroup}</Text>}
      {groups && (
        <PickList
          label={words.foundGroups}
          items={groups.map((group) => ({
            id: group.id,
            name: group.displayName,
            detail: group.choosable ? (group.description ?? "") : texts.common.membersHidden,
            disabled: !group.choosable,
            onPick: () => onPick(group),
          }))}
        />
      )}
    </>
  );
}
