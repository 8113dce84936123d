import { Link, makeStyles } from "@fluentui/react-components";
import { texts } from "../texts/texts.js";
import { useOpenWhy, type WhyTarget } from "./why-context.js";

const useStyles = makeStyles({
  // As text in a table: a page of blue names is hard to read, and the pointer shows what they are.
  name: { color: "inherit", fontWeight: "inherit", textAlign: "start", overflowWrap: "anywhere" },
});

/** A name that tells, when pressed, why this person is here or not. */
export function PersonName({ person }: { person: Extract<WhyTarget, { name: string }> }) {
  const styles = useStyles();
  const open = useOpenWhy();
  return (
    <Link
      as="button"
      className={styles.name}
      aria-label={texts.why.open(person.name)}
      aria-haspopup="dialog"
      onClick={() => open(person)}
    >
      {person.name}
    </Link>
  );
}
