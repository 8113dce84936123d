import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Switch,
  tokens,
} from "@fluentui/react-components";
import { texts } from "../../texts/texts.js";
import { toChoice, wholeNumber, type Draft } from "./set-up-draft.js";
import { SetUpStep } from "./set-up-step.js";
import { usePreview } from "./use-preview.js";

const useStyles = makeStyles({
  brake: { border: "none", margin: 0, padding: 0, display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalL },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  hint: { flexBasis: "100%", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  handOver: boolean;
  onHandOver: (handOver: boolean) => void;
}

/** Who counts, what happens to leavers, and how many of them at once. */
export function RulesStep({ draft, onChange, handOver, onHandOver }: Props) {
  const words = texts.automaticImport.setUp;
  return (
    <SetUpStep step="rules">
      <Field hint={words.disableLeaversHint}>
        <Switch
          label={words.disableLeavers}
          checked={draft.disableLeavers}
          onChange={(_, { checked }) => onChange({ ...draft, disableLeavers: checked })}
        />
      </Field>
      {draft.disableLeavers && <BrakeFields draft={draft} onChange={onChange} />}
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
      <ByHand draft={draft} handOver={handOver} onHandOver={onHandOver} />
    </SetUpStep>
  );
}

function BrakeFields({ draft, onChange }: Pick<Props, "draft" | "onChange">) {
  const styles = useStyles();
  const words = texts.automaticImport.setUp;
  const { percent, cap } = draft.brake;
  const wrong = (typed: string, most: number, said: string) =>
    wholeNumber(typed, most) === null ? { validationMessage: said, validationState: "error" as const } : {};
  return (
    <fieldset className={styles.brake}>
      <legend className={styles.legend}>{words.brake}</legend>
      <span className={styles.hint}>{words.brakeHint}</span>
      <Field label={words.brakePercent} {...wrong(percent, 50, words.brakePercentWrong)}>
        <Input
          inputMode="numeric"
          value={percent}
          onChange={(_, { value }) => onChange({ ...draft, brake: { percent: value, cap } })}
        />
      </Field>
      <Field label={words.brakeCap} {...wrong(cap, 5000, words.brakeCapWrong)}>
        <Input
          inputMode="numeric"
          value={cap}
          onChange={(_, { value }) => onChange({ ...draft, brake: { percent, cap: value } })}
        />
      </Field>
    </fieldset>
  );
}

/** People in the groups whom an admin added before: nobody takes them into the groups' hands unasked. */
function ByHand({ draft, handOver, onHandOver }: Pick<Props, "draft" | "handOver" | "onHandOver">) {
  const words = texts.automaticImport.setUp;
  const { preview } = usePreview(toChoice(draft));
  if (!preview || preview.byHand === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {words.byHand(preview.byHand)}
        <Field hint={words.handOverHint}>
          <Checkbox
            label={words.handOver}
            checked={handOver}
            onChange={(_, { checked }) => onHandOver(checked === true)}
          />
        </Field>
      </MessageBarBody>
    </MessageBar>
  );
}
