import { makeStyles } from "@fluentui/react-components";
import { phone } from "../../components/breakpoint.js";
import { Whole } from "../../components/whole.js";
import { formatNumber } from "../../format.js";

const useStyles = makeStyles({
  // The column's heading says it where there is one.
  word: { display: "none", [phone]: { display: "inline" } },
});

/** A count, with its word where rows are two lines; nothing for none. */
export function CountCell({ count, word }: { count: number; word: string }) {
  const styles = useStyles();
  return (
    <Whole>
      {formatNumber(count)}
      <span className={styles.word}> {word.toLowerCase()}</span>
    </Whole>
  );
}
