import { Body1, makeStyles, tokens } from "@fluentui/react-components";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { PeopleDisclosure } from "../../components/people-disclosure.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { listTrouble } from "../../graphql/list-trouble.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { GonePeopleDocument, RulePreviewDocument } from "./operations.js";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

interface Props {
  turnOn: boolean;
  /** While leavers are disabled every change of the rules starts a run that may disable people: they are shown first. */
  needsPreview: boolean;
  pending: boolean;
  onConfirm: (previewToken: string | null) => void;
  onCancel: () => void;
}

/** Says whom the rule concerns just now, before it is changed. */
export function GoneRuleDialog({ turnOn, needsPreview, ...dialog }: Props) {
  return needsPreview ? <WithPreview turnOn={turnOn} {...dialog} /> : <Plain turnOn={turnOn} {...dialog} />;
}

function Plain({ turnOn, pending, onConfirm, onCancel }: Omit<Props, "needsPreview">) {
  const words = texts.settings.gone;
  return (
    <ConfirmDialog
      title={turnOn ? words.askOn : words.askOff}
      action={turnOn ? words.turnOn : words.turnOff}
      pending={pending}
      onConfirm={() => onConfirm(null)}
      onCancel={onCancel}
    >
      {turnOn ? <Concerned /> : <Body1>{words.off}</Body1>}
    </ConfirmDialog>
  );
}

function WithPreview({ turnOn, pending, onConfirm, onCancel }: Omit<Props, "needsPreview">) {
  const styles = useStyles();
  const query = useQuery(RulePreviewDocument, {});
  const words = texts.settings.gone;
  const trouble = listTrouble(query, (data) => data.syncPreview);
  const answer = query.status === "ready" ? query.data.syncPreview : null;
  const preview = answer?.__typename === "SyncPreview" ? answer : null;
  return (
    <ConfirmDialog
      title={turnOn ? words.askOn : words.askOff}
      action={turnOn ? words.turnOn : words.turnOff}
      pending={pending || preview === null}
      onConfirm={() => preview && onConfirm(preview.token)}
      onCancel={onCancel}
    >
      <div className={styles.content}>
        {turnOn ? <Concerned /> : <Body1>{words.off}</Body1>}
        {query.status === "loading" && <SkeletonRows rows={1} />}
        {trouble && <TroubleNotice trouble={trouble} onRetry={query.reload} />}
        {preview && preview.disable.count > 0 && (
          <PeopleDisclosure summary={words.leavers(preview.disable.count)} people={preview.disable} />
        )}
        {preview?.disable.count === 0 && <Body1>{words.noLeavers}</Body1>}
      </div>
    </ConfirmDialog>
  );
}

function Concerned() {
  const query = useQuery(GonePeopleDocument, {});
  const words = texts.settings.gone;
  return (
    <Body1 block>
      {words.on} {query.status === "ready" && words.concerned(query.data.users.totalCount)}
    </Body1>
  );
}
