import {
  Body1,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import { PeopleDisclosure } from "../../components/people-disclosure.js";
import { texts } from "../../texts/texts.js";
import { sumWords, type Preview } from "./preview-words.js";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column" },
  line: { paddingBlock: tokens.spacingVerticalXXS, minHeight: "24px" },
  // In line with the words beside the triangles of those that open
  fact: { paddingInlineStart: "14px" },
  groups: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: "anywhere" },
  title: { margin: 0 },
});

interface Props {
  preview: Preview;
  /** Whoever sends this preview's token agrees to what it disables. */
  agreeing: boolean;
}

/** A plan in numbers, each of which opens into who it is made of and why, and the sum of each group. */
export function PreviewView({ preview, agreeing }: Props) {
  const styles = useStyles();
  const words = texts.automaticImport.preview;
  const { add, reenable, update, disable, skip, alreadyHere, incompleteSentences, wouldHold, groups } = preview;
  const nothing = add.count + reenable.count + update.count + disable.count === 0;
  const agreed = agreeing && disable.count > 0;
  return (
    <>
      {incompleteSentences.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.server.sentences(incompleteSentences)}</MessageBarBody>
        </MessageBar>
      )}
      {wouldHold.length > 0 && !agreeing && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.wouldHold}</MessageBarBody>
        </MessageBar>
      )}
      {agreed && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.agreed(disable.count)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.list}>
        {nothing && <Body1 className={styles.line}>{words.nothing}</Body1>}
        <PeopleDisclosure summary={words.add(add.count)} people={add} />
        {alreadyHere.count === 0 ? (
          <Body1 className={mergeClasses(styles.line, styles.fact)}>{words.alreadyHere(0)}</Body1>
        ) : (
          <PeopleDisclosure summary={words.alreadyHere(alreadyHere.count)} people={alreadyHere} />
        )}
        <PeopleDisclosure summary={words.reenable(reenable.count)} people={reenable} />
        <PeopleDisclosure summary={words.update(update.count)} people={update} />
        <PeopleDisclosure summary={words.disable(disable.count)} people={disable} />
        <PeopleDisclosure summary={words.skip(skip.count)} people={skip} />
      </div>
      {groups.length > 0 && (
        <>
          <Subtitle2 as="h3" className={styles.title}>
            {words.groups}
          </Subtitle2>
          <ul className={styles.groups} aria-label={words.groups}>
            {groups.map((sum) => (
              <li key={sum.groupId}>
                <strong>{sum.displayName}</strong>: {sumWords(sum)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
