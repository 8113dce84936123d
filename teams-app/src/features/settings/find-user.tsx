import { Text } from "@fluentui/react-components";
import { useState } from "react";
import { PickList } from "../../components/pick-list.js";
import { SearchField } from "../../components/search-field.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useDebounced } from "../../components/use-debounced.js";
import type { FindUserQuery } from "../../graphql/generated/graphql.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { FindUserDocument } from "./operations.js";

export type FoundUser = FindUserQuery["users"]["nodes"][number];

/** Finds a user who can sign in and does not administer yet. */
export function FindUser({ label, onPick }: { label: string; onPick: (user: FoundUser) => void }) {
  const [typed, setTyped] = useState("");
  const search = useDebounced(typed.trim());
  const query = useQuery(FindUserDocument, { search: search || null });
  const words = texts.settings.admins;
  return (
    <>
      <SearchField label={label} value={typed} onChange={setTyped} startsHere />
      {query.status === "loading" && <SkeletonRows rows={3} />}
      {query.status !== "loading" && query.trouble && <TroubleNotice trouble={query.trouble} onRetry={query.reload} />}
      {query.status === "ready" && query.data.users.nodes.length === 0 && <Text role="status">{words.nobody}</Text>}
      {query.status === "ready" && (
        <PickList
          label={words.found}
          items={query.data.users.nodes.map((user) => ({
            id: user.id,
            name: user.displayName,
            detail: user.email ?? user.userPrincipalName ?? "",
            onPick: () => onPick(user),
          }))}
        />
      )}
    </>
  );
}
