import { Button } from "@fluentui/react-components";
import { EmptyNote } from "../../components/empty-note.js";
import { useOpenWhy } from "../../components/why-context.js";
import { texts } from "../../texts/texts.js";
import { isFiltered, type UserFilters } from "./users-query.js";

interface Props {
  filters: UserFilters;
  /** What the list was asked for. */
  search: string;
  onClear: () => void;
}

/** Nobody is here at all, or nobody like this: then the question is why, and the panel looks in the whole directory. */
export function NobodyToList({ filters, search, onClear }: Props) {
  const open = useOpenWhy();
  const words = texts.users;
  if (!isFiltered(filters)) return <EmptyNote>{`${words.emptyTitle}. ${words.emptyBody}`}</EmptyNote>;
  const filtered = isFiltered({ ...filters, search: "" });
  return (
    <EmptyNote
      action={
        <>
          {search !== "" && (
            <Button aria-haspopup="dialog" onClick={() => open({ search })}>
              {words.whyNotHere}
            </Button>
          )}
          <Button onClick={onClear}>{words.clearFilters}</Button>
        </>
      }
    >
      {search === "" ? words.noMatch : (filtered ? words.nobodyCalledAndFits : words.nobodyCalled)(search)}
    </EmptyNote>
  );
}
