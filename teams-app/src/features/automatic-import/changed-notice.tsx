import { Button } from "@fluentui/react-components";
import { Notice } from "../../components/notice.js";
import { texts } from "../../texts/texts.js";
import type { Settings } from "./set-up-draft.js";
import { whatChanged } from "./what-changed.js";

interface Props {
  before: Settings;
  after: Settings;
  onGoOn: () => void;
  onTakeTheirs: () => void;
}

/** The settings were changed in another window: what, and the two ways on. */
export function ChangedNotice({ before, after, onGoOn, onTakeTheirs }: Props) {
  const words = texts.automaticImport.setUp;
  return (
    <Notice
      intent="warning"
      actions={
        <>
          <Button onClick={onGoOn}>{words.goOn}</Button>
          <Button onClick={onTakeTheirs}>{words.takeTheirs}</Button>
        </>
      }
    >
      {[words.settingsChanged, ...whatChanged(before, after)].join(" ")}
    </Notice>
  );
}
