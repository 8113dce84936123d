import { Field, Input } from "@fluentui/react-components";
import { Choice } from "../../components/choice.js";
import { SearchField } from "../../components/search-field.js";
import { Toolbar } from "../../components/toolbar.js";
import { texts } from "../../texts/texts.js";
import type { PeopleFilters } from "./candidates.js";

interface Props {
  filters: PeopleFilters;
  onChange: (filters: PeopleFilters) => void;
}

export function PeopleFiltersBar({ filters, onChange }: Props) {
  const words = texts.addPeople;
  return (
    <Toolbar>
      <SearchField
        label={words.search}
        value={filters.search}
        onChange={(search) => onChange({ ...filters, search })}
      />
      <Field label={words.department}>
        <Input
          value={filters.department}
          maxLength={64}
          onChange={(_, { value }) => onChange({ ...filters, department: value })}
        />
      </Field>
      <Choice
        label={words.kind}
        value={filters.kind}
        options={[
          ["ALL", words.kinds.ALL],
          ["MEMBER", words.kinds.MEMBER],
          ["GUEST", words.kinds.GUEST],
        ]}
        onChange={(kind) => onChange({ ...filters, kind })}
      />
    </Toolbar>
  );
}
