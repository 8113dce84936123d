import { Choice } from "../../components/choice.js";
import { SearchField } from "../../components/search-field.js";
import { Toolbar } from "../../components/toolbar.js";
import { texts } from "../../texts/texts.js";
import type { UserFilters } from "./users-query.js";

interface Props {
  filters: UserFilters;
  onChange: (filters: UserFilters) => void;
}

export function UsersFilters({ filters, onChange }: Props) {
  const words = texts.users;
  const { status, origin, managedBy } = texts.common;
  return (
    <Toolbar>
      <SearchField
        label={words.search}
        value={filters.search}
        onChange={(search) => onChange({ ...filters, search })}
      />
      <Choice
        label={words.filterStatus}
        value={filters.status}
        options={[
          ["ALL", words.all],
          ["ACTIVE", status.ACTIVE],
          ["DISABLED", status.DISABLED],
        ]}
        onChange={(chosen) => onChange({ ...filters, status: chosen })}
      />
      <Choice
        label={words.filterOrigin}
        value={filters.origin}
        options={[
          ["ALL", words.all],
          ["MANUAL", origin.MANUAL],
          ["SYNC", origin.SYNC],
          ["LOCAL", origin.LOCAL],
        ]}
        onChange={(chosen) => onChange({ ...filters, origin: chosen })}
      />
      <Choice
        label={words.filterDirectory}
        value={filters.directory}
        options={[
          ["ALL", words.directoryFilter.any],
          ["GONE", words.directoryFilter.gone],
          ["BLOCKED", words.directoryFilter.blocked],
          ["DELETED", words.directoryFilter.deleted],
        ]}
        onChange={(chosen) => onChange({ ...filters, directory: chosen })}
      />
      <Choice
        label={words.filterManagedBy}
        value={filters.managedBy}
        options={[
          ["ALL", words.all],
          ["GROUPS", managedBy.GROUPS],
          ["ADMIN", managedBy.ADMIN],
        ]}
        onChange={(chosen) => onChange({ ...filters, managedBy: chosen })}
      />
    </Toolbar>
  );
}
