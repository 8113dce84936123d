import { Body1, makeStyles, tokens } from "@fluentui/react-components";
import { texts } from "../texts/texts.js";
import { FindPerson } from "./find-person.js";
import type { WhyTarget } from "./why-context.js";

const useStyles = makeStyles({
  search: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface Props {
  words: string;
  onPick: (search: string, target: Extract<WhyTarget, { directoryId: string }>) => void;
}

/** Finds somebody who is missing. */
export function WhySearch({ words: start, onPick }: Props) {
  const words = texts.why.search;
  return (
    <div className={useStyles().search}>
      <Body1>{words.lead}</Body1>
      <FindPerson
        label={words.field}
        start={start}
        onPick={({ directoryId, displayName }, search) => onPick(search, { directoryId, name: displayName })}
      />
    </div>
  );
}
