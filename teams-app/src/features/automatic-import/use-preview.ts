import type { SyncChoiceInput } from "../../graphql/generated/graphql.js";
import { listTrouble } from "../../graphql/list-trouble.js";
import type { Trouble } from "../../graphql/trouble.js";
import { useQuery } from "../../graphql/use-query.js";
import { SyncPreviewDocument } from "./operations.js";
import type { Preview } from "./preview-words.js";

export interface PreviewState {
  /** Of the present choice, and no older one: its token goes with what it shows. */
  preview: Preview | null;
  loading: boolean;
  trouble: Trouble | null;
  reload: () => void;
}

/** What a run would do under this choice; null for the choice that is stored. */
export function usePreview(choice: SyncChoiceInput | null): PreviewState {
  const query = useQuery(SyncPreviewDocument, { choice });
  const { reload } = query;
  if (query.status === "loading" || (query.status === "ready" && query.refreshing))
    return { preview: null, loading: true, trouble: null, reload };
  const trouble = listTrouble(query, (data) => data.syncPreview);
  if (query.status === "failed" || trouble) return { preview: null, loading: false, trouble, reload };
  const answer = query.data.syncPreview;
  return { preview: answer.__typename === "SyncPreview" ? answer : null, loading: false, trouble: null, reload };
}
