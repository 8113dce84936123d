import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { texts } from "../texts/texts.js";

const useStyles = makeStyles({
  rows: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalM,
  },
});

/** Holds the place of rows that load, at their final height, so that nothing jumps when they come. */
export function SkeletonRows({ rows }: { rows: number }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={texts.common.loading} className={styles.rows}>
      {Array.from({ length: rows }, (_, row) => (
        <SkeletonItem key={row} size={24} />
      ))}
    </Skeleton>
  );
}
