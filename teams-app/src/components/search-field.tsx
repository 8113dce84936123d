import { Field, makeStyles, SearchBox } from "@fluentui/react-components";
import { phone } from "./breakpoint.js";

const useStyles = makeStyles({
  field: { flexGrow: 1, minWidth: "200px", maxWidth: "400px", [phone]: { flexBasis: "100%", maxWidth: "none" } },
  box: { width: "100%" },
});

/** The caller debounces: what stands in the box follows every letter. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const styles = useStyles();
  return (
    <Field label={label} className={styles.field}>
      <SearchBox className={styles.box} value={value} maxLength={100} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
