import { Body1, Field, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { texts } from "../../texts/texts.js";

interface Props {
  count: number;
  onConfirm: (keepWhenLeaving: boolean) => void;
  onCancel: () => void;
}

/** Names the count and the effect before anybody becomes a user. */
export function ConfirmImportDialog({ count, onConfirm, onCancel }: Props) {
  const [keep, setKeep] = useState(false);
  const words = texts.addPeople;
  return (
    <ConfirmDialog
      title={words.confirm.title(count)}
      action={words.add}
      onConfirm={() => onConfirm(keep)}
      onCancel={onCancel}
    >
      <Body1>{words.confirm.body}</Body1>
      <Field hint={words.confirm.keepHint}>
        <Checkbox label={words.confirm.keep} checked={keep} onChange={(_, { checked }) => setKeep(checked === true)} />
      </Field>
    </ConfirmDialog>
  );
}
