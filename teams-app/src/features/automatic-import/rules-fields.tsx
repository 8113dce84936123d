import { Field, Switch } from "@fluentui/react-components";
import { texts } from "../../texts/texts.js";
import type { Draft } from "./set-up-draft.js";

/** Who counts and what happens to leavers. */
export function RulesFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const words = texts.automaticImport.setUp;
  return (
    <>
      <Field hint={words.disableLeaversHint}>
        <Switch
          label={words.disableLeavers}
          checked={draft.disableLeavers}
          onChange={(_, { checked }) => onChange({ ...draft, disableLeavers: checked })}
        />
      </Field>
      <Field hint={words.includeGuestsHint}>
        <Switch
          label={words.includeGuests}
          checked={draft.includeGuests}
          onChange={(_, { checked }) => onChange({ ...draft, includeGuests: checked })}
        />
      </Field>
      <Field hint={words.includeNestedHint}>
        <Switch
          label={words.includeNested}
          checked={draft.includeNested}
          onChange={(_, { checked }) => onChange({ ...draft, includeNested: checked })}
        />
      </Field>
    </>
  );
}
