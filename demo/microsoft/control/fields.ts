import { z } from "zod";

// Forms send every field, empty ones too: an empty one means "not given".
const emptyToUndefined = (value: unknown): unknown => (value === "" ? undefined : value);
export const given = z.preprocess(emptyToUndefined, z.string().max(256));
export const optional = z.preprocess(emptyToUndefined, z.string().max(256).optional());
export const clearable = z.preprocess(emptyToUndefined, z.string().max(256).nullable().optional());
export const flag = z.preprocess(
  (value) => (value === "on" || value === "true" ? true : value === "" || value === "false" ? false : value),
  z.boolean().optional(),
);
export const ids = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value.split(/[\s,]+/).filter(Boolean)
      : Array.isArray(value)
        ? value.filter((each) => each !== "")
        : value,
  z.array(z.string()).optional(),
);
export const chosen = <const T extends readonly string[]>(...values: T) =>
  z.preprocess(emptyToUndefined, z.enum(values).optional());
