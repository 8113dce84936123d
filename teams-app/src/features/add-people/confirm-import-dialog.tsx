import { Body1, Checkbox, Field } from "@fluentui/react-components";
import { useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { texts } from "../../texts/texts.js";

interface Props {
  /** Of those who were ticked, as far as they are known. */
  names: readonly string[];
  /** How many were ticked. */
  count: number;
  /** How many a search finds, where all of them are meant. */
  everyone: number | null;
  onConfirm: (keepWhenLeaving: boolean) => void;
  onCancel: () => void;
}

/** Names who, how many and the effect before anybody becomes a user. */
export function ConfirmImportDialog({ names, count, everyone, onConfirm, onCancel }: Props) {
  const [keep, setKeep] = useState(false);
  const words = texts.addPeople.confirm;
  return (
    <ConfirmDialog
      title={everyone === null ? words.title(count) : words.titleAll(everyone)}
      action={texts.addPeople.add}
      onConfirm={() => onConfirm(keep)}
      onCancel={onCancel}
    >
      {everyone === null && names.length > 0 && <Body1>{words.names(names, count)}</Body1>}
      <Body1>{words.body}</Body1>
      <Body1>{everyone === null ? words.skipped : words.skippedAll}</Body1>
      <Field hint={words.keepHint}>
        <Checkbox label={words.keep} checked={keep} onChange={(_, { checked }) => setKeep(checked === true)} />
      </Field>
    </ConfirmDialog>
  );
}
