import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { ButtonRow } from "../../components/button-row.js";
import { texts } from "../../texts/texts.js";
import { ChangedNotice } from "./changed-notice.js";
import { GroupsStep } from "./groups-step.js";
import { PreviewStep } from "./preview-step.js";
import { RulesStep } from "./rules-step.js";
import { brakeOf, draftOf, type Settings } from "./set-up-draft.js";
import { steps, type Step } from "./set-up-step.js";

interface Props {
  /** As they are stored now; newer than those the form began from when somebody else changed them. */
  settings: Settings;
  onReload: () => void;
  onCancel: () => void;
  onSaved: (handOver: boolean) => void;
}

/** Groups, rules, a look at what would happen, then on. The same three steps edit while it is on. */
export function SetUp({ settings, onReload, onCancel, onSaved }: Props) {
  const [base, setBase] = useState(settings);
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [handOver, setHandOver] = useState(false);
  const [step, setStep] = useState<Step>("groups");
  const editing = base.enabled;
  const changedElsewhere = settings.version !== base.version;
  // Enabling needs a group; an edit may take the last one away, and then nothing runs.
  const mayGoOn = step === "groups" ? editing || draft.groups.length > 0 : brakeOf(draft) !== null;
  const go = (by: 1 | -1) => setStep(steps[steps.indexOf(step) + by] ?? step);

  const bar = (forward: ReactNode) => (
    <Actions onBack={step === "groups" ? null : () => go(-1)} onCancel={onCancel}>
      {forward}
    </Actions>
  );
  const next = (
    <Button appearance="primary" disabledFocusable={!mayGoOn} onClick={() => mayGoOn && go(1)}>
      {texts.automaticImport.setUp.next}
    </Button>
  );
  return (
    <>
      {changedElsewhere && (
        <ChangedNotice
          before={base}
          after={settings}
          onGoOn={() => setBase(settings)}
          onTakeTheirs={() => {
            setBase(settings);
            setDraft(draftOf(settings));
            setStep("groups");
          }}
        />
      )}
      {step === "groups" && <GroupsStep draft={draft} editing={editing} onChange={setDraft} />}
      {step === "rules" && <RulesStep draft={draft} onChange={setDraft} handOver={handOver} onHandOver={setHandOver} />}
      {step !== "preview" && bar(next)}
      {step === "preview" && (
        <PreviewStep
          // A preview made under older settings is none: its token would be refused.
          key={base.version}
          draft={draft}
          base={base}
          maySave={!changedElsewhere}
          onSaved={() => onSaved(handOver)}
          onOutdated={onReload}
        >
          {bar}
        </PreviewStep>
      )}
    </>
  );
}

function Actions(props: { children: ReactNode; onBack: (() => void) | null; onCancel: () => void }) {
  return (
    <ButtonRow>
      {props.children}
      {props.onBack && <Button onClick={props.onBack}>{texts.automaticImport.setUp.back}</Button>}
      <Button onClick={props.onCancel}>{texts.common.cancel}</Button>
    </ButtonRow>
  );
}
