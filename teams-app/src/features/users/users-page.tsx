import { Text } from "@fluentui/react-components";
import { useState } from "react";
import { cursorOf, firstPage, within } from "../../components/cursor-stack.js";
import { Page } from "../../components/page.js";
import { InnerLink } from "../../components/inner-link.js";
import { ListTrouble } from "../../components/list-trouble.js";
import { Pager } from "../../components/pager.js";
import { Section } from "../../components/section.js";
import type { Selection } from "../../components/selection.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { SyncStatusLine } from "../../components/sync-status-line.js";
import { useDebounced } from "../../components/use-debounced.js";
import { useReloadAfterRun } from "../../components/use-reload-after-run.js";
import { useReloadAfterWhy } from "../../components/why-context.js";
import type { UserOrder, UsersQueryVariables } from "../../graphql/generated/graphql.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { AddUsersMenu } from "./add-users-menu.js";
import { ActsPanel } from "./acts-panel.js";
import { BulkBar } from "./bulk-bar.js";
import { ConflictsSection } from "../../components/conflicts-section.js";
import { UsersDocument } from "./operations.js";
import { FirstSteps } from "./first-steps.js";
import { NobodyToList } from "./nobody-to-list.js";
import { UsersFilters } from "./users-filters.js";
import { isFiltered, noFilters, toUserFilter, type UserRow } from "./users-query.js";
import { UsersTable } from "./users-table.js";
import { useActs } from "./use-acts.js";

/** The account's users: the page admins land on. */
export function UsersPage() {
  const [filters, setFilters] = useState(noFilters);
  const [orderBy, setOrderBy] = useState<UserOrder>("NAME_ASC");
  const [selection, setSelection] = useState<Selection<UserRow>>(new Map());
  const search = useDebounced(filters.search.trim());

  const asked = { search: search || null, filter: toUserFilter(filters), orderBy };
  const scope = JSON.stringify(asked);
  const [keptStack, setStack] = useState(firstPage(scope));
  const stack = within(keptStack, scope);
  const variables: UsersQueryVariables = { first: 50, after: cursorOf(stack), ...asked };
  const query = useQuery(UsersDocument, variables);
  useReloadAfterRun(query.reload);
  useReloadAfterWhy(query.reload);

  const acts = useActs(() => {
    setSelection(new Map());
    query.reload();
  });
  const words = texts.users;
  const filtered = isFiltered(filters);

  return (
    <Page title={words.title} actions={<AddUsersMenu />}>
      <Section title={words.statusCard} actions={<InnerLink to="/automatic-import">{words.statusDetails}</InnerLink>}>
        <SyncStatusLine />
      </Section>
      <ConflictsSection onDecided={query.reload} />
      <UsersFilters filters={filters} onChange={setFilters} />
      {query.status === "loading" && <SkeletonRows rows={10} />}
      {query.status !== "loading" && query.trouble && (
        <ListTrouble trouble={query.trouble} stack={stack} onMove={setStack} onRetry={query.reload} />
      )}
      {query.status === "ready" && (
        <>
          <Text role="status">{words.count(query.data.users.totalCount)}</Text>
          {query.data.users.nodes.length === 0 ? (
            <NobodyToList filters={filters} search={search} onClear={() => setFilters(noFilters)} />
          ) : (
            <UsersTable
              rows={query.data.users.nodes}
              busy={query.refreshing}
              orderBy={orderBy}
              onOrder={setOrderBy}
              selection={selection}
              onSelect={setSelection}
              onAsk={acts.ask}
              onChanged={query.reload}
            />
          )}
          {!filtered && query.data.users.totalCount === 1 && <FirstSteps />}
          <Pager stack={stack} pageInfo={query.data.users.pageInfo} busy={query.refreshing} onMove={setStack} />
        </>
      )}
      <BulkBar selection={selection} onClear={() => setSelection(new Map())} onAsk={acts.ask} />
      <ActsPanel acts={acts} />
    </Page>
  );
}
