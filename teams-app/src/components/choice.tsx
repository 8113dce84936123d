import { Field, Select } from "@fluentui/react-components";

interface Props<TValue extends string> {
  label: string;
  hint?: string;
  value: TValue;
  options: readonly (readonly [value: TValue, name: string])[];
  onChange: (value: TValue) => void;
}

/** A labelled drop-down of a few fixed values; the browser's own, which works on phones as people know it. */
export function Choice<TValue extends string>({ label, hint, value, options, onChange }: Props<TValue>) {
  return (
    <Field label={label} {...(hint && { hint })}>
      <Select
        value={value}
        onChange={(_, data) => {
          const chosen = options.find(([option]) => option === data.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
