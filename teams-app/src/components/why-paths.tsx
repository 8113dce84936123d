import { Badge, Body1, makeStyles, tokens } from "@fluentui/react-components";
import { texts } from "../texts/texts.js";
import { WhyPart } from "./why-part.js";
import type { WhyAnswer } from "./why-words.js";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  path: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    overflowWrap: "anywhere",
  },
});

/** Every way from a chosen or an excluded group down to the person. */
export function WhyPaths({ why: { paths, rule } }: { why: WhyAnswer }) {
  const styles = useStyles();
  const words = texts.why.paths;
  return (
    <WhyPart title={words.title}>
      {paths === null && <Body1>{words.unknown}</Body1>}
      {paths?.length === 0 && <Body1>{rule === "NOT_LINKED" ? words.notLinked : words.none}</Body1>}
      {paths && paths.length > 0 && (
        <ul className={styles.list} aria-label={words.title}>
          {paths.map(({ groups, excludes }) => (
            <li key={groups.map(({ id }) => id).join()} className={styles.path}>
              <Badge appearance="tint" color={excludes ? "warning" : "brand"}>
                {excludes ? words.excludes : words.holds}
              </Badge>
              <Body1>{groups.map((group) => group.displayName).join(" › ")}</Body1>
            </li>
          ))}
        </ul>
      )}
    </WhyPart>
  );
}
