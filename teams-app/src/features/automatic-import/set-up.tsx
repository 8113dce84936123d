import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { ButtonRow } from "../../components/button-row.js";
import { draftPrefix, useKept } from "../../components/kept.js";
import { texts } from "../../texts/texts.js";
import { ChangedNotice } from "./changed-notice.js";
import { GroupsStep } from "./groups-step.js";
import { PreviewStep } from "./preview-step.js";
import { RulesStep } from "./rules-step.js";
import { brakeOf, draftOf, type Draft, type Settings } from "./set-up-draft.js";
import { steps, type Step } from "./set-up-step.js";

interface Props {
  /** As they are stored now; newer than those the form began from when somebody else changed them. */
  settings: Settings;
  onReload: () => void;
  onCancel: () => void;
  onSaved: (handOver: boolean) => void;
}

interface Form {
  /** What it began from. */
  base: Settings;
  draft: Draft;
  handOver: boolean;
  step: Step;
}

/** Groups, rules, a look at what would happen, then on. The same three steps edit while it is on. Looking something up on another screen loses nothing of it. */
export function SetUp({ settings, onReload, onCancel, onSaved }: Props) {
  const [kept, keep] = useKept<Form | null>(`${draftPrefix}automatic-import.set-up`, null);
  const form = kept ?? { base: settings, draft: draftOf(settings), handOver: false, step: "groups" };
  const { base, draft, handOver, step } = form;
  const change = (part: Partial<Form>) => keep({ ...form, ...part });
  const setDraft = (changed: Draft) => change({ draft: changed });
  const editing = base.enabled;
  const changedElsewhere = settings.version !== base.version;
  // Enabling needs a group; an edit may take the last one away, and then nothing runs.
  const mayGoOn = step === "groups" ? editing || draft.groups.length > 0 : brakeOf(draft) !== null;
  const go = (by: 1 | -1) => change({ step: steps[steps.indexOf(step) + by] ?? step });

  const left = (then: () => void) => () => {
    keep(null);
    then();
  };
  const bar = (forward: ReactNode) => (
    <Actions onBack={step === "groups" ? null : () => go(-1)} onCancel={left(onCancel)}>
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
          onGoOn={() => change({ base: settings })}
          onTakeTheirs={() => change({ base: settings, draft: draftOf(settings), step: "groups" })}
        />
      )}
      {step === "groups" && <GroupsStep draft={draft} editing={editing} onChange={setDraft} />}
      {step === "rules" && (
        <RulesStep
          draft={draft}
          onChange={setDraft}
          handOver={handOver}
          onHandOver={(wanted) => change({ handOver: wanted })}
        />
      )}
      {step !== "preview" && bar(next)}
      {step === "preview" && (
        <PreviewStep
          // A preview made under older settings is none: its token would be refused.
          key={base.version}
          draft={draft}
          base={base}
          maySave={!changedElsewhere}
          onSaved={left(() => onSaved(handOver))}
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
