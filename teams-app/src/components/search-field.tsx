import { Field, makeStyles, SearchBox } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
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
  startsHere = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** It came because somebody asked for it: what they type next goes here. */
  startsHere?: boolean;
}) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (startsHere) input.current?.focus();
  }, [startsHere]);
  return (
    <Field label={label} className={styles.field}>
      <SearchBox
        input={{ ref: input }}
        className={styles.box}
        value={value}
        maxLength={100}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}
