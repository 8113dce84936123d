import { Body1, Button, Caption1, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useId, useRef } from "react";
import { texts } from "../../texts/texts.js";
import { sumWords, togetherWords, type GroupSum } from "./preview-words.js";
import type { ChosenGroup } from "./set-up-draft.js";

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: 0, outlineStyle: "none" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBlock: tokens.spacingVerticalXXS,
  },
  name: { display: "flex", flexDirection: "column", flexGrow: 1, overflowWrap: "anywhere", minWidth: 0 },
  facts: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  groups: readonly ChosenGroup[];
  /** The sums of exactly these groups; null while they are counted or cannot be. */
  sums: readonly GroupSum[] | null;
  counting: boolean;
  emptyWords: string;
  onRemove: (group: ChosenGroup) => void;
}

/** The chosen groups, with how many people each brings and all of them together. */
export function ChosenGroups({ groups, sums, counting, emptyWords, onRemove }: Props) {
  const styles = useStyles();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = texts.automaticImport.setUp;
  const sumOf = new Map(sums?.map((sum) => [sum.groupId, sum]));
  return (
    <>
      <h3 id={id} ref={heading} tabIndex={-1} className={styles.heading}>
        {groups.length === 0 ? emptyWords : words.chosenCount(groups.length)}
      </h3>
      {groups.length > 0 && (
        <>
          <ul className={styles.list} aria-labelledby={id}>
            {groups.map((group) => {
              const sum = sumOf.get(group.id);
              const facts = sum ? sumWords(sum) : group.facts;
              return (
                <li key={group.id} className={styles.item}>
                  <span className={styles.name}>
                    {group.displayName}
                    {facts && <Caption1 className={styles.facts}>{facts}</Caption1>}
                  </span>
                  <Button
                    appearance="subtle"
                    icon={<DismissRegular />}
                    aria-label={words.remove(group.displayName)}
                    onClick={() => {
                      onRemove(group);
                      // The pressed button is gone: from here the way to the next one is one Tab
                      heading.current?.focus();
                    }}
                  />
                </li>
              );
            })}
          </ul>
          {counting && <Body1>{words.counting}</Body1>}
          {sums && <Body1>{togetherWords(sums)}</Body1>}
        </>
      )}
    </>
  );
}
